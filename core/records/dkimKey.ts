import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { JoinedText } from '../text/joinedText';
import { readKeyOctets, type KeyOctets } from '../values/derKey';
import { labelsOf, writeName } from '../values/domainName';
import { readKeyText, type KeyTextFault } from '../values/keyText';
import { holdsPrivateKey } from '../values/privateKey';
import { dkimKeyDefinition } from './dkimKeyTags';
import { intendedOwner } from './dmarcPolicy';
import type { RecordTag, TagRecord } from './tagRecord';
import { readTagRecord } from './tagRecord';

export { dkimKeyDefinition } from './dkimKeyTags';

/** A TXT record read as a DKIM key record (RFC 6376 §3.6.1). */
export interface DkimKeyRecord extends TagRecord {
  /**
   * `foreign`: below `_domainkey`, but nothing that could be meant as a key; `wrapped`: a key record with quotes,
   * parentheses or an owner of a master file inside of its text; `private`: it holds a private key, and none of its
   * text may be shown. Only a `key` has tags.
   */
  readonly content: 'key' | 'foreign' | 'wrapped' | 'private';
  /** `elsewhere`: the owner is not `<selector>._domainkey.<domain>`. */
  readonly place: 'selector' | 'elsewhere';
  /** The labels before `_domainkey`, in presentation form without final dot; empty elsewhere. */
  readonly selector: string;
  /** The domain whose key it is: the labels behind `_domainkey`, or the owner itself elsewhere. Absolute. */
  readonly domain: string;
  /** Reads the value of `p=`, and keeps what it read. */
  readonly key: () => DkimKey;
}

/** What the value of `p=` is. All offsets count in the record's decoded text. */
export interface DkimKey {
  /** `absent`: there is no `p=`; `revoked`: it is empty; `faulty`: its Base64 has faults. */
  readonly state: 'absent' | 'revoked' | 'faulty' | 'clean';
  /** The `p=` that was read: the first that holds a key, else the first. */
  readonly tag: RecordTag | undefined;
  readonly faults: readonly KeyTextFault[];
  /** What the octets hold, faults in the text passed over. */
  readonly octets: KeyOctets;
  /** The Base64 with all faults mended. */
  readonly base64: string;
}

/** The label below which keys stand. */
export const KEY_LABEL = '_domainkey';

/** Names below `_domainkey` that are no selectors: ADSP (RFC 5617), reporting (RFC 6651), ATPS (RFC 6541). */
const OTHER_LABELS: ReadonlySet<string> = new Set(['_adsp', '_report', '_atps']);

/** Where `_domainkey` stands among the labels, behind at least one label of a selector; negative otherwise. */
export function keyLabelIndex(labels: readonly string[]): number {
  const index = labels.indexOf(KEY_LABEL);
  return index > 0 && !OTHER_LABELS.has(labels[index - 1]!) ? index : -1;
}

