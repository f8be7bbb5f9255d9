import type { RdataField } from '../../../facts/rrTypes';
import { parseDomainName } from '../../../values/domainName';
import type { Span } from '../../../text/span';
import type { EntryProblem } from '../entry';
import { comparableName } from '../names';
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

/** The labels of an absolute name in presentation form; undefined where it is none. */
function originLabels(origin: string): readonly string[] | undefined {
  const name = parseDomainName(origin);
  return typeof name === 'string' ? undefined : name.labels;
}

/** The octets of a written name made absolute, undefined where it is none. */
export function absoluteOctets(written: string, origin: string): string | undefined {
  if (written === '@') {
    const labels = originLabels(origin);
    return labels === undefined ? undefined : nameOctets(labels);
  }
  const name = parseDomainName(written);
  if (typeof name === 'string') return undefined;
  const above = name.absolute ? [] : originLabels(origin);
  return above === undefined ? undefined : nameOctets([...name.labels, ...above]);
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
  if (written === '@') return undefined;
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
