import { isUtf8 } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { GeneratedRecord, GeneratedType } from '../../../core/generator/form';
import { recognised } from '../../../core/generator/known';
import { replacing, zoneLine } from '../../../core/generator/publish/zone';
import { raiseSerial } from '../../../core/model/zone/editing/raiseSerial';
import { recordPlace } from '../../../core/model/zone/place';
import { isZoneModel, zoneReader, type ZoneModel } from '../../../core/model/zone/zone';
import { message, type Localized, type Message } from '../../../core/text/message';
import { sourceText } from '../../../core/text/sourceText';
import { applyEdits, shiftSpan } from '../../../core/text/span';
import { insertionOf } from '../../features/generator';
import { presentMoment } from '../../generator/known';

const said = {
  encoding: {
    en: 'the file is not UTF-8, so it cannot be written back as it was',
    ja: 'ファイルが UTF-8 ではないため、元どおりに書き戻せません',
  },
  others: {
    en: '{owner}: there are {count} records of this kind; the first was replaced, the others have to go by hand',
    ja: '{owner}: 同じ種類のレコードが {count} 個あります。最初のものを置き換えました。残りは手で削除してください',
  },
  conflict: {
    en: '{owner} has records of type {other} already, and an alias (CNAME) stands alone (RFC 1034 §3.6.2): the {type} record was left out',
    ja: '{owner} には既に {other} レコードがあり、別名 (CNAME) とは併用できません (RFC 1034 §3.6.2)。{type} レコードは追加していません',
  },
} satisfies Record<string, Localized>;

/** Of the types that are made, those beside which a record cannot stand. */
function conflicting(type: GeneratedType): readonly GeneratedType[] {
  if (type === 'CNAME') return ['A', 'AAAA'];
  return type === 'A' || type === 'AAAA' ? ['CNAME'] : [];
}

/** A zone file with records put into it. */
export interface Changed {
  readonly before: string;
  readonly after: string;
  readonly notes: readonly Message[];
}

/**
 * Puts records into a zone's text: each in place of the one of its kind, or in a fitting place; then the serial is
 * raised.
 */
export function putInto(
  text: string,
  fileName: string,
  records: readonly GeneratedRecord[],
  origin?: string,
): Changed {
  const notes: Message[] = [];
  const read = (now: string): ZoneModel => {
    const model = zoneReader.open(sourceText(now), { fileName, ...(origin !== undefined && { origin }) });
    if (!isZoneModel(model)) throw new TypeError('no zone');
    return model;
  };
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  let after = text;
  const made = new Map<string, number>();
  for (const record of records) {
    const kind = recognised(record)?.kind;
    const model = read(after);
    const place = recordPlace(model, record.owner, { type: record.type, kind });
    const other = conflicting(record.type).find(
      (type) => recordPlace(model, record.owner, { type, kind: undefined }).existing.length > 0,
    );
    if (other !== undefined) {
      notes.push(message(said.conflict, { owner: record.owner, type: record.type, other }));
      continue;
    }
    const key = `${record.owner} ${record.type} ${kind ?? ''}`;
    // Of a set of several, the first ones that were put in are not what the next one replaces.
    const [existing] = made.has(key) ? [] : place.existing;
    if (existing === undefined) {
      const insertion = insertionOf(place);
      const line = `${insertion.breakBefore ? lineEnd : ''}${zoneLine(record, insertion)}${lineEnd}`;
      after = after.slice(0, insertion.offset) + line + after.slice(insertion.offset);
    } else {
      const { start, entry } = existing;
      const edits = replacing(record, {
        text: entry.text,
        owner: entry.owner.name,
        ...(entry.owner.span && { ownerSpan: shiftSpan(entry.owner.span, start) }),
        data: shiftSpan(entry.rdata, start),
        origin: entry.origin,
      });
      after = applyEdits(after, edits);
      if (place.existing.length > 1) {
        notes.push(message(said.others, { owner: record.owner, count: place.existing.length }));
      }
    }
    made.set(key, (made.get(key) ?? 0) + 1);
  }
  if (after === text) return { before: text, after, notes };
  const raised = raiseSerial(read(after), { serialStyle: 'auto', now: presentMoment() }, 'now');
  if ('refused' in raised) return { before: text, after, notes: [...notes, raised.refused] };
  return { before: text, after: applyEdits(after, raised.edits), notes };
}

/**
 * Puts records into a zone file.
 * @param write whether the file is changed; otherwise what would change is told
 * @throws the system's error where the file cannot be read or written
 */
export function putIntoFile(
  path: string,
  records: readonly GeneratedRecord[],
  write: boolean,
  origin?: string,
): Changed | Message {
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) return message(said.encoding);
  const changed = putInto(bytes.toString('utf8'), basename(path), records, origin);
  if (write && changed.after !== changed.before) writeFileSync(path, changed.after);
  return changed;
}

/** The lines that differ: those that went with `-` before them, those that came with `+`. */
export function difference(before: string, after: string): string[] {
  const old = before.split(/\r?\n/);
  const now = after.split(/\r?\n/);
  const out: string[] = [];
  let a = 0;
  let b = 0;
  while (a < old.length || b < now.length) {
    if (a < old.length && b < now.length && old[a] === now[b]) {
      a++;
      b++;
      continue;
    }
    const [skipOld, skipNow] = nextMeeting(old, now, a, b);
    out.push(...old.slice(a, a + skipOld).map((line) => `-${line}`));
    out.push(...now.slice(b, b + skipNow).map((line) => `+${line}`));
    a += skipOld;
    b += skipNow;
  }
  return out;
}

/** How many lines of each text lie before the next one that both have. */
function nextMeeting(old: readonly string[], now: readonly string[], a: number, b: number): [number, number] {
  for (let sum = 1; sum <= 200; sum++) {
    for (let skip = 0; skip <= sum; skip++) {
      const left = old[a + skip];
      const right = now[b + sum - skip];
      if (left === undefined && right === undefined) return [skip, sum - skip];
      if (left !== undefined && left === right) return [skip, sum - skip];
    }
  }
  return [old.length - a, now.length - b];
}
