import type { SpfBudget } from '../evaluate/spf/budget';
import type { OwnerRecord, OwnerRecords } from '../model/zone/owner';
import { budgetIn } from '../model/zone/resolver';
import { isMeantAsSpf } from '../syntax/spf/version';
import type { SpfRecord } from '../records/spf';

/** An SPF record of a zone with what its lookups cost, as far as the zone tells. */
export interface BudgetedRecord {
  readonly anchor: OwnerRecord['anchor'];
  readonly record: SpfRecord;
  readonly budget: SpfBudget;
}

/** The records at a name that receivers take for SPF. */
export function budgetedRecords({ records, zone }: OwnerRecords): BudgetedRecord[] {
  return records.flatMap((one): BudgetedRecord[] => {
    const { anchor, value } = one;
    // Most TXT records are others, and telling their kind takes time.
    if (value.strings === undefined || !isMeantAsSpf(value.strings.text)) return [];
    // At `_dmarc` it is no SPF record, whatever it says.
    const { recognised } = one;
    if (recognised?.kind !== 'spf-record' || !recognised.value.accepted) return [];
    const record = recognised.value;
    return [{ anchor, record, budget: budgetIn(zone, record) }];
  });
}
