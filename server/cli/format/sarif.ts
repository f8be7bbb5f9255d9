import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RULES } from '../../../core/rules/index.generated';
import type { Rule, Severity } from '../../../core/rules/rule';
import { render, type Locale } from '../../../core/text/message';
import { referenceUrl } from '../../../core/text/reference';
import type { Outcome, Place } from '../check';
import { piecewise } from './piecewise';

declare const MAIL_AUTH_VERSION: string;

/** SARIF has three levels (§3.27.10); what is not a problem is a note. */
const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The outcome as a SARIF 2.1.0 log of one run, with the metadata of every rule. */
export function formatSarif(outcome: Outcome, locale: Locale): Iterable<string> {
  const indexOf = new Map(RULES.map((rule, index) => [rule.name, index]));
  const log = (results: readonly unknown[]) => ({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Mail Auth',
            version: MAIL_AUTH_VERSION,
            semanticVersion: MAIL_AUTH_VERSION,
            language: locale,
            rules: RULES.map((rule) => reportingDescriptor(rule, locale)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: outcome.unread.length === 0,
            toolExecutionNotifications: outcome.unread.map(({ path, message }) => ({
              level: 'error',
              message: { text: `${path}: ${render(message, locale)}` },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
            })),
          },
        ],
        results,
      },
    ],
  });
  return piecewise(log, outcome.found, ({ finding, place, related }) => ({
    ruleId: finding.rule,
    ...(indexOf.has(finding.rule) ? { ruleIndex: indexOf.get(finding.rule) } : {}),
    level: levels[finding.severity],
    message: { text: render(finding.message, locale) },
    locations: [{ physicalLocation: physicalLocation(place) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ place: other, message }) => ({
            physicalLocation: physicalLocation(other),
            message: { text: render(message, locale) },
          })),
        }),
    properties: { reference: finding.reference, severity: finding.severity },
  }));
}

function reportingDescriptor(rule: Rule, locale: Locale) {
  const helpUri = rule.references.map(referenceUrl).find((url) => url !== undefined);
  return {
    id: rule.name,
    shortDescription: { text: rule.title[locale] },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { references: rule.references },
  };
}

/** Lines and columns from 1; the end column is the one after the last (§3.30). */
function physicalLocation({ path, start, end }: Place) {
  return {
    artifactLocation: { uri: uriOf(path) },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}

/** A path as a URI reference (RFC 3986 §4.1): relative ones stay relative, to be resolved where they were given. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  const encoded = path.split(/[\\/]/).map(encodeURIComponent).join('/');
  return encoded.replace(/^\.\//, '');
}
