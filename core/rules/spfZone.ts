import type { SpfBudget } from '../evaluate/spf/budget';
import type { OwnerRecord, OwnerRecords } from '../model/zone/owner';
import { budgetIn } from '../model/zone/resolver';
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
  return records.flatMap(({ anchor, value }): BudgetedRecord[] => {
    const { strings } = value;
    if (value.typeName !== 'TXT' || strings === undefined || !isSpf(strings.text)) return [];
    const record = readSpf(value, strings);
    return [{ anchor, record, budget: budgetIn(zone, record) }];
  });
}
