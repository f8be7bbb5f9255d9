import { POLICY_KEYS, type PolicyKey } from '../facts/mtaStsPolicy';
import type { PolicyField, PolicyLine } from '../syntax/mtaStsPolicy';
import { nearest } from '../values/nearest';
import type { Anchor, Member } from './model';
import type { PublishedPolicy } from './mtaStsPolicyDomain';

/** A line of a policy that has a colon. */
export type PolicyFieldLine = PolicyLine & { readonly field: PolicyField };

/** An MTA-STS policy as a whole. */
export interface PolicyFile {
  /** An anchor at the beginning of the file, for what is wrong with one without any line. */
  readonly head: Anchor;
  /** Every line, in file order. */
  readonly lines: readonly Member<PolicyLine>[];
  /** The fields of each key, as the standard reads them; of all but `mx` the first counts. */
  readonly byKey: ReadonlyMap<PolicyKey, readonly Member<PolicyFieldLine>[]>;
  /** Those that are meant by their key, however it is written. */
  readonly meant: ReadonlyMap<PolicyKey, readonly Member<PolicyFieldLine>[]>;
}

/** The lines of a policy by their keys. */
export function policyFile(lines: readonly Member<PolicyLine>[], head: Anchor): PolicyFile {
  const byKey = new Map<PolicyKey, Member<PolicyFieldLine>[]>();
  const meant = new Map<PolicyKey, Member<PolicyFieldLine>[]>();
  for (const member of lines) {
    if (!isFieldLine(member)) continue;
    const key = meantKey(member.value.field.key);
    if (key === undefined) continue;
    add(meant, key, member);
    if (exactKey(member.value) === key) add(byKey, key, member);
  }
  return { head, lines, byKey, meant };
}

function add<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

function isFieldLine(member: Member<PolicyLine>): member is Member<PolicyFieldLine> {
  return member.value.field !== undefined;
}

/** The key of a line that stands as the standard wants it: from the line's first character up to the colon. */
export function exactKey({ field, marked }: PolicyLine): PolicyKey | undefined {
  if (field === undefined || marked || field.keySpan.start > 0 || field.keySpan.end < field.colon) {
    return undefined;
  }
  return knownKey(field.key);
}

/** The key of exactly this spelling. */
export function knownKey(text: string): PolicyKey | undefined {
  return POLICY_KEYS.find(({ name }) => name === text)?.name;
}

/** Names by their meaning, and of the record in the zone. */
const ALIASES: Readonly<Record<string, PolicyKey>> = {
  v: 'version',
  ttl: 'max_age',
  'max age': 'max_age',
  mxs: 'mx',
};

/** The key that is meant by what stands before a colon; undefined where that may be an extension. */
export function meantKey(written: string): PolicyKey | undefined {
  const plain = plainText(written)
    .toLowerCase()
    .replace(/^["'`]+|["'`]+$/g, '');
  const known = knownKey(plain);
  if (known !== undefined) return known;
  if (Object.hasOwn(ALIASES, plain)) return ALIASES[plain];
  return knownKey(
    nearest(
      plain,
      POLICY_KEYS.map(({ name }) => name),
    ) ?? '',
  );
}

/** A text as it was meant ({@link asciiForm}), without blanks at both ends. */
export function plainText(written: string): string {
  return asciiForm(written).trim();
}

/**
 * A text with full-width letters and marks in their ASCII form, plain quotes and hyphens in place of typographic ones,
 * other blanks as spaces, and without what nobody sees.
 */
export function asciiForm(written: string): string {
  if (!/[^\x20-\x7e]/.test(written)) return written;
  return written
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ');
}

/** Characters without a glyph: the byte order mark, joiners, directions, soft hyphen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Where a comment begins that was written behind a value, the blanks before it included; undefined without one. */
export function commentStart(value: string): number | undefined {
  const found = /[ \t]+(?:[#;]|\/\/)/.exec(value)?.index;
  return found === undefined || found === 0 ? undefined : found;
}

/** A value without what a comment behind it adds. */
export function withoutComment(value: string): string {
  return value.slice(0, commentStart(value));
}

/** The value of a key that counts: of the first line with it, or else of the first that is meant. */
export function policyValue(file: PolicyFile, key: PolicyKey): string | undefined {
  const line = (file.byKey.get(key) ?? file.meant.get(key))?.[0];
  return line && withoutComment(line.value.field.value);
}

/** A policy as it is judged: with the zone of its domain. */
export interface JudgedPolicy extends PolicyFile {
  /** Whose policy it is, as far as the file's place and the open zones tell. */
  published(): PublishedPolicy | undefined;
}
