import type { Program } from '../../facts/rrTypes';
import { Kind, kindOf } from './characters';
import type { EntryProblem, Token } from './entry';
import { lineEnd, quoteEnd, wordEnd } from './scan';

const NSD_KNOT: readonly Program[] = ['NSD', 'Knot'];

/**
 * All tokens of one entry. What lies between them is blanks and line breaks.
 * @param text the entry's source; spans count from its beginning
 * @param problems gets quotes and parentheses that are out of order
 */
export function tokenise(text: string, problems: EntryProblem[]): Token[] {
  const tokens: Token[] = [];
  const opened: number[] = [];
  const { length } = text;
  const add = (kind: Token['kind'], start: number, end: number): number => {
    tokens.push({ kind, span: { start, end } });
    return end;
  };
  let at = 0;
  while (at < length) {
    switch (kindOf(text.charCodeAt(at))) {
      case Kind.blank:
      case Kind.newline:
        at++;
        break;
      case Kind.comment: {
        const end = lineEnd(text, at, length);
        at = add('comment', at, text.charCodeAt(end - 1) === 13 ? end - 1 : end);
        break;
      }
      case Kind.quote: {
        const end = quoteEnd(text, at, length);
        if (end < 0) {
          problems.push({ kind: 'unclosed-quote', span: { start: at, end: at + 1 } });
          at = add('quoted', at, trimmedEnd(text, at + 1, lineEnd(text, at, length)));
        } else {
          if (text.slice(at, end).includes('\n')) {
            problems.push({ kind: 'quote-over-lines', span: { start: at, end: at + 1 } });
          }
          at = add('quoted', at, end);
        }
        break;
      }
      case Kind.open:
        if (opened.length > 0) {
          problems.push({
            kind: 'odd-parenthesis',
            detail: 'nested',
            span: { start: at, end: at + 1 },
            refusedBy: NSD_KNOT,
          });
        } else if (tokens.length === 0) {
          // In column 0 it takes the place of the owner, behind a blank that of the owner above.
          const first = at === 0;
          problems.push({
            kind: 'odd-parenthesis',
            detail: 'first',
            span: { start: at, end: at + 1 },
            refusedBy: first ? NSD_KNOT : ['NSD'],
          });
        }
        opened.push(at);
        at = add('open', at, at + 1);
        break;
      case Kind.close:
        if (opened.pop() === undefined) {
          problems.push({ kind: 'unopened-parenthesis', span: { start: at, end: at + 1 } });
        }
        at = add('close', at, at + 1);
        break;
      default:
        at = add('word', at, wordEnd(text, at, length));
    }
  }
  for (const start of opened)
    problems.push({ kind: 'unclosed-parenthesis', span: { start, end: start + 1 } });
  return tokens;
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}
