import { addressBits, type IpNetwork } from '../../values/ipNetwork';
import { parseIp, parseIp4, parseIp6 } from '../../values/ipAddress';
import type { Part, Range } from '../tagList';
import { parseDomainSpec, type DomainSpec } from './domainSpec';
import type { SpfGap } from './gap';
import { parseMacroString, type MacroString } from './macroString';
import type { SpfProblem, SpfProblemKind } from './problem';

/** RFC 7208 §5. */
export type MechanismName = 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists';

/** RFC 7208 §4.6.2: `+` pass, `-` fail, `~` softfail, `?` neutral. */
export type Qualifier = '+' | '-' | '~' | '?';

/** `/24`: the digits, and the number where it is one that fits. */
export interface PrefixLength extends Part {
  readonly bits: number | undefined;
}

interface TermBase extends Part {
  /** What stands before it. */
  readonly gap: SpfGap;
  /** As written. */
  readonly name: Part;
  /** `:` or `=` behind the name; empty where there is none. */
  readonly separator: Part;
  /** Everything behind the separator, or behind the name. */
  readonly argument: Part;
  /** What is wrong with it, the gravest first. */
  readonly problems: readonly SpfProblem[];
}

/** A mechanism with its qualifier (`directive`, RFC 7208 §4.6.1). */
export interface SpfDirective extends TermBase {
  readonly kind: 'directive';
  readonly mechanism: MechanismName;
  /** As written; empty where there is none, which means `+`. */
  readonly sign: Part;
  readonly qualifier: Qualifier;
  /** Of include, a, mx, ptr and exists, where they state one. */
  readonly domain: DomainSpec | undefined;
  /** Of ip4 and ip6: what stands behind the colon, without the prefix length. */
  readonly network: (Part & { readonly value: IpNetwork | undefined }) | undefined;
  /** Of ip4, a and mx: with its slash. */
  readonly prefix4: PrefixLength | undefined;
  /** Of ip6 with its slash, of a and mx with both slashes. */
  readonly prefix6: PrefixLength | undefined;
}

/** `name=value` (RFC 7208 §6). */
export interface SpfModifier extends TermBase {
  readonly kind: 'modifier';
  readonly modifier: 'redirect' | 'exp' | 'unknown';
  /** Of redirect and exp. */
  readonly domain: DomainSpec | undefined;
  /** Of unknown modifiers. */
  readonly value: MacroString | undefined;
}

/** Neither. Receivers answer permerror. */
export interface SpfUnknownTerm extends TermBase {
  readonly kind: 'unknown';
}

export type SpfTerm = SpfDirective | SpfModifier | SpfUnknownTerm;

const MECHANISMS: ReadonlySet<string> = new Set<MechanismName>([
  'all',
  'include',
  'a',
  'mx',
  'ptr',
  'ip4',
  'ip6',
  'exists',
]);

function isMechanism(name: string): name is MechanismName {
  return MECHANISMS.has(name);
}

function isQualifier(text: string): text is Qualifier {
  return text === '+' || text === '-' || text === '~' || text === '?';
}

/**
 * Reads the term in [from, to) of a record; never fails.
 * @param text the whole decoded record; offsets count in it
 */
export function readTerm(text: string, from: number, to: number, gap: SpfGap): SpfTerm {
  const part = (a: number, b: number): Part => ({ text: text.slice(a, b), from: a, to: b });
  const whole = part(from, to);
  const characters = badCharacters(whole);
  // '=' immediately after the name and before any ':' or '/' makes it a modifier (RFC 7208 §4.6.1).
  const modifier = /^([a-z][\w.-]*)=/i.exec(whole.text)?.[1];
  if (modifier !== undefined) {
    return modifierOf(whole, part(from, from + modifier.length), gap, text, characters);
  }
  const first = whole.text.charAt(0);
  const sign = isQualifier(first) ? first : '';
  const nameFrom = from + sign.length;
  const name = part(nameFrom, nameFrom + /^[a-z][\w.-]*|^/i.exec(text.slice(nameFrom, to))![0].length);
  const colon = text[name.to] === ':' && name.to < to ? 1 : 0;
  const base = {
    gap,
    name,
    separator: part(name.to, name.to + colon),
    argument: part(name.to + colon, to),
    ...whole,
  };
  const mechanism = name.text.toLowerCase();
  if (!isMechanism(mechanism) || (colon === 0 && /^[^/]/.test(base.argument.text))) {
    const problems = characters.length > 0 ? characters : [unknownProblem(base, sign)];
    return { kind: 'unknown', ...base, problems };
  }
  const read = argumentOf(text, base, mechanism);
  return {
    kind: 'directive',
    mechanism,
    sign: part(from, nameFrom),
    qualifier: isQualifier(sign) ? sign : '+',
    ...base,
    ...read,
    problems: characters.length > 0 ? characters : read.problems,
  };
}

