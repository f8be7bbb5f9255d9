import type { GeneratedRecord } from '../../core/generator/form';
import { recognised, type GivenRecord } from '../../core/generator/known';
import type { RecordFinding, RecordReview } from '../../core/generator/protocol';
import { managedZone } from '../../core/generator/publish/data';
import { absoluteLine } from '../../core/generator/publish/zone';
import { spfAnswers } from '../../core/generator/spfAnswers';
import { spfCost } from '../../core/generator/spfText';
import { budgetAccount } from '../../core/evaluate/spf/account';
import type { BudgetState, SpfBudget } from '../../core/evaluate/spf/budget';
import type { DocumentContext } from '../../core/model/model';
import { effectivePolicyLines } from '../../core/model/zone/effectivePolicy';
import { recordPlace } from '../../core/model/zone/place';
import { budgetIn } from '../../core/model/zone/resolver';
import { isZoneModel, type ZoneModel } from '../../core/model/zone/zone';
import { zoneView } from '../../core/model/zone/zoneView';
import { createLanguageService } from '../../core/service';
import { message, type Localized, type Message } from '../../core/text/message';
import { sourceText } from '../../core/text/sourceText';
import { plainName } from '../../core/values/domainName';
import { says, type PutInto } from './putInto';

/** What the rules say of a record that stands alone; the zone around it is nobody's business here. */
export function checkRecord(record: GeneratedRecord): RecordFinding[] {
  const service = createLanguageService();
  service.open('generated', 'dns-zone', sourceText(`${absoluteLine(record)}\n`), { origin: '.' });
  return service
    .findings('generated')
    .filter(({ rule }) => !rule.startsWith('zone-'))
    .map(plain);
}

/**
 * What is to be said of records that are published together.
 * @param into the zone with the records put into it; without it they are taken for all that their domain has
 */
export function reviewRecords(
  records: readonly GeneratedRecord[],
  into: PutInto | undefined,
): RecordReview[] {
  const then = into && judgedZone(into.after, into.model.documentContext);
  let before: JudgedZone | undefined;
  return records.map((record) => {
    const there = then?.of(record, 'as it says');
    const found = there ?? checkRecord(record);
    if (found.length > 0 && into !== undefined) {
      before ??= judgedZone(into.before, into.model.documentContext);
    }
    const said = new Set((before?.of(record, 'of its kind') ?? []).map(({ rule }) => rule));
    return {
      findings: found.map((finding) => (said.has(finding.rule) ? { ...finding, existing: true } : finding)),
      facts: factsOf(record, into?.model ?? alone(records, record)),
    };
  });
}

/** A zone file that the rules were asked about. */
interface JudgedZone {
  /** What they say of a record that stands there, or of all of its name and kind; undefined where there is none. */
  of(record: GivenRecord, which: 'as it says' | 'of its kind'): RecordFinding[] | undefined;
}

/** A longer zone is not judged as a whole for every letter that somebody types, in UTF-16 code units. */
const MOST_JUDGED = 300_000;

function judgedZone(text: string, context: DocumentContext): JudgedZone | undefined {
  if (text.length > MOST_JUDGED) return undefined;
  const service = createLanguageService();
  service.open('zone', 'dns-zone', sourceText(text), context);
  const model = service.model('zone');
  if (model === undefined || !isZoneModel(model)) return undefined;
  return {
    of(record, which) {
      const wanted = { type: record.type, kind: recognised(record)?.kind };
      const standing = recordPlace(model, record.owner, wanted).existing.filter(
        (one) => which === 'of its kind' || says(one, record),
      );
      if (standing.length === 0) return undefined;
      const spans = standing.map(({ start, entry }) => ({ start, end: start + entry.text.length }));
      const found = spans.flatMap((span) => service.findingsIn('zone', span)).map(plain);
      return found.filter((one, at) => found.findIndex(({ rule }) => rule === one.rule) === at);
    },
  };
}

function plain({ rule, severity, message: text }: RecordFinding): RecordFinding {
  return { rule, severity, message: text };
}

/** Findings of records that are there and stay as they are. */
export function reviewStanding(records: readonly GivenRecord[], into: PutInto): RecordReview[] {
  const then = judgedZone(into.after, into.model.documentContext);
  return records.map((record) => ({
    findings: (then?.of(record, 'as it says') ?? []).map((finding) => ({ ...finding, existing: true })),
    facts: [],
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
