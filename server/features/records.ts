import { CodeActionTriggerKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import type { MailRecord, StandingMailRecord } from '../../core/model/editing';
import { zoneApex } from '../../core/model/zone/place';
import { isZoneModel } from '../../core/model/zone/zone';
import {
  CHECK_SPF,
  EXPLAIN_RECORD,
  SPF_DOMAIN,
  type CheckSpfResult,
  type ExplainRecordResult,
  type SpfDomain,
} from '../../core/recordProtocol';
import type { Locale, Localized } from '../../core/text/message';
import type { Page } from '../../core/text/page';
import { plainName } from '../../core/values/domainName';
import { wants } from '../actions';
import type { Feature, Host } from '../host';
import { explained } from '../records/explained';
import { pageMarkdown } from '../records/pageMarkdown';
import { checkedSpf } from '../records/spfCheck';
import { asObject } from '../settings';
import { asked, offsetOf, spanOf } from './places';

/** The kind of the code actions that show something about a record and change nothing. */
export const recordActionKind = 'mailAuth.record';

/** `mailAuth/checkSpf`, `mailAuth/spfDomain`, `mailAuth/explainRecord`: pages about records. */
export const records: Feature = {
  answer(host) {
    const { connection, service, guarded } = host;

    connection.onRequest<CheckSpfResult | null, unknown>(CHECK_SPF, async (params: unknown) => {
      const { ip, from, helo, as } = asObject(params);
      if (typeof ip !== 'string' || typeof from !== 'string' || typeof helo !== 'string') return null;
      // A zone that is just being read may be the one that is asked for.
      await Promise.all(host.documents().map(({ uri }) => host.settled(uri)));
      return guarded('SPF check', null, () => {
        const result = checkedSpf(service, host.documents(), { ip, from, helo });
        return 'blocks' in result ? { page: result, ...markdownOf(host, result, as) } : { refused: result };
      });
    });

    connection.onRequest<SpfDomain | null, unknown>(SPF_DOMAIN, async (params: unknown) => {
      const { uri, position } = asObject(params);
      if (typeof uri !== 'string') return null;
      await host.settled(uri);
      return guarded('SPF domain', null, () => spfDomain(host, uri, position));
    });

    connection.onRequest<ExplainRecordResult | null, unknown>(EXPLAIN_RECORD, async (params: unknown) => {
      const { uri, at, as } = asObject(params);
      if (typeof uri !== 'string') return null;
      await host.settled(uri);
      return guarded('explanation', null, () => {
        const document = host.document(uri);
        const record = document && recordAt(host, uri, at);
        const page = record && explained(service, document, record);
        if (page === undefined) return null;
        const { kind, owner, index } = record!;
        return { page, record: { kind, owner, index }, ...markdownOf(host, page, as) };
      });
    });
  },
};

function markdownOf({ abilities }: Host, page: Page, as: unknown): { readonly markdown?: string } {
  const { locale, rulePage } = abilities();
  const address = (rule: string) => rulePage?.replaceAll('{rule}', encodeURIComponent(rule));
  return as === 'markdown' ? { markdown: pageMarkdown(page, locale, address) } : {};
}

/** The domain of the SPF record at a place, else of whatever record is there, else of the zone. */
function spfDomain(host: Host, uri: string, position: unknown): SpfDomain | null {
  const record = recordAt(host, uri, position);
  if (record?.kind === 'spf-record') return { domain: record.domain };
  const model = host.service.model(uri);
  if (model === undefined || !isZoneModel(model)) return null;
  const apex = model.apex ?? zoneApex(model);
  return apex === '.' ? null : { domain: plainName(apex) };
}

/** The record at a position, or the one that was told before; what a client sends is taken as it comes. */
function recordAt(host: Host, uri: string, at: unknown): StandingMailRecord | undefined {
  const here = asked(host, { uri });
  const { line, character, kind, owner, index } = asObject(at);
  if (typeof line === 'number' && typeof character === 'number') {
    return here?.editing.mailRecordAt?.(offsetOf(here.open, { line, character }));
  }
  if (typeof kind !== 'string' || typeof owner !== 'string' || typeof index !== 'number') return undefined;
  return here?.editing.findMailRecord?.({ kind, owner, index });
}

const TITLES = {
  explain: { en: 'Explain this record', ja: 'このレコードを説明' },
  explainPolicy: { en: 'Explain this policy', ja: 'このポリシーを説明' },
  checkSpf: { en: 'Check SPF for an address…', ja: 'IP アドレスの SPF を検査…' },
} satisfies Record<string, Localized>;

/** The client's commands about a record, with the arguments that they take. */
function commandsFor(uri: string, { kind, owner, index, domain }: StandingMailRecord, locale: Locale) {
  const at: MailRecord = { kind, owner, index };
  const explain = {
    title: TITLES[kind === 'mta-sts-policy' ? 'explainPolicy' : 'explain'][locale],
    command: 'mailAuth.explainRecord',
    arguments: [{ uri, at }],
  };
  const check = { title: TITLES.checkSpf[locale], command: 'mailAuth.checkSpf', arguments: [{ domain }] };
  return kind === 'spf-record' ? [explain, check] : [explain];
}

/** The code actions that show something about the record at the cursor, for a client that has the commands. */
export function recordActions(host: Host, params: CodeActionParams): CodeAction[] {
  const { only, triggerKind } = params.context;
  // Only who asks sees them: a lamp at every record would tell nobody anything.
  if (triggerKind === CodeActionTriggerKind.Automatic || !wants(only, recordActionKind)) return [];
  const { recordCommands, locale } = host.abilities();
  const here = recordCommands ? asked(host, params.textDocument) : undefined;
  const record = here?.editing.mailRecordAt?.(spanOf(here.open, params.range).start);
  if (record === undefined) return [];
  return commandsFor(here!.open.uri, record, locale).map((command) => ({
    title: command.title,
    kind: recordActionKind,
    command,
  }));
}

/** Links to the same commands as Markdown, for a hover over the record at an offset. */
export function recordLinks(
  host: Pick<Host, 'service' | 'abilities'>,
  uri: string,
  offset: number,
): string[] {
  const { recordCommands, markdownInHover, locale } = host.abilities();
  const record =
    recordCommands && markdownInHover ? host.service.model(uri)?.editing?.mailRecordAt?.(offset) : undefined;
  if (record === undefined) return [];
  const links = commandsFor(uri, record, locale).map(
    (command) =>
      `[${command.title}](command:${command.command}?${encodeURIComponent(JSON.stringify(command.arguments)).replace(/[()'*!]/g, percent)})`,
  );
  return [links.join(' · ')];
}

/** What `encodeURIComponent` leaves alone and Markdown does not. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
