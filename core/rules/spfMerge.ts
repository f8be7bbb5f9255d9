// Two SPF records of one owner made one.
import type { OwnerRecord, OwnerRecords } from '../model/zone/owner';
import { recogniseRecord } from '../records/recognise';
import type { SpfRecord } from '../records/spf';
import { replacing } from '../records/textRecord';
import { syntaxError, parseSpf } from '../syntax/spf/record';
import type { SpfDirective, SpfTerm } from '../syntax/spf/term';
import { message } from '../text/message';
import type { Fix } from './rule';
import { removalOf } from './zoneRecords';

/** RFC 1035 §3.3: what a character-string can hold. */
const STRING_LIMIT = 255;

const TITLE = message({
  en: 'Merge into the first SPF record',
  ja: '最初の SPF レコードにまとめる',
});

/**
 * A fix that puts the terms of the second record before the first one's `all` and removes the second. Only where the
 * outcome is what both ask for, whatever their order: both in order, nothing but permitting mechanisms before `all`,
 * the same `all` or one without, and no modifier.
 */
export function mergeFix(owner: OwnerRecords, first: OwnerRecord, second: OwnerRecord): Fix | undefined {
  const [one, other] = [partsOf(first), partsOf(second)];
  if (one === undefined || other === undefined) return undefined;
  const [end, otherEnd] = [one.all, other.all];
  if (end !== undefined && otherEnd !== undefined && end.qualifier !== otherEnd.qualifier) return undefined;
  const removal = removalOf(owner, second);
  if (removal === undefined) return undefined;
  const known = new Set(one.permitted.map(keyOf));
  const added = other.permitted.filter((term) => !known.has(keyOf(term))).map(({ text }) => text);
  if (end === undefined && otherEnd !== undefined) added.push(otherEnd.text);
  const { record } = one;
  const at = end?.from ?? record.syntax.terms.at(-1)?.to ?? record.syntax.version.to;
  const text = added.map((term) => (end === undefined ? ` ${term}` : `${term} `)).join('');
  const home = record.text.pieces.find((piece) => piece.from <= at && at <= piece.to);
  if (home === undefined || home.to - home.from + text.length > STRING_LIMIT) return undefined;
  const edits = text === '' ? [] : replacing(record, { from: at, to: at }, text);
  return { title: TITLE, edits: [...edits.map((edit) => ({ ...edit, anchor: first.anchor })), removal] };
}

interface Parts {
  readonly record: SpfRecord;
  readonly permitted: readonly SpfTerm[];
  readonly all: SpfDirective | undefined;
}

/** The terms of a record that can be merged; undefined where it has others. */
function partsOf({ value }: OwnerRecord): Parts | undefined {
  const found = recogniseRecord(value);
  if (found?.kind !== 'spf-record' || !found.value.accepted) return undefined;
  const record = found.value;
  if (syntaxError(parseSpf(record.text.text)) !== undefined || record.syntax.problems.length > 0)
    return undefined;
  const permitted: SpfTerm[] = [];
  for (const [index, term] of record.syntax.terms.entries()) {
    if (term.kind !== 'directive') return undefined;
    if (term.mechanism === 'all') {
      return index === record.syntax.terms.length - 1 ? { record, permitted, all: term } : undefined;
    }
    if (term.qualifier !== '+') return undefined;
    permitted.push(term);
  }
  return { record, permitted, all: undefined };
}

function keyOf({ text }: SpfTerm): string {
  return text.toLowerCase().replace(/^\+/, '');
}
