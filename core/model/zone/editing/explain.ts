import { budgetAccount } from '../../../evaluate/spf/account';
import { domainOfRecord, explainedRecord } from '../../../records/explain';
import { recogniseRecord, type RecognisedRecord } from '../../../records/recognise';
import { message, type Localized } from '../../../text/message';
import type { Block } from '../../../text/page';
import { plainName } from '../../../values/domainName';
import type { MailRecord, StandingMailRecord } from '../../editing';
import { effectivePolicyLines } from '../effectivePolicy';
import { entryAt } from '../locate';
import { entriesBetween, recordsOf } from '../lookup';
import { budgetIn } from '../resolver';
import type { ZoneModel } from '../zone';
import { zoneView } from '../zoneView';

/** A record that was found, with what it is. */
interface Found {
  readonly recognised: RecognisedRecord;
  readonly start: number;
}

/** So many records of one owner are looked at. */
const MOST_OF_OWNER = 1000;

/** The record of mail authentication that holds a document offset. */
export function mailRecordAt(model: ZoneModel, offset: number): StandingMailRecord | undefined {
  const located = entryAt(model, offset);
  const recognised = located && recogniseRecord(located.entry);
  if (recognised === undefined) return undefined;
  const before = ofOwner(model, recognised.value.entry.owner.name, recognised.kind);
  const index = Math.max(
    0,
    before.findIndex(({ start }) => start === located!.start),
  );
  return standing({ recognised, start: located!.start }, index);
}

/** All records of mail authentication of the document, in its order. */
export function* mailRecords(model: ZoneModel): Generator<StandingMailRecord, undefined> {
  const counts = new Map<string, number>();
  for (const entry of entriesBetween(model)) {
    const recognised = entry.kind === 'record' ? recogniseRecord(entry.entry) : undefined;
    if (recognised === undefined) continue;
    const key = `${recognised.kind} ${recognised.value.entry.owner.name}`;
    const index = counts.get(key) ?? 0;
    counts.set(key, index + 1);
    yield standing({ recognised, start: entry.start }, index);
  }
}

/** Where a record stands now. */
export function findMailRecord(model: ZoneModel, record: MailRecord): StandingMailRecord | undefined {
  const found = ofOwner(model, record.owner, record.kind)[record.index];
  return found && standing(found, record.index);
}

/** A record of the zone in plain sentences, with what the zone tells of its effects. */
export function explainZoneRecord(model: ZoneModel, { owner, kind, index }: MailRecord) {
  const recognised = ofOwner(model, owner, kind)[index]?.recognised;
  return recognised && explainedRecord(recognised, effects(model, recognised));
}

function ofOwner(model: ZoneModel, owner: string, kind: string): Found[] {
  return recordsOf(model, owner, MOST_OF_OWNER).flatMap(({ start, entry }): Found[] => {
    const recognised = recogniseRecord(entry);
    return recognised?.kind === kind ? [{ recognised, start }] : [];
  });
}

function standing({ recognised, start }: Found, index: number): StandingMailRecord {
  const { entry } = recognised.value;
  return {
    kind: recognised.kind,
    owner: entry.owner.name,
    index,
    domain: plainName(domainOfRecord(recognised)),
    span: { start, end: start + entry.text.trimEnd().length },
  };
}

const LOOKUPS: Localized = { en: 'DNS lookups', ja: 'DNS 参照' };
const POLICY: Localized = { en: 'Effective policy', ja: '実際に適用されるポリシー' };

/** What receivers make of a record: the policies that hold, the lookups that it costs. */
function effects(model: ZoneModel, recognised: RecognisedRecord): Block[] {
  const zone = zoneView(model, () => undefined);
  if (recognised.kind === 'dmarc-policy' && recognised.value.place === 'policy') {
    const policies = effectivePolicyLines(zone, recognised.value.domain);
    return [
      { kind: 'heading', text: message(POLICY) },
      { kind: 'paragraph', text: [policies] },
    ];
  }
  if (recognised.kind !== 'spf-record' || !recognised.value.accepted) return [];
  const lines = budgetAccount(budgetIn(zone, recognised.value));
  return [
    { kind: 'heading', text: message(LOOKUPS) },
    { kind: 'list', items: lines.map(({ depth, text }) => ({ depth, text: [text] })) },
  ];
}
