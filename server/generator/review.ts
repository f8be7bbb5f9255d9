import type { GeneratedRecord } from '../../core/generator/form';
import { recognised } from '../../core/generator/known';
import type { RecordFinding, RecordReview } from '../../core/generator/protocol';
import { managedZone } from '../../core/generator/publish/data';
import { absoluteLine } from '../../core/generator/publish/zone';
import { spfAnswers } from '../../core/generator/spfAnswers';
import { spfCost } from '../../core/generator/spfText';
import { budgetAccount } from '../../core/evaluate/spf/account';
import type { BudgetState, SpfBudget } from '../../core/evaluate/spf/budget';
import { effectivePolicyLines } from '../../core/model/zone/effectivePolicy';
import { budgetIn } from '../../core/model/zone/resolver';
import { isZoneModel, type ZoneModel } from '../../core/model/zone/zone';
import { zoneView } from '../../core/model/zone/zoneView';
import { createLanguageService } from '../../core/service';
import { message, type Localized, type Message } from '../../core/text/message';
import { sourceText } from '../../core/text/sourceText';
import { plainName } from '../../core/values/domainName';

/** What the rules say of a record that stands alone; the zone around it is nobody's business here. */
export function checkRecord(record: GeneratedRecord): RecordFinding[] {
  const service = createLanguageService();
  service.open('generated', 'dns-zone', sourceText(`${absoluteLine(record)}\n`), { origin: '.' });
  return service
    .findings('generated')
    .filter(({ rule }) => !rule.startsWith('zone-'))
    .map(({ rule, severity, message }) => ({ rule, severity, message }));
}

/**
 * What is to be said of records that are published together.
 * @param zone the zone with the records in it; without it they are taken for all that their domain has
 */
export function reviewRecords(
  records: readonly GeneratedRecord[],
  zone: ZoneModel | undefined,
): RecordReview[] {
  return records.map((record) => ({
    findings: checkRecord(record),
    facts: factsOf(record, zone ?? alone(records, record)),
  }));
}

/** A zone of nothing but the records, named as the domain of one of them. */
function alone(records: readonly GeneratedRecord[], record: GeneratedRecord): ZoneModel | undefined {
  const service = createLanguageService({ rules: [] });
  const text = records.map((one) => `${absoluteLine(one)}\n`).join('');
  service.open('generated', 'dns-zone', sourceText(text), { origin: managedZone(record, undefined) });
  const model = service.model('generated');
  return model !== undefined && isZoneModel(model) ? model : undefined;
}

function factsOf(record: GeneratedRecord, model: ZoneModel | undefined): Message[] {
  const found = recognised(record);
  if (found === undefined || model === undefined) return [];
  const zone = zoneView(model, () => undefined);
  if (found.kind === 'dmarc-policy') {
    return found.value.place === 'policy' ? [effectivePolicyLines(zone, found.value.domain)] : [];
  }
  if (found.kind !== 'spf-record') return [];
  const budget = budgetIn(zone, found.value);
  const said = spfCost({ ...spfAnswers(found.value), domain: plainName(found.value.domain) });
  if (budget.lookups === 0) return [message(NO_LOOKUPS)];
  // The form's own note tells what is known of services; the zones at hand may know more, or of trouble.
  const more = budget.complete && (said.least || budget.lookups !== said.lookups);
  return more || isTroubled(budget) ? budgetAccount(budget).map(({ text }) => text) : [];
}

const NO_LOOKUPS: Localized = {
  en: 'Receivers need none of the 10 DNS lookups that SPF allows.',
  ja: '受信側での DNS 参照は不要です(SPF の上限は 10 回)。',
};

const TROUBLES: ReadonlySet<BudgetState> = new Set<BudgetState>([
  'no-record',
  'several-records',
  'loop',
  'void',
  'too-many-exchanges',
]);

function isTroubled({ items }: SpfBudget): boolean {
  return items.some(
    ({ state, nested }) => TROUBLES.has(state) || (nested !== undefined && isTroubled(nested)),
  );
}
