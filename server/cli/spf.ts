import { spfAccount } from '../../core/evaluate/spf/account';
import { checkThoroughly } from '../../core/evaluate/spf/thorough';
import { knownZone, zoneResolver, type KnownZone } from '../../core/evaluate/zoneResolver';
import { zoneRecords } from '../../core/model/zone/records';
import { message, render, type Localized } from '../../core/text/message';
import type { SpfOptions } from './arguments';
import { codeOf, findFiles } from './find';
import { visible } from './format/terminal';
import { plainWords } from '../records/pageText';
import { openZone } from './zoneSource';

const said = {
  unreadable: { en: 'cannot be read ({code})', ja: '読めません ({code})' },
  noZone: { en: 'there is no zone file', ja: 'ゾーンファイルがありません' },
  otherwise: {
    en: 'If nothing that is unknown matches: {result}. ',
    ja: '不明な項目が一致しなければ: {result}。',
  },
  explanation: { en: 'The domain explains: {text}', ja: 'ドメインによる説明: {text}' },
} satisfies Record<string, Localized>;

/**
 * `spf`: whether an address may send for a domain, by the zones in the files; prints what was tried and the result.
 * @returns the exit status: 0 for pass, 1 for any other result, 2 where a path cannot be read
 */
export function printSpf(options: SpfOptions): 0 | 1 | 2 {
  const { locale } = options;
  const complain = (path: string, text: string): void => {
    process.stderr.write(`mail-auth: ${visible(path)}: ${visible(text)}\n`);
  };
  const { files, unread } = findFiles(options.paths);
  for (const { path, message: why } of unread) complain(path, render(why, locale));
  const zones: KnownZone[] = [];
  let failed = unread.length > 0;
  for (const { path, languageId } of files) {
    if (languageId !== 'dns-zone') continue;
    try {
      zones.push(zoneAt(path, options));
    } catch (problem) {
      failed = true;
      complain(path, render(message(said.unreadable, { code: codeOf(problem) }), locale));
    }
  }
  if (zones.length === 0 && !failed) complain(options.paths.join(' '), said.noZone[locale]);
  if (failed || zones.length === 0) return 2;
  const { outcome, otherwise } = checkThoroughly(options.question, zoneResolver(zones));
  const print = (text: string, depth = 0): void => {
    process.stdout.write(`${'  '.repeat(depth)}${visible(text)}\n`);
  };
  for (const { depth, text } of spfAccount(outcome)) print(plainWords(text, locale), depth);
  if (otherwise !== undefined) {
    const { result, reason } = otherwise;
    print(render(message(said.otherwise, { result }), locale) + plainWords(reason, locale));
  }
  const { explanation } = otherwise ?? outcome;
  if (explanation !== undefined) print(render(message(said.explanation, { text: explanation }), locale));
  return outcome.result === 'pass' ? 0 : 1;
}

function zoneAt(path: string, { origin, directory }: SpfOptions): KnownZone {
  const source = openZone(path, origin, directory);
  // What could not be loaded may be what is asked for.
  let complete = true;
  const records = zoneRecords(source, () => {
    complete = false;
  });
  const zone = knownZone(source.apex, records);
  return { ...zone, complete };
}
