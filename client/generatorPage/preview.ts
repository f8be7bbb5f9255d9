import type { Generated, GeneratedRecord } from '../../core/generator/form';
import type { RecordFinding } from '../../core/generator/protocol';
import { absoluteLine } from '../../core/generator/publish/zone';
import type { SpfTermCost } from '../../core/generator/spfText';
import type { Message } from '../../core/text/message';
import type { Judged, Judgement } from '../generator/form/protocol';
import { element, icon, type Shape } from '../webview/dom';
import { effectivePolicies, LOOKUP_LIMIT, type EffectivePolicy, type SpfBudget } from './insight';
import { createSection } from './section';
import { plainly, richly } from './text';
import type { Speech, Word } from './words';

/** What the rules say: undefined while they are being asked, null where nobody answers. */
export type Verdict = Judgement | null | undefined;

/** The records as they will stand, and what is to be known of them. */
export interface Preview {
  readonly root: HTMLElement;
  /** @param budget of the answers as they are, also where they will not do */
  show(generated: Generated | undefined, verdict: Verdict, budget: SpfBudget | undefined): void;
}

export function createPreview(speech: Speech): Preview {
  const records = createSection('records', undefined, (shown: readonly Shown[]) =>
    shown.map((one) => recordCard(one, speech)),
  );
  const zone = createSection('zone-notes', undefined, (notes: readonly string[]) =>
    notes.map((text) => element('p', { class: 'aside', text })),
  );
  const budget = createSection('budget', speech.say('budget'), (cost: SpfBudget) => lookups(cost, speech));
  const policy = createSection('policy', speech.say('policy'), (rows: readonly EffectivePolicy[]) => [
    policyTable(rows, speech),
  ]);
  const notes = createSection('notes', speech.say('notes'), (texts: readonly Message[]) => [
    element('ul', {}, ...texts.map((text) => element('li', {}, ...richly(text, speech.locale)))),
  ]);
  return {
    root: element(
      'div',
      { class: 'sections' },
      records.root,
      zone.root,
      budget.root,
      policy.root,
      notes.root,
    ),
    show(generated, verdict, cost) {
      const made = generated?.records ?? [];
      const some = made.length > 0;
      const shown = made.map((record, at): Shown => ({ record, judged: verdict && verdict.records[at] }));
      records.show(some ? shown : undefined);
      const said = verdict ? [...verdict.notes, ...(verdict.unchanged ? [speech.say('unchanged')] : [])] : [];
      zone.show(some && said.length > 0 ? said : undefined);
      budget.show(cost);
      policy.show(some ? effectivePolicies(made) : undefined);
      const told = generated?.notes ?? [];
      notes.show(told.length > 0 ? told : undefined);
    },
  };
}

interface Shown {
  readonly record: GeneratedRecord;
  readonly judged: Judged | null | undefined;
}

function recordCard({ record, judged }: Shown, speech: Speech): HTMLElement {
  const line = judged?.line ?? absoluteLine(record);
  const going = judged?.replaces ?? [];
  const replaced =
    going.length === 0
      ? []
      : [
          element('p', { class: 'aside', text: speech.say('replaces') }),
          ...going.map((text) => element('pre', { class: 'old', text: plainly(text.trim()) })),
        ];
  return element(
    'article',
    { class: 'record', attributes: { 'data-owner': record.owner } },
    element(
      'h3',
      {},
      element('span', { class: 'owner', text: plainly(record.owner) }),
      element('span', { class: 'type', text: record.type }),
    ),
    element('pre', { class: 'line', text: plainly(line.trim()) }),
    ...replaced,
    findingList(judged, speech),
  );
}

const MARKS: Readonly<Record<RecordFinding['severity'], Shape>> = {
  error: 'fail',
  warning: 'unaligned',
  information: 'unknown',
  hint: 'unknown',
};

function findingList(judged: Judged | null | undefined, speech: Speech): HTMLElement {
  if (judged === undefined) return element('p', { class: 'aside', text: speech.say('judging') });
  if (judged === null) return element('p', { class: 'aside', text: speech.say('unjudged') });
  if (judged.findings.length === 0) {
    return element('p', { class: 'fine' }, icon('pass'), speech.say('noFindings'));
  }
  return element(
    'ul',
    { class: 'findings' },
    ...judged.findings.map(({ severity, message, rule, existing }) =>
      element(
        'li',
        { class: severity },
        icon(MARKS[severity]),
        element('span', { class: 'severity', text: speech.say(severity) }),
        element('span', { class: 'words' }, ...richly(message, speech.locale)),
        element(
          'span',
          { class: 'rule' },
          element('code', { text: rule }),
          ...(existing === true ? [` ${speech.say('carriedOver')}`] : []),
        ),
      ),
    ),
  );
}

function lookups({ lookups: count, least, terms }: SpfBudget, speech: Speech): readonly Node[] {
  const word: Word = least ? 'lookupsLeast' : 'lookups';
  const over = count > LOOKUP_LIMIT;
  const used = over ? 'cell used over' : 'cell used';
  const cells = Array.from({ length: LOOKUP_LIMIT }, (_, at) =>
    element('span', { class: at < count ? used : 'cell' }),
  );
  const said = speech.say(word, { lookups: count, limit: LOOKUP_LIMIT });
  return [
    element('div', { class: 'meter', attributes: { 'aria-hidden': 'true' } }, ...cells),
    ...(over
      ? [element('p', { class: 'over' }, icon('fail'), speech.say('overBudget', { said }))]
      : [element('p', { text: said })]),
    ...(terms.length === 0 ? [] : [termCosts(terms, speech)]),
  ];
}

/** Which term costs what. */
function termCosts(terms: readonly SpfTermCost[], speech: Speech): HTMLElement {
  return element(
    'ul',
    { class: 'costs' },
    ...terms.map(({ name, lookups: own, least }) =>
      element(
        'li',
        {},
        element('span', { text: plainly(name) }),
        element('span', {
          class: 'cost',
          text: least ? speech.say('orMore', { lookups: own }) : String(own),
        }),
      ),
    ),
  );
}

const SCOPES: Readonly<Record<EffectivePolicy['scope'], Word>> = {
  p: 'scopeP',
  sp: 'scopeSp',
  np: 'scopeNp',
};

function policyTable(rows: readonly EffectivePolicy[], speech: Speech): HTMLElement {
  return element(
    'dl',
    {},
    ...rows.flatMap(({ scope, policy, applied, meaning }) => [
      element('dt', { text: speech.say(SCOPES[scope]) }),
      element(
        'dd',
        {},
        element('strong', {
          text: policy === applied ? policy : speech.say('whileTesting', { policy, applied }),
        }),
        element('span', { class: 'detail' }, ...richly(meaning, speech.locale)),
      ),
    ]),
  );
}
