import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Severity } from '../../core/rules/rule';
import type { Finding } from '../../core/features/finding';
import { createLanguageService } from '../../core/service';
import { message, type Localized, type Message } from '../../core/text/message';
import { positionAt, sourceText, type LineAndCharacter, type SourceText } from '../../core/text/sourceText';
import type { Span } from '../../core/text/span';
import type { CheckOptions, FailOn } from './arguments';
import { decode } from '../node/decode';
import { codeOf, findFiles, type Unread } from './find';

/** A place in a file, as LSP counts. */
export interface Place {
  readonly path: string;
  readonly start: LineAndCharacter;
  readonly end: LineAndCharacter;
}

/** A finding and where it is. */
export interface Located {
  readonly finding: Finding;
  readonly place: Place;
  readonly text: SourceText;
  readonly related: readonly { readonly place: Place; readonly message: Message }[];
}

/** How many of each. */
export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

/** What a check has to say; plain data for the formats. */
export interface Outcome {
  readonly found: readonly Located[];
  readonly unread: readonly Unread[];
  readonly summary: Summary;
}

const unreadable: Localized = { en: 'cannot be read ({code})', ja: '読めません ({code})' };

/** Checks all files that the paths name or hold, together. */
export function check(options: Pick<CheckOptions, 'paths' | 'origin'>): Outcome {
  const { files, unread } = findFiles(options.paths);
  const failures = [...unread];
  const service = createLanguageService();
  const opened = new Map<string, { readonly path: string; readonly text: SourceText }>();
  for (const { path, languageId } of files) {
    try {
      const text = sourceText(decode(readFileSync(path)));
      const uri = pathToFileURL(path).href;
      const origin =
        languageId === 'dns-zone' && options.origin !== undefined ? { origin: options.origin } : {};
      service.open(uri, languageId, text, { fileName: basename(path), ...origin });
      opened.set(uri, { path, text });
    } catch (problem) {
      failures.push({ path, message: message(unreadable, { code: codeOf(problem) }) });
    }
  }

  const found = [...opened].flatMap(([uri, { path, text }]) => {
    const placeOf = (span: Span): Place => ({
      path,
      start: positionAt(text, span.start),
      end: positionAt(text, span.end),
    });
    return service.findings(uri).map((finding): Located => {
      const related = finding.related.map((of) => ({ place: placeOf(of.span), message: of.message }));
      return { finding, place: placeOf(finding.span), text, related };
    });
  });
  return { found, unread: failures, summary: summaryOf(opened.size, found) };
}

function summaryOf(files: number, found: readonly Located[]): Summary {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { finding } of found) counts[finding.severity]++;
  const { error: errors, warning: warnings, information, hint: hints } = counts;
  return { files, errors, warnings, information, hints };
}

/** The exit status: 2 where something could not be read, 1 where a finding is as severe as asked, else 0. */
export function exitStatus(outcome: Outcome, failOn: FailOn): 0 | 1 | 2 {
  if (outcome.unread.length > 0) return 2;
  const { errors, warnings, information } = outcome.summary;
  const counting = {
    error: errors,
    warning: errors + warnings,
    information: errors + warnings + information,
    never: 0,
  };
  return counting[failOn] > 0 ? 1 : 0;
}
