import * as vscode from 'vscode';
import {
  ALLOW_SENDER,
  type AllowProposal,
  type AllowSenderParams,
  type AllowSenderResult,
  type LookupBudget,
} from '../../../core/generator/zoneProtocol';
import { revealed } from '../../../core/text/visible';
import { pick, type StepEnd } from '../../generator/steps';
import { inWords } from '../../generator/words';
import type { Done } from '../protocol';
import { makeChange } from './apply';
import { sentences, told } from './lines';
import { patiently } from './patiently';
import { lookingFor, noAnswer, offerGenerator, placeName, reaching, type Way } from './record';
import type { WorkspaceZones } from './workspaceZones';

/** RFC 7208 §4.6.4. */
const MOST_LOOKUPS = 10;
const MOST_VOID = 2;

interface WayItem extends vscode.QuickPickItem {
  readonly proposal?: AllowProposal;
}

/** Adds addresses to a domain's SPF record. Nothing is written before the change was shown and agreed to. */
export async function allowSender(zones: WorkspaceZones, sender: AllowSenderParams): Promise<Done> {
  const ask = (): Promise<AllowSenderResult | null> =>
    zones.server.request<AllowSenderResult | null>(ALLOW_SENDER, sender);
  const result = await patiently(lookingFor(sender.domain), (cancel) =>
    reaching(zones, ask, waysOn, cancel).catch(() => null),
  );
  if (result === 'cancelled') return { done: false };
  if (result === null || 'included' in result) return { done: false, said: noAnswer() };
  if ('refused' in result) {
    if (result.missing === undefined) return { done: false, said: inWords(result.refused) };
    offerGenerator('spf', { ...result.missing, said: [] });
    return { done: false };
  }
  const chosen = await agreed(sender, result.proposals);
  if (chosen === undefined || !(await makeChange(chosen.change, chosen.place))) return { done: false };
  return {
    done: true,
    said: vscode.l10n.t('{0} added to the SPF record of {1}', chosen.terms.join(' '), chosen.owner),
  };
}

function waysOn(result: AllowSenderResult | null): Way {
  if (result === null || 'proposals' in result) return undefined;
  if ('included' in result) return { files: result.included };
  return result.missing === undefined || result.missing.uri !== undefined
    ? undefined
    : { names: [result.missing.owner] };
}

/** The way that is chosen and agreed to. */
async function agreed(
  { domain }: AllowSenderParams,
  proposals: readonly AllowProposal[],
): Promise<AllowProposal | undefined> {
  const title = vscode.l10n.t('Allow in SPF: {0}', revealed(domain));
  const [only] = proposals;
  const items = proposals.map(wayItem);
  let active = items[0];
  for (;;) {
    let proposal = only;
    if (proposals.length > 1) {
      const end = await pick(
        items,
        { title, back: false },
        vscode.l10n.t('How should they be allowed?'),
        active,
      );
      if (end.kind !== 'answer') return undefined;
      active = end.value;
      proposal = end.value.proposal;
    }
    if (proposal === undefined) return undefined;
    const end = await confirmed(proposal, title, proposals.length > 1);
    if (end.kind === 'answer') return proposal;
    if (end.kind === 'cancel') return undefined;
  }
}

function wayItem(proposal: AllowProposal): WayItem {
  const { terms, service, budget, place, owner } = proposal;
  return {
    label: `$(add) ${shortened(terms)}`,
    description: service ?? (proposal.kind === 'addresses' ? vscode.l10n.t('just these addresses') : ''),
    detail: [owner, placeName(place), lookupsLine(budget)].join(' · '),
    proposal,
  };
}

/** Shows what changes and what it comes to, and asks whether to go ahead. */
async function confirmed(proposal: AllowProposal, title: string, back: boolean): Promise<StepEnd<void>> {
  const { before, after, budget, length, results, warnings, change, place } = proposal;
  const go: vscode.QuickPickItem = {
    label: `$(check) ${vscode.l10n.t('Change the Record')}`,
    description: placeName(place),
  };
  const facts = [
    lookupsLine(budget),
    ...(budget.before.voidLookups + budget.after.voidLookups > 0 ? [voidLine(budget)] : []),
    vscode.l10n.t('Length: {0} octets, was {1}', length.after, length.before),
    ...results.map(({ address, before: was, after: is }) =>
      vscode.l10n.t('{0}: {1}, was {2}', address, is, was),
    ),
  ];
  const items = [
    go,
    ...told(vscode.l10n.t('Now'), [before]),
    ...told(vscode.l10n.t('New'), [after]),
    ...told(vscode.l10n.t('What it comes to'), facts),
    ...sentences(vscode.l10n.t('To be known'), [...warnings, ...change.notes]),
  ];
  const question = vscode.l10n.t('Add {0}?', shortened(proposal.terms));
  for (;;) {
    const end = await pick(items, { title, back }, question, go);
    if (end.kind !== 'answer') return end;
    // The other lines only show what is at stake.
    if (end.value === go) return { kind: 'answer', value: undefined };
  }
}

function shortened(terms: readonly string[]): string {
  const shown = terms.slice(0, 3).join(' ');
  return terms.length > 3 ? `${shown} … (+${terms.length - 3})` : shown;
}

function lookupsLine({ before, after }: AllowProposal['budget']): string {
  return vscode.l10n.t('DNS lookups: {0} of {1}, was {2}', count(after), MOST_LOOKUPS, count(before));
}

function voidLine({ before, after }: AllowProposal['budget']): string {
  const [now, was] = [after.voidLookups, before.voidLookups];
  return vscode.l10n.t('Void lookups: {0} of {1}, was {2}', now, MOST_VOID, was);
}

/** Where not all records are known, the number is the least. */
function count({ lookups, complete }: LookupBudget): string {
  return complete ? String(lookups) : vscode.l10n.t('at least {0}', lookups);
}