const NONE: readonly SpfProblem[] = [];

/** Characters that no term can hold (RFC 7208 §4.6.1, §7.1: visible ASCII), and quotation marks that no name has. */
function badCharacters({ text, from }: Part): readonly SpfProblem[] {
  // Nearly all terms are in order.
  if (!/[^\x21-\x7e]|"/.test(text)) return NONE;
  const problems: SpfProblem[] = [];
  for (const match of text.matchAll(/[^\x21-\x7e]+/gu)) {
    problems.push({
      kind: 'bad-character',
      from: from + match.index,
      to: from + match.index + match[0].length,
    });
  }
  for (const match of text.matchAll(/"+/g)) {
    problems.push({
      kind: 'stray-quote',
      from: from + match.index,
      to: from + match.index + match[0].length,
    });
  }
  return problems;
}

function unknownProblem(term: Pick<TermBase, 'name' | 'from' | 'to' | 'argument'>, sign: string): SpfProblem {
  const { name, from, to } = term;
  const modifier = /^(?:redirect|exp)$/i.test(name.text);
  const assigned = term.argument.text.startsWith('=');
  if (modifier && sign !== '' && assigned)
    return { kind: 'qualified-modifier', from, to: from + sign.length };
  if (modifier) return { kind: 'modifier-as-mechanism', from: name.from, to };
  return { kind: 'unknown-mechanism', from, to };
}

function modifierOf(
  whole: Part,
  name: Part,
  gap: SpfGap,
  text: string,
  characters: readonly SpfProblem[],
): SpfModifier {
  const key = name.text.toLowerCase();
  const at = name.to + 1;
  const base = {
    gap,
    name,
    separator: { text: '=', from: name.to, to: at },
    argument: { text: text.slice(at, whole.to), from: at, to: whole.to },
    ...whole,
  };
  if (key === 'redirect' || key === 'exp') {
    const domain = parseDomainSpec(text, at, whole.to);
    const problems = characters.length > 0 ? characters : domain.problems;
    return { kind: 'modifier', modifier: key, domain, value: undefined, problems, ...base };
  }
  const value = parseMacroString(text, at, whole.to, 'term');
  const named: SpfProblem[] = isMechanism(key)
    ? [{ kind: 'mechanism-as-modifier', from: name.from, to: at }]
    : [];
  return {
    kind: 'modifier',
    modifier: 'unknown',
    domain: undefined,
    value,
    problems: characters.length > 0 ? characters : [...value.problems, ...named],
    ...base,
  };
}

type Argument = Pick<SpfDirective, 'domain' | 'network' | 'prefix4' | 'prefix6' | 'problems'>;

const NO_ARGUMENT: Argument = {
  domain: undefined,
  network: undefined,
  prefix4: undefined,
  prefix6: undefined,
  problems: [],
};

function argumentOf(
  text: string,
  { from, to, separator, argument }: Pick<TermBase, 'from' | 'to' | 'separator' | 'argument'>,
  mechanism: MechanismName,
): Argument {
  const stated = separator.text !== '';
  const wrong = (kind: SpfProblemKind, range: Range): Argument => ({
    ...NO_ARGUMENT,
    problems: [{ kind, from: range.from, to: range.to }],
  });
  const inDomain = (domain: DomainSpec): Argument => ({ ...NO_ARGUMENT, domain, problems: domain.problems });
  switch (mechanism) {
    case 'all':
      return separator.from === to ? NO_ARGUMENT : wrong('unexpected-argument', { from: separator.from, to });
    case 'ptr':
      if (stated) return inDomain(parseDomainSpec(text, argument.from, to));
      return argument.text === '' ? NO_ARGUMENT : wrong('prefix-not-allowed', argument);
    case 'include':
    case 'exists':
      if (stated) return inDomain(parseDomainSpec(text, argument.from, to));
      return argument.text === ''
        ? wrong('missing-argument', { from, to })
        : wrong('prefix-not-allowed', argument);
    case 'ip4':
    case 'ip6':
      return stated && argument.text !== ''
        ? networkOf(argument, mechanism === 'ip4' ? 4 : 6)
        : wrong('missing-argument', { from, to });
    case 'a':
    case 'mx':
      return hostsOf(text, argument, stated);
  }
}

/** `ip4-network [ ip4-cidr-length ]`, `ip6-network [ ip6-cidr-length ]` (RFC 7208 §5.6). */
function networkOf(argument: Part, family: 4 | 6): Argument {
  const slash = argument.text.indexOf('/');
  const end = slash < 0 ? argument.to : argument.from + slash;
  const text = argument.text.slice(0, end - argument.from);
  const address = family === 4 ? parseIp4(text) : parseIp6(text);
  const prefix = slash < 0 ? undefined : prefixOf(argument.text.slice(slash), end, argument.to, 1, family);
  const bits = prefix === undefined ? addressBits(family) : prefix.bits;
  const value = address === undefined || bits === undefined ? undefined : { address, prefix: bits };
  const problems: SpfProblem[] = [];
  if (address === undefined) {
    const other = parseIp(text) !== undefined;
    problems.push({ kind: other ? 'other-family' : 'bad-network', from: argument.from, to: end });
  } else if (prefix !== undefined && prefix.bits === undefined) {
    problems.push({ kind: 'bad-prefix', from: prefix.from, to: prefix.to });
  }
  return {
    ...NO_ARGUMENT,
    network: { text, from: argument.from, to: end, value },
    ...(family === 4 ? { prefix4: prefix } : { prefix6: prefix }),
    problems,
  };
}

/** A prefix length with its slashes: no leading zeros, not beyond the family's bits (RFC 7208 §5.6, §12). */
function prefixOf(text: string, from: number, to: number, slashes: 1 | 2, family: 4 | 6): PrefixLength {
  const digits = text.slice(slashes);
  const number = /^(?:0|[1-9]\d{0,2})$/.test(digits) ? Number(digits) : undefined;
  const fits = number !== undefined && number <= addressBits(family);
  return { text, from, to, bits: fits ? number : undefined };
}

/** How much of a text's end is prefix lengths: a name may hold slashes, but it does not end in digits. */
function lengthsAt(text: string): number {
  let at = text.length;
  while (at > 0 && /[/\d]/.test(text[at - 1]!)) at--;
  const slash = text.indexOf('/', at);
  return slash < 0 ? 0 : text.length - slash;
}

/** `[ ":" domain-spec ] [ dual-cidr-length ]` of a and mx (RFC 7208 §5.3, §5.4). */
function hostsOf(text: string, argument: Part, stated: boolean): Argument {
  const from = argument.from + argument.text.length - lengthsAt(argument.text);
  const lengths = text.slice(from, argument.to);
  const name = text.slice(argument.from, from);
  const [whole, four, six] = /^(\/\d*)?(\/\/\d*)?$/.exec(lengths) ?? [];
  if (whole === undefined) {
    const single = /^\/\d+(\/\d+)$/.exec(lengths)?.[1];
    const domain = stated ? parseDomainSpec(text, argument.from, from) : undefined;
    const kind = single === undefined ? 'bad-prefix' : 'single-slash';
    const at = argument.to - (single ?? lengths).length;
    return { ...NO_ARGUMENT, domain, problems: [{ kind, from: at, to: argument.to }] };
  }
  if (!stated && name !== '') {
    return { ...NO_ARGUMENT, problems: [{ kind: 'bad-prefix', from: argument.from, to: argument.to }] };
  }
  const domain = stated ? parseDomainSpec(text, argument.from, from) : undefined;
  const middle = from + (four?.length ?? 0);
  const prefix4 = four === undefined ? undefined : prefixOf(four, from, middle, 1, 4);
  const prefix6 = six === undefined ? undefined : prefixOf(six, middle, argument.to, 2, 6);
  const problems: SpfProblem[] = [...(domain?.problems ?? [])];
  for (const prefix of [prefix4, prefix6]) {
    if (prefix !== undefined && prefix.bits === undefined) {
      problems.push({ kind: 'bad-prefix', from: prefix.from, to: prefix.to });
    }
  }
  return { ...NO_ARGUMENT, domain, prefix4, prefix6, problems };
}
