import type { GeneratedRecord, RecordForm } from '../../../core/generator/form';
import { recognised, type GivenRecord } from '../../../core/generator/known';
import type { RecordFinding } from '../../../core/generator/protocol';
import { zoneApex } from '../../../core/model/zone/place';
import type { ZoneModel } from '../../../core/model/zone/zone';
import { slice } from '../../../core/text/sourceText';
import { message, type Localized, type Message } from '../../../core/text/message';
import { isWithin, labelsOf, plainName } from '../../../core/values/domainName';
import { circumstancesOf } from '../../circumstances';
import { putRecordsInto, type PutInto } from '../../generator/putInto';
import { reviewRecords, reviewStanding } from '../../generator/review';
import { inBoth } from './arguments';

/** What the rules say of records that were generated, ready to be told. */
export interface Told {
  readonly lines: readonly Message[];
  /** Whether there is an error that the records themselves bring in. */
  readonly failed: boolean;
}

/** The zone in which records lie, and what becomes of it. */
export function intoOwnZone(
  zones: readonly ZoneModel[],
  records: readonly GeneratedRecord[],
): PutInto | undefined {
  const [first] = records;
  if (first === undefined) return undefined;
  // Of several zones around a name, the nearest one holds it.
  const around = zones
    .filter((zone) => zoneApex(zone) !== '.' && isWithin(first.owner, zoneApex(zone)))
    .sort((a, b) => labelsOf(zoneApex(b)).length - labelsOf(zoneApex(a)).length)[0];
  return (
    around && putRecordsInto(slice(around.text), records, around.documentContext, circumstancesOf(undefined))
  );
}

/**
 * Asks the rules about records.
 * @param kept records that are there, of the same form, and stay as they are
 */
export function findingsOf(
  records: readonly GeneratedRecord[],
  into: PutInto | undefined,
  kept: readonly GivenRecord[] = [],
): Told {
  const own = reviewRecords(records, into).flatMap(({ findings }, at) =>
    findings.map((finding) => ({ record: records[at]!, finding })),
  );
  const others =
    into === undefined
      ? []
      : reviewStanding(kept, into).flatMap(({ findings }, at) =>
          findings.map((finding) => ({ record: kept[at]!, finding })),
        );
  return {
    lines: [...own, ...others].map(({ record, finding }) => lineFor(record, finding)),
    failed: own.some(({ finding }) => finding.severity === 'error' && finding.existing !== true),
  };
}

/** The records of a form that are there and that none of the new ones takes the place of. */
export function keptRecords(
  form: RecordForm,
  known: readonly GivenRecord[],
  records: readonly GeneratedRecord[],
): GivenRecord[] {
  const kindOf = (record: GivenRecord): string =>
    `${record.owner} ${record.type} ${recognised(record)?.kind ?? ''}`;
  const replaced = new Set(records.map(kindOf));
  return known.filter((record) => form.meaning(record).length > 0 && !replaced.has(kindOf(record)));
}

const SEVERITIES: Readonly<Record<RecordFinding['severity'], Localized>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  information: { en: 'note', ja: '情報' },
  hint: { en: 'hint', ja: 'ヒント' },
};

const LINE: Localized = {
  en: '{owner}: {severity}: {why} ({rule})',
  ja: '{owner}: {severity}: {why} ({rule})',
};
const EXISTING: Localized = {
  en: '{owner}, in the record that is there: {severity}: {why} ({rule})',
  ja: '{owner}(既存のレコードの内容): {severity}: {why} ({rule})',
};

function lineFor(
  { owner }: GivenRecord,
  { severity, message: said, rule, existing }: RecordFinding,
): Message {
  return message(existing === true ? EXISTING : LINE, {
    owner: plainName(owner),
    severity: SEVERITIES[severity],
    why: inBoth(said),
    rule,
  });
}
