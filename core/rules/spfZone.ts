import type { SpfBudget } from '../evaluate/spf/budget';
import type { OwnerRecord, OwnerRecords } from '../model/zone/owner';
import { budgetIn } from '../model/zone/resolver';
import { isMeantAsSpf } from '../syntax/spf/version';
import type { SpfRecord } from '../records/spf';

/** An SPF record of a zone. */
export interface StandingSpf {
  readonly anchor: OwnerRecord['anchor'];
  readonly record: SpfRecord;
}

/** An SPF record of a zone with what its lookups cost, as far as the zone tells. */
export interface BudgetedRecord extends StandingSpf {
  readonly budget: SpfBudget;
}

/** The records at a name that receivers take for SPF. */
export function spfRecords({ records }: OwnerRecords): StandingSpf[] {
  return records.flatMap((one): StandingSpf[] => {
    const { anchor, value } = one;
    // Most TXT records are others, and telling their kind takes time.
    if (value.strings === undefined || !isMeantAsSpf(value.strings.text)) return [];
    // At `_dmarc` it is no SPF record, whatever it says.
    const { recognised } = one;
    return recognised?.kind === 'spf-record' && recognised.value.accepted
      ? [{ anchor, record: recognised.value }]
      : [];
  });
}

/** The same with their lookups counted. */
export function budgetedRecords(owner: OwnerRecords): BudgetedRecord[] {
  return spfRecords(owner).map((one) => ({ ...one, budget: budgetIn(owner.zone, one.record) }));
}
