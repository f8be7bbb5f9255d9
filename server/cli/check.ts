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
import type { OpenDocument } from '../documents';
import { decode } from '../node/decode';
import { nodeFiles } from '../node/files';
import { zoneFiles } from '../zones';
import { codeOf, findFiles, type Unread } from './find';
import { namedFiles } from './named';

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

const unreadable: Localized = { en: 'cannot be read ({code})', ja: '読めません ({code})' };

/** Checks all files that the paths name or hold, together. */
export function check(options: Omit<CheckOptions, 'format' | 'failOn' | 'locale' | 'verbose'>): Outcome {
  const searched = findFiles(options.paths);
  const named = namedFiles(searched.configurations, searched.files);
  const failures = [...searched.unread, ...named.unread];
  const service = createLanguageService({
    settings: { rules: {}, dmarcReaders: options.dmarcReaders },
  });
  const opened = new Map<string, OpenDocument & { readonly path: string }>();
  const zones = zoneFiles(nodeFiles(Infinity), service, (uri) => opened.get(uri), { lookAround: false });
  zones.setFolders([
    pathToFileURL(process.cwd()).href,
    ...options.paths.map((path) => pathToFileURL(path).href),
  ]);
  zones.setDefaults({
    origin: options.origin,
    directory: options.directory === undefined ? undefined : pathToFileURL(options.directory).href,
  });
  zones.setNameServers(named.configurations);

  const open = (document: OpenDocument): void => {
    const { uri, fileName, text } = document;
    const languageId = document.languageId!;
    const around = languageId === 'dns-zone' ? zones.surroundings(document) : {};
    service.open(uri, languageId, text, { fileName, ...around });
  };
  for (const { path, languageId } of [...searched.files, ...named.files]) {
    try {
      const text = sourceText(decode(readFileSync(path)));
      const uri = pathToFileURL(path).href;
      const document = { uri, path, languageId, fileName: basename(path), version: 0, text };
      opened.set(uri, document);
      open(document);
    } catch (problem) {
      failures.push({ path, message: message(unreadable, { code: codeOf(problem) }) });
    }
  }
  // Files that others include belong to their zones; now that all are here, it is known which these are.
  const again = new Set([...opened.keys()].flatMap((uri) => zones.noted(uri)));
  for (const uri of again) open(opened.get(uri)!);

  function* found(): Generator<Located, undefined> {
    for (const [uri, { path, text }] of opened) {
      const placeOf = (span: Span): Place => ({
        path,
        start: positionAt(text, span.start),
        end: positionAt(text, span.end),
      });
      for (const finding of service.allFindings(uri)) {
        const related = finding.related.map((of) => ({ place: placeOf(of.span), message: of.message }));
        yield { finding, place: placeOf(finding.span), text, related };
      }
    }
  }
  const summary = summaryOf([...opened.keys()].map((uri) => service.counts(uri)));
  return { found: { [Symbol.iterator]: found }, unread: failures, summary };
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
