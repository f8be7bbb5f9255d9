import type { GeneratedRecord, GeneratedType } from '../../core/generator/form';
import type { Known } from '../../core/generator/known';
import { recognised } from '../../core/generator/known';
import {
  CHECK_RECORD,
  GENERATOR_KNOWN,
  PUT_RECORDS,
  REVIEW_RECORDS,
  ZONE_CONTEXT,
  type PutRecordsResult,
  type RecordFinding,
  type RecordReview,
  type ZoneContext,
} from '../../core/generator/protocol';
import { recordPlace, zoneApex } from '../../core/model/zone/place';
import { isZoneModel, type ZoneModel } from '../../core/model/zone/zone';
import { slice, sourceText } from '../../core/text/sourceText';
import { circumstancesOf } from '../circumstances';
import { knownOf, type TellingDocument } from '../generator/known';
import { editsBetween } from '../generator/lineDifference';
import { existingRecord, insertionOf, putRecordsInto, type PutInto } from '../generator/putInto';
import { checkRecord, reviewRecords } from '../generator/review';
import type { Feature, Host } from '../host';
import { asObject } from '../settings';

/** What the record generator asks: what is known, where records belong, and what is to be said of them. */
export const generator: Feature = {
  answer(host) {
    const { connection, service, documents, guarded } = host;

    connection.onRequest(GENERATOR_KNOWN, async (params: unknown): Promise<Known> => {
      const { uri, domain, files } = asObject(params);
      // A zone that is just being read may be the one that is meant.
      await Promise.all(documents().map((open) => host.settled(open.uri)));
      return guarded('what is known', {}, () => {
        // The document that is looked at comes first: it says which domain is meant.
        const open = [...documents()].sort((a, b) => Number(b.uri === uri) - Number(a.uri === uri));
        const all = [...open, ...filesOf(files)];
        return knownOf(service, all, typeof domain === 'string' ? domain : undefined);
      });
    });

    connection.onRequest(ZONE_CONTEXT, async (params: unknown): Promise<ZoneContext | null> => {
      const { uri, owner, record } = asObject(params);
      const model = await zoneOf(host, uri);
      if (model === undefined) return null;
      const origin = zoneApex(model);
      const wanted = recordOf(record);
      const at = wanted?.owner ?? (typeof owner === 'string' ? owner : origin);
      const place = recordPlace(model, at, wanted && { type: wanted.type, kind: recognised(wanted)?.kind });
      return { origin, existing: place.existing.map(existingRecord), insertion: insertionOf(place) };
    });

    connection.onRequest(CHECK_RECORD, (params: unknown): RecordFinding[] => {
      const record = recordOf(asObject(params).record);
      return record === undefined ? [] : checkRecord(record);
    });

    connection.onRequest(PUT_RECORDS, async (params: unknown): Promise<PutRecordsResult | null> => {
      const { uri, records } = asObject(params);
      const model = await zoneOf(host, uri);
      const document = host.document(String(uri));
      if (model === undefined || document === undefined) return null;
      return guarded('putting records into a zone', null, () => {
        const { before, after, replaced, notes } = putInto(host, model, recordsOf(records));
        return { version: document.version, edits: editsBetween(before, after), replaced, notes };
      });
    });

    connection.onRequest(REVIEW_RECORDS, async (params: unknown): Promise<RecordReview[]> => {
      const { uri, records } = asObject(params);
      const model = await zoneOf(host, uri);
      const all = recordsOf(records);
      return guarded('review of records', [], () => reviewRecords(all, model && putInto(host, model, all)));
    });
  },
};

/** The zone of a document, read to its end; undefined where it is none. */
async function zoneOf({ service, settled }: Host, uri: unknown): Promise<ZoneModel | undefined> {
  if (typeof uri !== 'string') return undefined;
  await settled(uri);
  const model = service.model(uri);
  return model !== undefined && isZoneModel(model) ? model : undefined;
}

function putInto(host: Host, model: ZoneModel, records: readonly GeneratedRecord[]): PutInto {
  return putRecordsInto(slice(model.text), records, model.documentContext, circumstancesOf(host.section()));
}

/** Configurations that the client found; what does not fit is left out. */
function filesOf(files: unknown): TellingDocument[] {
  if (!Array.isArray(files)) return [];
  return files.flatMap((file: unknown): TellingDocument[] => {
    const { languageId, text } = asObject(file);
    if (typeof languageId !== 'string' || typeof text !== 'string') return [];
    return [{ uri: '', languageId, text: sourceText(text) }];
  });
}

function recordsOf(given: unknown): GeneratedRecord[] {
  return Array.isArray(given) ? given.flatMap((one: unknown) => recordOf(one) ?? []) : [];
}

const TYPES: readonly GeneratedType[] = ['TXT', 'MX', 'CNAME', 'A', 'AAAA'];

/** A record as the client sends it; undefined for anything else. */
function recordOf(given: unknown): GeneratedRecord | undefined {
  const { owner, value, ttl, type: word, preference } = asObject(given);
  const type = TYPES.find((one) => one === word);
  if (typeof owner !== 'string' || typeof value !== 'string' || typeof ttl !== 'number') return undefined;
  if (type === undefined) return undefined;
  return { owner, type, value, ttl, ...(typeof preference === 'number' && { preference }) };
}
