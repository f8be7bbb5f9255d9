import type { Severity } from '../../core/rules/rule';
import type { Finding } from '../../core/features/finding';
import type { Message } from '../../core/text/message';
import { positionAt, type LineAndCharacter, type SourceText } from '../../core/text/sourceText';
import type { Span } from '../../core/text/span';
import type { CheckOptions, FailOn } from './arguments';
import type { Unread } from './find';
import { openFiles, type OpenedFile } from './open';

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
  /** In the order of files and places; each is made as it is come to, because there may be millions. */
  readonly found: Iterable<Located>;
  readonly unread: readonly Unread[];
  readonly summary: Summary;
}

/** Checks all files that the paths name or hold, together. */
export function check(options: Omit<CheckOptions, 'format' | 'failOn' | 'locale' | 'verbose'>): Outcome {
  const { service, opened, unread } = openFiles(options, options.dmarcReaders, options.versions);

  function* found(): Generator<Located, undefined> {
    for (const [uri, file] of opened) {
      for (const finding of service.allFindings(uri)) {
        const related = finding.related.flatMap(({ uri: other = uri, span, message }) => {
          const there = opened.get(other);
          return there === undefined ? [] : [{ place: placeIn(there, span), message }];
        });
        yield { finding, place: placeIn(file, finding.span), text: file.text, related };
      }
    }
  }
  const summary = summaryOf([...opened.keys()].map((uri) => service.counts(uri)));
  return { found: { [Symbol.iterator]: found }, unread, summary };
}

function placeIn({ path, text }: OpenedFile, { start, end }: Span): Place {
  return { path, start: positionAt(text, start), end: positionAt(text, end) };
}

function summaryOf(counts: readonly Readonly<Record<Severity, number>>[]): Summary {
  const sum = (severity: Severity): number => counts.reduce((total, file) => total + file[severity], 0);
  return {
    files: counts.length,
    errors: sum('error'),
    warnings: sum('warning'),
    information: sum('information'),
    hints: sum('hint'),
  };
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
