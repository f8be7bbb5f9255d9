import * as vscode from 'vscode';
import { POLICY_STEPS, type PolicyStep, type ReportEvidence } from '../../../core/generator/ladder';
import {
  POLICY_LADDER,
  type PolicyLadderParams,
  type PolicyLadderResult,
  type PolicyRung,
} from '../../../core/generator/zoneProtocol';
import { message } from '../../../core/text/message';
import { pick, type StepEnd } from '../../generator/steps';
import { inWords } from '../../generator/words';
import type { Done } from '../protocol';
import { makeChange } from './apply';
import { sentences, told } from './lines';
import { patiently } from './patiently';
import { lookingFor, noAnswer, offerGenerator, placeName, reaching, type Way } from './record';
import type { WorkspaceZones } from './workspaceZones';

type Ladder = Extract<PolicyLadderResult, { readonly rungs: unknown }>;

interface RungItem extends vscode.QuickPickItem {
  readonly rung?: PolicyRung;
}

/**
 * Takes the policy of a domain to another rung of the ladder, the next one up unless another is chosen. Nothing is
 * written before the change was shown and agreed to.
 * @param evidence what open reports say, where there are any
 */
export async function raisePolicy(
  zones: WorkspaceZones,
  domain: string,
  evidence?: ReportEvidence,
): Promise<Done> {
  const params: PolicyLadderParams = { domain, ...(evidence !== undefined && { evidence }) };
  const ask = (): Promise<PolicyLadderResult | null> =>
    zones.server.request<PolicyLadderResult | null>(POLICY_LADDER, params);
  const ladder = await patiently(lookingFor(domain), (cancel) =>
    reaching(zones, ask, waysOn, cancel).catch(() => null),
  );
  if (ladder === 'cancelled') return { done: false };
  if (ladder === null || 'included' in ladder) return { done: false, said: noAnswer() };
  if ('refused' in ladder) {
    if (ladder.missing === undefined) return { done: false, said: inWords(ladder.refused) };
    offerGenerator('dmarc', { ...ladder.missing, said: [] });
    return { done: false };
  }
  const rung = await chosenRung(ladder);
  if (rung === undefined || !(await makeChange(rung.change, ladder.place))) return { done: false };
  return { done: true, said: vscode.l10n.t('The policy of {0} is {1} now', ladder.domain, titleOf(rung)) };
}

function waysOn(result: PolicyLadderResult | null): Way {
  if (result === null || 'rungs' in result) return undefined;
  if ('included' in result) return { files: result.included };
  return result.missing === undefined || result.missing.uri !== undefined
    ? undefined
    : { names: [result.missing.owner] };
}

/** The rung that is chosen and agreed to. */
async function chosenRung(ladder: Ladder): Promise<PolicyRung | undefined> {
  const title = vscode.l10n.t('Raise DMARC Policy: {0}', ladder.domain);
  const rungs = ladder.rungs.map(rungItem);
  // The strictest stands at the top, as on a ladder.
  const items: RungItem[] = [
    ...rungs.toReversed(),
    ...told<RungItem>(vscode.l10n.t('The record, {0}', placeName(ladder.place)), [ladder.value]),
    ...sentences<RungItem>(vscode.l10n.t('To be known'), ladder.said),
  ];
  let active = rungs.find(({ rung }) => rung?.next === true) ?? rungs.at(-1);
  for (;;) {
    const end = await pick(items, { title, back: false }, vscode.l10n.t('To which policy?'), active);
    if (end.kind !== 'answer') return undefined;
    const { rung } = end.value;
    // The record's own lines, and where it stands already, only tell something.
    if (rung === undefined || rung.direction === 'here') continue;
    active = end.value;
    const agreed = await confirmed(ladder, rung, title);
    if (agreed.kind === 'answer') return rung;
    if (agreed.kind === 'cancel') return undefined;
  }
}

const ICONS = { up: '$(arrow-up)', here: '$(circle-filled)', down: '$(arrow-down)' } as const;

function rungItem(rung: PolicyRung): RungItem {
  const step = stepOf(rung);
  return {
    label: `${ICONS[rung.direction]} ${inWords(step.title)}`,
    description:
      rung.direction === 'here'
        ? vscode.l10n.t('the policy now')
        : rung.next
          ? vscode.l10n.t('the next step')
          : '',
    detail: inWords(step.means),
    rung,
  };
}

/** Shows what the step means, what reports say, and the change; asks whether to go ahead. */
async function confirmed(ladder: Ladder, rung: PolicyRung, title: string): Promise<StepEnd<void>> {
  const go: vscode.QuickPickItem = {
    label: `$(check) ${vscode.l10n.t('Change the Record')}`,
    description: placeName(ladder.place),
  };
  const means = message(stepOf(rung).means);
  const items = [
    go,
    ...(rung.direction === 'down'
      ? sentences(vscode.l10n.t('What it means'), [...rung.advice, means])
      : [
          ...sentences(vscode.l10n.t('What it means'), [means]),
          ...sentences(vscode.l10n.t('Before this step'), rung.advice),
        ]),
    ...told(vscode.l10n.t('Now'), [ladder.value]),
    ...told(vscode.l10n.t('New'), [rung.value]),
    ...sentences(vscode.l10n.t('To be known'), [...ladder.said, ...rung.change.notes]),
  ];
  const question = vscode.l10n.t('Change the policy to {0}?', titleOf(rung));
  for (;;) {
    const end = await pick(items, { title, back: true }, question, go);
    if (end.kind !== 'answer') return end;
    if (end.value === go) return { kind: 'answer', value: undefined };
  }
}

function stepOf({ id }: PolicyRung): PolicyStep {
  return POLICY_STEPS.find((step) => step.id === id)!;
}

function titleOf(rung: PolicyRung): string {
  return inWords(stepOf(rung).title);
}
