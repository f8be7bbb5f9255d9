import { asciiLower } from '../../values/domainName';
import { afterBlanks, isBlank, restFrom, type PlainWord } from '../plainLines';
import type { ReadLine } from './line';

/** `key value`, the key up to the first blank that is not in quotes (postmap.c). */
export const readKeyed: ReadLine = ({ plain }) => {
  let end = 0;
  let quoted = false;
  for (; end < plain.length; end++) {
    if (plain[end] === '\\') end++;
    else if (plain[end] === '"') quoted = !quoted;
    else if (!quoted && isBlank(plain[end])) break;
  }
  end = Math.min(end, plain.length);
  const key: PlainWord = { text: plain.slice(0, end), span: { start: 0, end } };
  if (quoted) return { key, problems: [{ kind: 'unbalanced-quote', span: key.span }] };
  const result = restFrom(plain, end);
  if (result === undefined) return { key, problems: [{ kind: 'missing-result', span: key.span }] };
  return { key, lookup: asciiLower(key.text), result, problems: [] };
};

/** `name: value`, the name an address that may be quoted (postalias.c). */
export const readAlias: ReadLine = ({ plain }) => {
  let colon = 0;
  let quoted = false;
  for (; colon < plain.length; colon++) {
    if (plain[colon] === '\\') colon++;
    else if (plain[colon] === '"') quoted = !quoted;
    else if (!quoted && plain[colon] === ':') break;
  }
  const name = restFrom(plain.slice(0, colon), 0);
  const whole = restFrom(plain, 0)!;
  if (quoted) return { key: whole, problems: [{ kind: 'unbalanced-quote', span: whole.span }] };
  if (colon >= plain.length) {
    const first = restFrom(plain.slice(0, wordEnd(plain)), 0) ?? whole;
    return { key: first, problems: [{ kind: 'missing-colon', span: first.span }] };
  }
  if (name === undefined) {
    return { problems: [{ kind: 'missing-result', span: { start: colon, end: colon + 1 } }] };
  }
  const result = restFrom(plain, colon + 1);
  if (result === undefined) return { key: name, problems: [{ kind: 'missing-result', span: name.span }] };
  const at = name.text.replace(/"(?:[^"\\]|\\.)*"|\\./g, (part) => '_'.repeat(part.length)).indexOf('@');
  if (at >= 0) {
    const start = name.span.start + at;
    return { key: name, result, problems: [{ kind: 'remote-name', span: { start, end: name.span.end } }] };
  }
  return { key: name, lookup: asciiLower(name.text.replaceAll('"', '')), result, problems: [] };
};

function wordEnd(plain: string): number {
  let end = afterBlanks(plain, 0);
  while (end < plain.length && !isBlank(plain[end])) end++;
  return end;
}
