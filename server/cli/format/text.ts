import type { Severity } from '../../../core/rules/rule';
import { message, render, type Locale, type Localized } from '../../../core/text/message';
import { lineEnd, lineStart, slice } from '../../../core/text/sourceText';
import type { Located, Outcome, Place, Summary } from '../check';
import { visible, widthOf } from './terminal';

/** How the text is to look. */
export interface TextStyle {
  readonly locale: Locale;
  /** Source line and carets under each finding. */
  readonly excerpts: boolean;
  readonly colours: boolean;
}

const severities: Readonly<Record<Severity, Localized>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  information: { en: 'information', ja: '情報' },
  hint: { en: 'hint', ja: 'ヒント' },
};

/** SGR codes: red, yellow, blue, cyan. */
const colours: Readonly<Record<Severity, string>> = {
  error: '31',
  warning: '33',
  information: '34',
  hint: '36',
};

/** The widest excerpt of a line; TXT records run to thousands of characters. */
const widest = 100;

/** The outcome as lines `path:line:column: severity message [rule]`, line and column from 1, and a summary. */
export function* formatText(outcome: Outcome, style: TextStyle): Generator<string, undefined> {
  const paint = (code: string, text: string) => (style.colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  for (const located of outcome.found) {
    const lines: string[] = [];
    const { finding, place, related } = located;
    const severity = paint(colours[finding.severity], severities[finding.severity][style.locale]);
    const words = visible(render(finding.message, style.locale));
    lines.push(`${paint('1', where(place))}: ${severity} ${words} [${finding.rule}]`);
    if (style.excerpts) lines.push(...excerpt(located, (carets) => paint(colours[finding.severity], carets)));
    if (style.excerpts) {
      for (const { place: other, message: said } of related) {
        lines.push(`    ${where(other)}: ${visible(render(said, style.locale))}`);
      }
      lines.push('');
    }
    yield `${lines.join('\n')}\n`;
  }
  yield `${summaryLine(outcome.summary, style.locale)}\n`;
}

function where({ path, start }: Place): string {
  return `${visible(path)}:${start.line + 1}:${start.character + 1}`;
}

/** The line of a finding, cut down to what surrounds it, and carets under the finding. */
function excerpt({ text, place }: Located, paint: (carets: string) => string): string[] {
  const begin = lineStart(text, place.start.line);
  const end = lineEnd(text, place.start.line);
  const from = place.start.character;
  const to = place.end.line > place.start.line ? end - begin : place.end.character;
  const first = Math.max(0, from - widest / 2);
  const last = Math.min(end - begin, Math.max(first + widest, Math.min(to, from + widest)));
  const cutBefore = first > 0 ? '…' : '';
  const cutAfter = last < end - begin ? '…' : '';
  const before = visible(slice(text, begin + first, begin + from));
  const marked = visible(slice(text, begin + from, begin + Math.min(to, last)));
  const after = visible(slice(text, begin + Math.min(to, last), begin + last));
  const indent = ' '.repeat(cutBefore.length + widthOf(before));
  const carets = to > from ? '^'.repeat(Math.max(1, widthOf(marked))) : '|';
  return [`    ${cutBefore}${before}${marked}${after}${cutAfter}`, `    ${indent}${paint(carets)}`];
}

function summaryLine(summary: Summary, locale: Locale): string {
  const { files, errors, warnings, information, hints } = summary;
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
  const english = [
    `${count(files, 'file', 'files')}: ${count(errors, 'error', 'errors')}`,
    count(warnings, 'warning', 'warnings'),
    `${information} information`,
    count(hints, 'hint', 'hints'),
  ].join(', ');
  return render(
    message(
      {
        en: '{english}',
        ja: '{files} ファイル: エラー {errors} 件、警告 {warnings} 件、情報 {information} 件、ヒント {hints} 件',
      },
      { english, files, errors, warnings, information, hints },
    ),
    locale,
  );
}
