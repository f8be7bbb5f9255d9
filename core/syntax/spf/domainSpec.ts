import { parseIp } from '../../values/ipAddress';
import { LABEL_LIMIT } from '../../values/domainName';
import type { Range } from '../tagList';
import { parseMacroString, type MacroString } from './macroString';
import type { SpfProblem, SpfProblemKind } from './problem';

/** A `domain-spec` (RFC 7208 §7.1). */
export interface DomainSpec extends MacroString {
  /** The name, without a final dot, where it holds no macro; undefined where it depends on the message. */
  readonly literal: string | undefined;
}

/** `toplabel`: letters, digits and inner hyphens, not digits alone. */
const TOP_LABEL = /^(?!\d+$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/**
 * Reads a domain-spec; never fails.
 * @param text the whole decoded record; offsets count in it
 */
export function parseDomainSpec(text: string, from: number, to: number): DomainSpec {
  const macros = parseMacroString(text, from, to, 'term');
  const literal = macros.parts.every(({ kind }) => kind === 'literal')
    ? macros.text.replace(/\.$/, '')
    : undefined;
  const problems = macros.problems.length > 0 ? macros.problems : problemsOf(macros, literal);
  return { literal, ...macros, problems };
}

function problemsOf(macros: MacroString, literal: string | undefined): SpfProblem[] {
  const { from, to, text, parts } = macros;
  const problem = (kind: SpfProblemKind, range: Range): SpfProblem[] => [
    { kind, from: range.from, to: range.to },
  ];
  const last = parts.at(-1);
  if (last === undefined) return problem('empty-domain', macros);
  // domain-end = ( "." toplabel [ "." ] ) / macro-expand
  if (last.kind !== 'literal') return impossible(macros);
  const prefix = /\/\/?\d+(?:\/\/?\d*)?$/.exec(text)?.[0].length;
  if (prefix !== undefined) return problem('prefix-not-allowed', { from: to - prefix, to });
  if (literal !== undefined && parseIp(literal.replace(/^\[(.*)\]$/, '$1')) !== undefined) {
    return problem('address-as-domain', macros);
  }
  const tail = last.text.replace(/\.$/, '');
  const dot = tail.lastIndexOf('.');
  const top = tail.slice(dot + 1);
  const start = last.from + dot + 1;
  if (!TOP_LABEL.test(top)) {
    return problem('bad-top-label', top === '' ? macros : { from: start, to: start + top.length });
  }
  if (dot < 0) return problem(parts.length === 1 ? 'single-label' : 'bad-top-label', { from, to });
  return impossible(macros);
}

/** Labels that no DNS query can hold (RFC 1035 §2.3.4); the grammar allows them (RFC 7208 §4.8 leaves it open). */
function impossible({ parts }: MacroString): SpfProblem[] {
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'literal') continue;
    const labels = part.text.split('.');
    let at = part.from;
    for (const [place, label] of labels.entries()) {
      // Beside a macro a label may have further characters; at the very end an empty one is the final dot.
      const first = place === 0 && index > 0;
      const final = place === labels.length - 1;
      const bad = label.length > LABEL_LIMIT || (label === '' && !first && !final);
      if (bad) return [{ kind: 'impossible-name', from: at, to: at + Math.max(1, label.length) }];
      at += label.length + 1;
    }
  }
  return [];
}
