import type { RdataField } from '../../../facts/rrTypes';
import { LABEL_LIMIT, NAME_LIMIT, parseDomainName } from '../../../values/domainName';
import type { Span } from '../../../text/span';
import type { EntryProblem } from '../entry';
import { comparableName, endsWithDot } from '../names';
import {
  ALL,
  BIND,
  BIND_KNOT,
  BIND_NSD,
  KNOT,
  NSD_KNOT,
  takeWord,
  valueOf,
  type FieldValue,
  type RdataReader,
  type Word,
} from './reader';

/** Labels on the wire, each with its length octet, then the root. */
export function nameOctets(labels: readonly string[]): string {
  return `${labels.map((label) => String.fromCharCode(label.length) + label).join('')}\0`;
}

/**
 * The octets of a plain name, labels of letters, digits, `-`, `_`, `*` and `/` with dots between, without the root;
 * undefined for any other. Nearly all names are plain, and this is quick.
 */
function plainOctets(text: string): string | undefined {
  let out = '';
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : DOT;
    if (unit === DOT) {
      const length = at - from;
      if (length === 0 && at === text.length && at > 0) break;
      if (length === 0 || length > LABEL_LIMIT) return undefined;
      out += String.fromCharCode(length) + text.slice(from, at);
      from = at + 1;
    } else if (!PLAIN[unit]) return undefined;
  }
  return out;
}

const DOT = 46;

/** Whether the character of each code needs no closer look in a name. */
const PLAIN: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9_*/-]/.test(String.fromCharCode(code)),
);

/** The octets of an absolute name in presentation form without the root; undefined where it is none. */
function labelOctets(name: string): string | undefined {
  if (name === '.') return '';
  const plain = plainOctets(name);
  if (plain !== undefined) return plain;
  const parsed = parseDomainName(name);
  return typeof parsed === 'string' ? undefined : nameOctets(parsed.labels).slice(0, -1);
}

/** The octets of a written name made absolute, undefined where it is none. */
export function absoluteOctets(written: string, origin: string): string | undefined {
  if (written === '@' || written === '.') {
    const octets = labelOctets(written === '@' ? origin : '.');
    return octets === undefined ? undefined : `${octets}\0`;
  }
  const own = labelOctets(written);
  const above = endsWithDot(written) ? '' : labelOctets(origin);
  return own === undefined || above === undefined ? undefined : `${own}${above}\0`;
}

/** Whether a name is surely in order: plain, and short enough whatever the origin adds. */
function isPlain(written: string, origin: string): boolean {
  return written.length + origin.length < NAME_LIMIT - 2 && plainOctets(written) !== undefined;
}

/** What is wrong with a name as it is written at `span`; the smallest place for it. */
export function nameProblem(
  written: string,
  span: Span,
  origin: string,
  quoted: boolean,
): EntryProblem | undefined {
  const inner = quoted ? span.start + 1 : span.start;
  const at = (from: number, length: number): Span => ({ start: inner + from, end: inner + from + length });
  if (quoted) {
    if (written === '') return { kind: 'bad-name', detail: 'empty', span, refusedBy: ALL };
    const plain = /^[A-Za-z0-9._*/-]+$/.test(written);
    return {
      kind: 'bad-name',
      detail: 'quoted',
      span,
      refusedBy: BIND_KNOT,
      ...(plain && { meant: written }),
    };
  }
  if (written === '@' || isPlain(written, origin)) return undefined;
  // The mark of generic data (RFC 3597 §5) is no name.
  if (written === '\\#') {
    return { kind: 'bad-name', detail: 'character', span, refusedBy: BIND_NSD, values: { character: '#' } };
  }
  const name = parseDomainName(written);
  if (name === 'bad-escape') {
    const match = /^(?:[^\\]|\\\D|\\(?:[01]\d\d|2[0-4]\d|25[0-5]))*/.exec(written)![0];
    const bad = /^\\\d{0,3}/.exec(written.slice(match.length))?.[0] ?? '\\';
    const three = bad.length === 4;
    return {
      kind: 'bad-escape',
      span: at(match.length, bad.length),
      refusedBy: three ? BIND : BIND_KNOT,
    };
  }
  if (name === 'empty-label' || name === 'empty') {
    const dots = written.startsWith('.') ? 0 : Math.max(0, written.search(/(?<!\\)\.\./));
    const length = written.startsWith('.') ? 1 : 2;
    return {
      kind: 'bad-name',
      detail: 'empty-label',
      span: at(dots, length),
      refusedBy: ALL,
      values: { text: written },
    };
  }
  if (name === 'label-too-long') {
    let from = 0;
    for (const label of written.split('.')) {
      const alone = parseDomainName(label);
      if (alone === 'label-too-long') {
        return {
          kind: 'bad-name',
          detail: 'label-too-long',
          span: at(from, label.length),
          refusedBy: ALL,
          values: { text: label },
        };
      }
      from += label.length + 1;
    }
    return { kind: 'bad-name', detail: 'label-too-long', span, refusedBy: ALL, values: { text: written } };
  }
  const octets = absoluteOctets(written, origin);
  if (name === 'name-too-long' || (octets?.length ?? 0) > 255) {
    return { kind: 'bad-name', detail: 'name-too-long', span, refusedBy: ALL, values: { text: written } };
  }
  if (written.startsWith('$')) {
    return {
      kind: 'bad-name',
      detail: 'character',
      span: at(0, 1),
      refusedBy: NSD_KNOT,
      values: { character: '$' },
    };
  }
  const odd = /(?:\\\d{3}|\\.|[A-Za-z0-9._*/-])*/su.exec(written)![0].length;
  if (odd < written.length) {
    const character = String.fromCodePoint(written.codePointAt(odd)!);
    const detail = character < '\x80' ? 'character' : 'beyond-ascii';
    return {
      kind: 'bad-name',
      detail,
      span: at(odd, character.length),
      refusedBy: KNOT,
      values: { character },
    };
  }
  return undefined;
}

/** A mailbox that is written as in mail: its `@` becomes a dot, and dots before it are escaped (RFC 1035 §8). */
function mailboxAt(field: RdataField, { text, span, quoted }: Word): EntryProblem | undefined {
  if (field.kind.is !== 'name' || field.kind.role !== 'mailbox' || quoted) return undefined;
  const parts = /^((?:[^@\\]|\\[^])+)@((?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+\.?)$/.exec(text);
  if (parts === null) return undefined;
  const local = parts[1]!.replace(/(?<!\\)\./g, '\\.');
  const meant = `${local}.${parts[2]!}${parts[2]!.includes('.') && !parts[2]!.endsWith('.') ? '.' : ''}`;
  return {
    kind: 'bad-name',
    detail: 'mailbox-at',
    span,
    refusedBy: KNOT,
    field,
    values: { text, meant },
    meant,
  };
}

/** A domain name. */
export function readName(reader: RdataReader, field: RdataField): FieldValue {
  const word = takeWord(reader);
  const problem = nameProblem(word.text, word.span, reader.origin, word.quoted);
  const at = mailboxAt(field, word);
  if (at !== undefined) reader.problems.push(at);
  else if (problem !== undefined) reader.problems.push({ ...problem, field });
  if (word.quoted) return { span: word.span };
  const octets = absoluteOctets(word.text, reader.origin);
  const name = comparableName(word.text, reader.origin);
  return valueOf(word.span, (octets?.length ?? 0) > 255 ? undefined : octets, { name });
}
