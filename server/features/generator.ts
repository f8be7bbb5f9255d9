import type { GeneratedRecord, GeneratedType } from '../../core/generator/form';
import {
  CHECK_RECORD,
  GENERATOR_KNOWN,
  ZONE_CONTEXT,
  type Insertion,
  type RecordFinding,
  type ZoneContext,
} from '../../core/generator/protocol';
import { recognised, type Known } from '../../core/generator/known';
import { zoneLine } from '../../core/generator/publish/zone';
import type { StandingEntry } from '../../core/model/zone/lookup';
import { recordPlace, zoneApex, type RecordPlace } from '../../core/model/zone/place';
import { isZoneModel } from '../../core/model/zone/zone';
import { createLanguageService } from '../../core/service';
import { sourceText } from '../../core/text/sourceText';
import { shiftSpan } from '../../core/text/span';
import type { Feature } from '../host';
import { knownOf } from '../generator/known';
import { asObject } from '../settings';

/** What the record generator asks: where a record belongs, and what the rules say of it. */
export const generator: Feature = {
  answer({ connection, service, documents }) {
    connection.onRequest(GENERATOR_KNOWN, (params: unknown): Known => {
      const { uri, domain } = asObject(params);
      // The document that is looked at comes first: it says which domain is meant.
      const open = [...documents()].sort((a, b) => Number(b.uri === uri) - Number(a.uri === uri));
      return knownOf(service, open, typeof domain === 'string' ? domain : undefined);
    });

    connection.onRequest(ZONE_CONTEXT, (params: unknown): ZoneContext | null => {
      const { uri, owner, record } = asObject(params);
      const model = typeof uri === 'string' ? service.model(uri) : undefined;
      if (model === undefined || !isZoneModel(model)) return null;
      const origin = zoneApex(model);
      const wanted = recordOf(record);
      const at = wanted?.owner ?? (typeof owner === 'string' ? owner : origin);
      const place = recordPlace(model, at, wanted && { type: wanted.type, kind: recognised(wanted)?.kind });
      return { origin, existing: place.existing.map(existingOf), insertion: insertionOf(place) };
    });

    connection.onRequest(CHECK_RECORD, (params: unknown): RecordFinding[] => {
      const record = recordOf(asObject(params).record);
      return record === undefined ? [] : checkRecord(record);
    });
  },
};

const TYPES: readonly GeneratedType[] = ['TXT', 'MX', 'CNAME', 'A', 'AAAA'];

/** A record as the client sends it; undefined for anything else. */
function recordOf(given: unknown): GeneratedRecord | undefined {
  const { owner, value, ttl, type: word, preference } = asObject(given);
  const type = TYPES.find((one) => one === word);
  if (typeof owner !== 'string' || typeof value !== 'string' || typeof ttl !== 'number') return undefined;
  if (type === undefined) return undefined;
  return { owner, type, value, ttl, ...(typeof preference === 'number' && { preference }) };
}

/** What the rules say of a record that stands alone; the zone around it is nobody's business here. */
export function checkRecord(record: GeneratedRecord): RecordFinding[] {
  const service = createLanguageService();
  const line = zoneLine(record, { origin: '.', hasTtl: false });
  service.open('generated', 'dns-zone', sourceText(`${line}\n`), { origin: '.' });
  return service
    .findings('generated')
    .filter(({ rule }) => !rule.startsWith('zone-'))
    .map(({ rule, severity, message }) => ({ rule, severity, message }));
}

function existingOf({ start, entry }: StandingEntry): ZoneContext['existing'][number] {
  return {
    text: entry.text,
    owner: entry.owner.name,
    ...(entry.owner.span && { ownerSpan: shiftSpan(entry.owner.span, start) }),
    data: shiftSpan(entry.rdata, start),
    origin: entry.origin,
  };
}

/** The place of a new line, with the layout of its neighbour. */
export function insertionOf({ neighbour, offset, breakBefore, origin, hasTtl }: RecordPlace): Insertion {
  const plain = { offset, breakBefore, origin, hasTtl };
  if (neighbour === undefined) return plain;
  const { span, written } = neighbour.owner;
  const gap = neighbour.text.slice(span?.end ?? 0, neighbour.rdata.start);
  return { ...plain, like: { owner: span === undefined ? '' : written, gap } };
}
