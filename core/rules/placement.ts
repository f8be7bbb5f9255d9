// Records that have one place only, in front of the domain that they are for.
import type { Anchor } from '../model/model';
import type { OwnerRecords } from '../model/zone/owner';
import type { ZoneView } from '../model/zone/view';
import { intendedOwner } from '../records/dmarcPolicy';
import type { LabelledRecord } from '../records/labelledRecord';
import { recogniseRecord, type RecognisedRecord } from '../records/recognise';
import { wholeSpan } from '../records/tagRecord';
import { message } from '../text/message';
import { labelsOf, plainName, writeName } from '../values/domainName';
import { nearest } from '../values/nearest';
import type { Fix, Report } from './rule';
import { replaceTitle } from './titles';

/** Whether a label is one of the names that belong there, or one of them with a slip: `mta-sts`, `_mtasts`. */
export function isLike(label: string, own: readonly string[]): boolean {
  return own.some((name) => label === name || `_${label}` === name) || nearest(label, own) !== undefined;
}

/**
 * Whether a name has a record of a kind already, or is an alias: then another one that was moved there would only make
 * both useless.
 */
export function isTaken(zone: ZoneView, name: string, kind: string): boolean {
  if (zone.types(name).has('CNAME')) return true;
  return zone.entries(name, 'TXT').some((entry) => {
    const found = recogniseRecord(entry);
    return found?.kind === kind && !('content' in found.value && found.value.content === 'foreign');
  });
}

/** The records of one kind that an owner has, each with its anchor. */
export function recordsOf<K extends RecognisedRecord['kind']>(
  { records }: OwnerRecords,
  kind: K,
): { readonly anchor: Anchor; readonly record: Extract<RecognisedRecord, { readonly kind: K }>['value'] }[] {
  return records.flatMap(({ anchor, recognised }) =>
    // The kind says whose value it is; the compiler does not follow.
    recognised?.kind === kind ? [{ anchor, record: recognised.value as never }] : [],
  );
}

/**
 * Reports a record whose owner lacks its labels.
 * @param own the labels that belong in front of the domain
 * @param like which labels of the owner stand for them: `own` and what goes for one of them
 */
export function reportMisplaced(
  record: LabelledRecord,
  own: readonly string[],
  zone: ZoneView,
  report: (found: Report) => void,
  like: readonly string[] = own,
): void {
  const { entry } = record;
  const owner = intendedOwner(entry);
  const labels = labelsOf(owner);
  // A wildcard answers for names below it, too; a relative name without a known origin may go on anyhow.
  if (record.content === 'foreign' || record.place === 'right' || labels[0] === '*') return;
  if (labelsOf(entry.origin).length === 0 && !entry.owner.written.endsWith('.')) return;
  let strip = 0;
  while (strip < own.length && strip < labels.length && isLike(labels[strip]!, like)) strip++;
  const right = writeName([...own, ...labels.slice(strip)]);
  const taken = isTaken(zone, right, record.definition.kind);
  report({
    span: entry.owner.span ?? wholeSpan(record),
    message: message(
      taken
        ? {
            en: 'This record ({title}) is looked up at `{right}` only, which has one already; at `{owner}` nobody sees it. Remove it, or take over into the other what is missing there.',
            ja: 'このレコード({title})が参照されるのは `{right}` だけで、そこにはすでにレコードがあります。`{owner}` のこのレコードは参照されないため、必要な内容を移したうえで削除してください。',
          }
        : {
            en: 'This record ({title}) is looked up at `{right}` only; at `{owner}` nobody sees it. Move it there.',
            ja: 'このレコード({title})が参照されるのは `{right}` だけで、`{owner}` に置いても参照されません。`{right}` に移してください。',
          },
      { title: record.definition.title, right: plainName(right), owner: plainName(owner) },
    ),
    fixes: taken ? [] : ownerFix(record, own, strip),
  });
}

/** An owner that the entry inherits belongs to other records, too, and cannot be changed for this one alone. */
function ownerFix({ entry }: LabelledRecord, own: readonly string[], strip: number): Fix[] {
  const { span, written } = entry.owner;
  if (span === undefined) return [];
  const rest = written === '@' ? '' : written.split('.').slice(strip).join('.');
  const text = rest === '' ? own.join('.') : `${own.join('.')}.${rest}`;
  return [{ title: replaceTitle(written, text), edits: [{ span, text }] }];
}

/** Reports a record of another kind at the record's own name. */
export function reportForeign(record: LabelledRecord, report: (found: Report) => void): void {
  if (record.content !== 'foreign') return;
  report({
    span: wholeSpan(record),
    message: message(
      {
        en: 'This is something else than what is looked up at `{owner}`: {title}. It is skipped there. Move it to the name it belongs to.',
        ja: '`{owner}` で参照されるのは{title}ですが、これは別のものなので読み飛ばされます。本来の名前に移してください。',
      },
      { owner: plainName(record.entry.owner.name), title: record.definition.title },
    ),
  });
}
