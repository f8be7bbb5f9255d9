import { existsSync } from 'node:fs';
import type { StandingMailRecord } from '../../core/model/editing';
import { message, render, type Localized } from '../../core/text/message';
import { lineEnd, lineStart } from '../../core/text/sourceText';
import { plainName } from '../../core/values/domainName';
import { asciiDomain } from '../../core/values/internationalDomain';
import { explained } from '../records/explained';
import { pageMarkdown } from '../records/pageMarkdown';
import { pageText } from '../records/pageText';
import type { ExplainOptions } from './arguments';
import { visible } from './format/terminal';
import { openFiles, type OpenedFile, type OpenedFiles } from './open';

const nothing: Localized = {
  en: 'there is no record of mail authentication here',
  ja: 'メール認証のレコードがありません',
};

/**
 * `explain`: prints what records of mail authentication say, one page a record.
 * @returns the exit status: 0 where there is one, 1 where there is none, 2 where a path cannot be read
 */
export function printExplanations(options: ExplainOptions): 0 | 1 | 2 {
  const { locale, format } = options;
  const complain = (path: string, text: string): void => {
    process.stderr.write(`mail-auth: ${visible(path)}: ${visible(text)}\n`);
  };
  const { paths, line } = placeOf(options.paths);
  const files = openFiles({ ...options, paths });
  for (const { path, message: why } of files.unread) complain(path, render(why, locale));
  let count = 0;
  for (const file of files.opened.values()) {
    for (const record of recordsIn(files, file, options.owner, line)) {
      const page = explained(files.service, file, record);
      if (page === undefined) continue;
      const text = format === 'markdown' ? pageMarkdown(page, locale) : pageText(page, locale);
      process.stdout.write((count++ > 0 ? '\n' : '') + text.split('\n').map(visible).join('\n'));
    }
  }
  if (files.unread.length > 0) return 2;
  if (count === 0) complain(options.paths.join(' '), render(message(nothing), locale));
  return count === 0 ? 1 : 0;
}

/** A single path may have a line behind it, unless a file of that very name is there. */
function placeOf(paths: readonly string[]): { readonly paths: readonly string[]; readonly line?: number } {
  const [first = ''] = paths;
  const place = /^(.+):(\d{1,9})$/.exec(first);
  if (paths.length !== 1 || place === null || existsSync(first)) return { paths };
  return { paths: [place[1]!], line: Number(place[2]) };
}

/** @param line counted from 1 */
function* recordsIn(
  { service }: OpenedFiles,
  { uri, text }: OpenedFile,
  owner: string | undefined,
  line: number | undefined,
): Generator<StandingMailRecord, undefined> {
  const wanted = owner && plainName((asciiDomain(owner) ?? owner).toLowerCase());
  for (const record of service.model(uri)?.editing?.mailRecords?.() ?? []) {
    if (wanted !== undefined && plainName(record.owner) !== wanted) continue;
    if (line !== undefined) {
      if (line < 1 || line > text.lineCount) return;
      const { start, end } = record.span;
      if (end < lineStart(text, line - 1) || lineEnd(text, line - 1) < start) continue;
    }
    yield record;
  }
}