/** Text that can only be meant as a key record, wherever it was put. */
const KEY_TEXT =
  /^[\s("'“”]{0,9}(?:v\s{0,9}=\s{0,9}["'“”]?DKIM\s{0,3}\d?\b|DKIM1\s{0,9};|(?:[hknst]\s{0,9}=[^;]{0,80};\s{0,9}){1,6}p\s{0,9}=|p\s{0,9}=\s{0,9}MI[EGIC])/i;

/** Whether a text reads as a key record. */
export function isMeantAsKey(text: string): boolean {
  return KEY_TEXT.test(text);
}

/** Reads a TXT entry as a key record; never fails. */
export function readDkimKey(entry: ZoneEntry, text: JoinedText): DkimKeyRecord {
  const record = readTagRecord(dkimKeyDefinition, entry, text);
  const labels = labelsOf(intendedOwner(entry));
  const index = keyLabelIndex(labels);
  const content = contentOf(record);
  let read: DkimKey | undefined;
  return {
    content,
    place: index < 0 ? 'elsewhere' : 'selector',
    selector: index < 0 ? '' : writeName(labels.slice(0, index)).slice(0, -1),
    domain: writeName(index < 0 ? labels : labels.slice(index + 1)),
    key: () => (read ??= readKey(record)),
    ...record,
    ...((content === 'foreign' || content === 'wrapped') && {
      list: { text: '', items: [], tags: [] },
      tags: [],
      byName: new Map(),
    }),
  };
}

function contentOf(record: TagRecord): DkimKeyRecord['content'] {
  const { text } = record.text;
  if (holdsPrivateKey(text)) return 'private';
  if (unwrapped(text) !== undefined) return 'wrapped';
  return isForeign(record) ? 'foreign' : 'key';
}

/** The head of an entry: owner, TTL, class and type. */
const ENTRY_HEAD = /^\s{0,9}[\w.*@-]{1,255}\s{1,99}(?:\d{1,10}\s{1,99})?(?:IN\s{1,99})?TXT\s{1,99}/i;

/**
 * The key record inside of a text that still has the head, the parentheses or the quotes of a master file around its
 * strings: what opendkim-genkey wrote was put into a string as it is. Undefined where there is nothing of the kind.
 */
export function unwrapped(text: string): string | undefined {
  const body = text.replace(ENTRY_HEAD, '').trim();
  const quoted = /^[\s(]*"/.test(body);
  if (!quoted && body === text.trim()) return undefined;
  // Every other part between quotes is a string; outside of them there are blanks, parentheses and a comment.
  const parts = quoted ? body.split('"') : ['', body];
  const strings = parts.filter((_, index) => index % 2 === 1);
  const between = parts.filter((_, index) => index % 2 === 0);
  if (
    !between.every(
      (part, index) => /^[\s()]*(?:;|$)/.test(part) && (index === between.length - 1 || !part.includes(';')),
    )
  ) {
    return undefined;
  }
  const inner = strings.join('');
  return /(?:^|;)\s{0,9}p\s{0,9}=/.test(inner) ? inner : undefined;
}

/** Another record's version, or a text with none of the tags that make a key. */
function isForeign(record: TagRecord): boolean {
  const text = record.text.text.trim();
  if (text === '' || /DKIM/i.test(text.slice(0, 40))) return false;
  if (/^v\s*=\s*(?:spf|dmarc|bimi|sts|tlsrpt)/i.test(text)) return true;
  // A bare key is one that lost its `p=`.
  if (/^MI[EGIC][\w+/=\s]{40,}$/.test(text)) return false;
  return !record.tags.some(({ key }) => key === 'p' || key === 'k');
}

function readKey(record: TagRecord): DkimKey {
  const tags = record.tags.filter(({ key }) => key === 'p').slice(0, 4);
  const read = tags.map((tag) => readTag(record, tag));
  return (
    read.find(({ octets }) => isWholeKey(octets)) ??
    read[0] ?? { state: 'absent', tag: undefined, faults: [], octets: { kind: 'no-key' }, base64: '' }
  );
}

function readTag(record: TagRecord, tag: RecordTag): DkimKey {
  const { from, text } = tag.value;
  if (text === '') return { state: 'revoked', tag, faults: [], octets: { kind: 'no-key' }, base64: '' };
  const { faults, octets, base64 } = readKeyText(text, writtenBreaks(record, from, tag.value.to));
  return {
    state: faults.length === 0 ? 'clean' : 'faulty',
    tag,
    faults: faults.map((fault) => ({ ...fault, from: fault.from + from, to: fault.to + from })),
    octets: readKeyOctets(octets),
    base64,
  };
}

/** Offsets in the value of letters that the master file has as `\n` or `\r`: a line break in other languages. */
function writtenBreaks({ text, entry }: TagRecord, from: number, to: number): Set<number> {
  const found = new Set<number>();
  for (const run of text.runs) {
    if (run.from < from || run.to > to || run.source.end - run.source.start !== 2) continue;
    if (/^\\[nr]$/.test(entry.text.slice(run.source.start, run.source.end))) found.add(run.from - from);
  }
  return found;
}

/** Whether the key can be read and used, faults in its text aside. */
export function isWholeKey(octets: KeyOctets): boolean {
  return octets.kind === 'rsa' || octets.kind === 'ed25519';
}
