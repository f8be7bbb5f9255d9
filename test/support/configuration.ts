import { execFileSync } from 'node:child_process';
import { openDiagnosis } from '../../core/features/diagnose';
import type { Finding } from '../../core/features/finding';
import { READERS, type LanguageId } from '../../core/languages';
import type { Description, Expectation } from '../../core/text/cursor';
import { RULES } from '../../core/rules/index.generated';
import { rulesByKind } from '../../core/rules/registry';
import { render } from '../../core/text/message';
import { positionAt, sourceText } from '../../core/text/sourceText';
import { applyEdits } from '../../core/text/span';

const byKind = rulesByKind(RULES);

/** The findings of every rule in a text. */
export function findingsIn(language: LanguageId, text: string): Finding[] {
  const diagnosis = openDiagnosis(byKind, {}, (rule, error) => {
    throw new Error(rule, { cause: error });
  });
  diagnosis.update(READERS[language].open(sourceText(text), {}));
  return diagnosis.findings();
}

/** Findings as `line severity rule: message`, lines from 1, for the comparison with what is expected. */
export function told(text: string, findings: readonly Finding[]): string[] {
  const source = sourceText(text);
  return findings.map((finding) => {
    const { line } = positionAt(source, finding.span.start);
    return `${line + 1} ${finding.severity} ${finding.rule}: ${render(finding.message, 'en')}`;
  });
}

/** Only errors and warnings. */
export function grave(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

interface Cursor {
  readonly text: string;
  readonly offset: number;
}

/** Takes the `|` out of a text and tells where it stood. */
export function cursor(marked: string): Cursor {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error('no | in the text');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** What may be written where the `|` stands. */
export function expectedAt(language: LanguageId, marked: string): Expectation | undefined {
  const { text, offset } = cursor(marked);
  return READERS[language].open(sourceText(text), {}).expected(offset);
}

/** The labels of what may be written where the `|` stands. */
export function labelsAt(language: LanguageId, marked: string): string[] {
  return expectedAt(language, marked)?.candidates.map(({ label }) => label) ?? [];
}

/** The text after the candidate of that label was chosen where the `|` stands. */
export function chosen(language: LanguageId, marked: string, label: string): string {
  const expected = expectedAt(language, marked);
  const candidate = expected?.candidates.find((c) => c.label === label);
  if (expected === undefined || candidate === undefined) throw new Error(`${label} is not offered`);
  return applyEdits(cursor(marked).text, [
    { span: expected.replace, text: candidate.insert ?? candidate.label },
  ]);
}

/** What stands where the `|` stands: the explained words and the explanation. */
export function hoverAt(
  language: LanguageId,
  marked: string,
  locale: 'en' | 'ja' = 'en',
): { words: string; explained: string } | undefined {
  const { text, offset } = cursor(marked);
  const found: Description | undefined = READERS[language].open(sourceText(text), {}).described(offset);
  return (
    found && {
      words: text.slice(found.span.start, found.span.end),
      explained: found.paragraphs.map((p) => render(p, locale)).join('\n'),
    }
  );
}

/** What a program prints to standard output; undefined where it is not installed or fails. */
export function output(program: string, ...parameters: string[]): string | undefined {
  try {
    return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
