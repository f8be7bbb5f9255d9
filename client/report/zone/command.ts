import * as vscode from 'vscode';
import type { ReportEvidence } from '../../../core/generator/ladder';
import { domainComplaint, domainOf } from '../../../core/generator/domain';
import { POLICY_DOMAIN, type PolicyDomainParams } from '../../../core/generator/zoneProtocol';
import { activeZone } from '../../generator/publish';
import { typed } from '../../generator/steps';
import { inWords } from '../../generator/words';
import type { Server } from '../../server';
import { raisePolicy } from './policy';
import { workspaceZones } from './workspaceZones';

/** What the open reports say of a domain's mail; undefined where they say nothing of it. */
export type EvidenceFor = (domain: string) => Promise<ReportEvidence | undefined>;

/** Puts “Raise DMARC Policy…” in place. */
export function registerRaisePolicy(
  context: vscode.ExtensionContext,
  server: Server,
  evidenceFor: EvidenceFor,
): void {
  const zones = workspaceZones(server);
  context.subscriptions.push(
    vscode.commands.registerCommand('mailAuth.raisePolicy', async (stated?: unknown) => {
      const domain =
        typeof stated === 'string' ? stated : ((await domainHere(server)) ?? (await askDomain()));
      if (domain === undefined) return;
      const evidence = await evidenceFor(domain).catch(() => undefined);
      const { done, said } = await raisePolicy(zones, domain, evidence);
      if (said === undefined) return;
      if (done) vscode.window.setStatusBarMessage(said, STATUS_TIME);
      else void vscode.window.showWarningMessage(said);
    }),
  );
}

/** Milliseconds for which the status bar says that it is done. */
const STATUS_TIME = 5000;

/** The domain of the record at the cursor, else of the zone in the editor. */
async function domainHere(server: Server): Promise<string | undefined> {
  const zone = activeZone();
  const editor = vscode.window.activeTextEditor;
  if (zone === undefined || editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  const params: PolicyDomainParams = { uri: zone.uri.toString(), position: { line, character } };
  return (await server.request<string | null>(POLICY_DOMAIN, params).catch(() => null)) ?? undefined;
}

async function askDomain(): Promise<string | undefined> {
  const end = await typed(
    {
      value: '',
      prompt: vscode.l10n.t('Of which domain should the DMARC policy be raised?'),
      example: 'example.com',
      complaint: (text) => {
        const found = domainComplaint(text);
        return found === undefined ? undefined : inWords(found);
      },
    },
    { title: vscode.l10n.t('Raise DMARC Policy'), back: false },
  );
  return end.kind === 'answer' ? domainOf(end.value) : undefined;
}
