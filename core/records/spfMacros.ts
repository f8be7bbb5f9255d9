import { EXPLANATION_LETTERS, MACRO_LETTERS, type MacroExpand } from '../syntax/spf/macroString';
import type { SpfTerm } from '../syntax/spf/term';
import type { Candidate, Expectation } from '../text/cursor';
import type { Localized } from '../text/message';
import { message } from '../text/message';
import { offering } from './place';
import type { SpfPlace } from './spfExpected';
import { SPF_MACROS } from './spfTerms';

/** The message that examples are about: that of RFC 7208 §7.4. */
const EXAMPLE: Readonly<Record<string, string>> = Object.freeze({
  s: 'strong-bad@email.example.com',
  l: 'strong-bad',
  o: 'email.example.com',
  i: '192.0.2.3',
  v: 'in-addr',
  h: 'mail.example.com',
  c: '192.0.2.3',
  p: 'mx.example.com',
});

/** What stands for a character that a macro-string cannot have as it is (RFC 7208 §7.1). */
export const SPF_ESCAPES: Readonly<Record<string, Localized>> = Object.freeze({
  '%%': { en: 'a percent sign', ja: 'パーセント記号' },
  '%_': { en: 'a blank', ja: '空白' },
  '%-': { en: 'a blank as in URLs (`%20`)', ja: 'URL 用の空白(`%20`)' },
});

/** What a macro could be transformed to, in the order of use; the delimiters are those that people need. */
const FORMS: Readonly<Record<string, readonly string[]>> = Object.freeze({
  s: ['', 'r'],
  l: ['', '-', 'r-', '1r-'],
  o: ['', '2', 'r'],
  d: ['', '2', '1', 'r', '2r'],
  i: ['', 'r', '3'],
  p: ['', '2'],
  v: [''],
  h: ['', '2', 'r'],
});

/** What `%`, `%{`, `%{i` … can go on as; undefined where the cursor is in no macro. */
export function macroExpected(place: SpfPlace, term: SpfTerm): Expectation | undefined {
  const { at, record } = place;
  const { text } = record.text;
  if (at <= term.name.to || term.separator.text === '') return undefined;
  // What is closed is over; `%%`, `%_` and `%-` are.
  const before = text
    .slice(term.argument.from, at)
    .replace(/%(?:[%_-]|\{[^{}%]*\})/g, (whole) => '.'.repeat(whole.length));
  const begun = /%(\{[a-z]?\d*r?[-.+,/_=]*)?$/i.exec(before);
  if (begun === null) return undefined;
  const behind = text.slice(at, term.to);
  const rest =
    (begun[1] === undefined ? /^\{[^{}%]*\}/ : /^[a-z]?\d*r?[-.+,/_=]*\}/i).exec(behind)?.[0] ?? '';
  const written = (begun[0] + rest).replace(/^%\{?|\}$/g, '');
  const letter = /^[a-z]/i.exec(written)?.[0] ?? '';
  const range = { from: at - begun[0].length, to: at + rest.length };
  return offering(place, range, letter === '' ? letters(record.domain) : formsOf(letter, record.domain));
}

function letters(domain: string): Candidate[] {
  const macros = [...MACRO_LETTERS]
    .filter((letter) => !EXPLANATION_LETTERS.includes(letter))
    .map((letter) => macroCandidate(letter, '', domain));
  const reversed = macroCandidate('i', 'r', domain);
  return [
    ...macros,
    reversed,
    ...Object.entries(SPF_ESCAPES).map(([label, detail]) => escape(label, detail)),
  ];
}

function escape(label: string, detail: Localized): Candidate {
  return { label, kind: 'value', detail: message(detail) };
}

function formsOf(letter: string, domain: string): Candidate[] {
  const lower = letter.toLowerCase();
  const forms = Object.hasOwn(FORMS, lower) ? FORMS[lower]! : [];
  return forms.map((form) => macroCandidate(letter, form, domain));
}

function macroCandidate(letter: string, form: string, domain: string): Candidate {
  const [, digits, r, delimiters] = /^(\d*)(r?)(.*)$/.exec(form)!;
  const macro = {
    letter,
    keep: digits === '' ? undefined : Number(digits),
    reverse: r !== '',
    delimiters: delimiters!,
  };
  const label = `%{${letter}${form}}`;
  return {
    label,
    kind: 'value',
    detail: message(SPF_MACROS[letter.toLowerCase()]!),
    documentation: message(
      { en: '{how}\n\n{example}', ja: '{how}\n\n{example}' },
      { how: transformWords(macro), example: exampleWords(label, macro, domain) },
    ),
    ...(letter.toLowerCase() === 'p' && { deprecated: true }),
  };
}

/** A macro's letter with what is done to its value. */
export type Transformed = Pick<MacroExpand, 'keep' | 'reverse' | 'delimiters'> & { readonly letter: string };

/** What the digits, the `r` and the delimiters behind a macro's letter do (RFC 7208 §7.3). */
export function transformWords({ letter, keep, reverse, delimiters }: Transformed): Localized {
  const en: string[] = [];
  const ja: string[] = [];
  const marks = delimiters === '' ? '.' : delimiters;
  if (delimiters !== '' || reverse || keep !== undefined) {
    en.push(`Cut into parts at \`${[...marks].join('` and `')}\`.`);
    ja.push(`\`${[...marks].join('`・`')}\` で区切ります。`);
  }
  if (reverse) {
    en.push('The order of the parts is reversed.');
    ja.push('並びを逆にします。');
  }
  if (keep !== undefined && Number.isFinite(keep)) {
    en.push(keep === 1 ? 'Only the last part is kept.' : `Only the last ${keep} parts are kept.`);
    ja.push(`右から ${keep} 個だけを使います。`);
  }
  if (en.length > 0) {
    en.push('The parts are joined with dots.');
    ja.push('ドットでつなぎ直します。');
  }
  if (letter !== letter.toLowerCase()) {
    en.push('Escaped for use in a URL.');
    ja.push('URL 用にエスケープします。');
  }
  return en.length === 0
    ? { en: 'Taken as it is.', ja: 'そのままの値です。' }
    : { en: en.join(' '), ja: ja.join('') };
}

/** What a macro becomes for one message. */
export function exampleWords(text: string, macro: Transformed, domain: string): Localized {
  const value = expanded(macro, domain);
  return value === undefined
    ? { en: '', ja: '' }
    : {
        en: `For mail from \`${EXAMPLE.s!}\` sent by \`${EXAMPLE.i!}\`, \`${text}\` is \`${value}\`.`,
        ja: `\`${EXAMPLE.i!}\` から送られた \`${EXAMPLE.s!}\` のメールでは、\`${text}\` は \`${value}\` になります。`,
      };
}

function expanded({ letter, keep, reverse, delimiters }: Transformed, domain: string): string | undefined {
  const lower = letter.toLowerCase();
  const value =
    lower === 'd' ? domain.replace(/\.$/, '') : Object.hasOwn(EXAMPLE, lower) ? EXAMPLE[lower] : undefined;
  if (value === undefined) return undefined;
  const marks = delimiters === '' ? '.' : delimiters;
  if (delimiters === '' && !reverse && keep === undefined) return value;
  const parts: string[] = [''];
  for (const character of value) {
    if (marks.includes(character)) parts.push('');
    else parts[parts.length - 1]! += character;
  }
  if (reverse) parts.reverse();
  return parts.slice(keep === undefined || keep === 0 ? 0 : -keep).join('.');
}
