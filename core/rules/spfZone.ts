import { answered } from '../evaluate/dns';
import { spfBudget, type SpfBudget } from '../evaluate/spf/budget';
import { zoneResolver } from '../evaluate/zoneResolver';
import type { OwnerRecord, OwnerRecords } from '../model/zone/owner';
import { readSpf, type SpfRecord } from '../records/spf';
import { isSpf } from '../syntax/spf/version';

/** An SPF record of a zone with what its lookups cost, as far as the zone tells. */
export interface BudgetedRecord {
  readonly anchor: OwnerRecord['anchor'];
  readonly record: SpfRecord;
  readonly budget: SpfBudget;
}

/** The records at a name that receivers take for SPF. */
export function budgetedRecords({ records, zone }: OwnerRecords): BudgetedRecord[] {
  const { apex } = zone;
  // A few records without their SOA are but a part of a zone: what they lack proves nothing.
  const complete = zone.complete && apex !== undefined && zone.types(apex).has('SOA');
  const resolver = zoneResolver(
    apex === undefined
      ? []
      : [
          {
            apex,
            complete,
            records: (name, type) => zone.entries(name, type),
            exists: (name) => zone.exists(name),
          },
        ],
  );
  return records.flatMap(({ anchor, value }): BudgetedRecord[] => {
    const { strings } = value;
    if (value.typeName !== 'TXT' || strings === undefined || !isSpf(strings.text)) return [];
    const record = readSpf(value, strings);
    return [{ anchor, record, budget: answered(spfBudget(record.domain, record.syntax), resolver) }];
  });
}
