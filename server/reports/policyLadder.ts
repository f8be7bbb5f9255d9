import { POLICY_STEPS, stepEdits, stepTo, type ReportEvidence } from '../../core/generator/ladder';
import { responsibleRecord } from '../../core/model/zone/responsible';
import type {
  LookedFor,
  PolicyLadderParams,
  PolicyLadderResult,
  PolicyRung,
} from '../../core/generator/zoneProtocol';
import { message, type Localized } from '../../core/text/message';
import { plainName } from '../../core/values/domainName';
import type { Host } from '../host';
import { changeOf } from './change';
import { lookedFor, nowhere, openSystem, placed, placeInFile } from './records';

const said = {
  noDomain: {
    en: '“{domain}” is no domain that can have a DMARC policy.',
    ja: '「{domain}」は DMARC ポリシーを置けるドメイン名ではありません。',
  },
  elsewhere: {
    en: 'No zone file at hand answers for {owner}. Open it, or change the TXT record at {owner} where that is kept.',
    ja: '{owner} のゾーンファイルが手元にありません。そのファイルを開くか、管理している場所で {owner} の TXT レコードを変更してください。',
  },
  missing: {
    en: 'The zone file has no DMARC policy for {domain}: there should be a TXT record at {owner}.',
    ja: 'ゾーンファイルに {domain} の DMARC ポリシーがありません。{owner} に TXT レコードが必要です。',
  },
  alias: {
    en: '{owner} is an alias, and the policy stands at {target}, outside of the zone files at hand.',
    ja: '{owner} は別名で、ポリシーは手元のゾーンファイルの外の {target} にあります。',
  },
  generated: {
    en: 'The record at {owner} is made by $GENERATE: change it there.',
    ja: '{owner} のレコードは $GENERATE で作られています。そちらを変更してください。',
  },
  broken: {
    en: 'The record at {owner} is no policy record that can be changed. Mend what is marked in it first.',
    ja: '{owner} のレコードはポリシーとして変更できません。先に指摘箇所を修正してください。',
  },
} satisfies Record<string, Localized>;

/** The rungs for the policy record that applies to a domain. */
export function policyLadder(host: Host, { domain, evidence }: PolicyLadderParams): PolicyLadderResult {
  const open = openSystem(host);
  const wanted = { mechanism: 'dmarc', domain } as const;
  const found = open && responsibleRecord(open.system, wanted);
  const refuse = (words: Localized, missing: LookedFor & { readonly uri?: string }): PolicyLadderResult => ({
    refused: message(words, { owner: missing.owner, domain: missing.domain }),
    missing,
  });
  if (found === undefined) {
    const missing = nowhere(wanted);
    return missing?.state === 'elsewhere'
      ? refuse(said.elsewhere, { owner: missing.owner, type: missing.type, domain: missing.domain })
      : { refused: message(said.noDomain, { domain }) };
  }
  if (found.state === 'elsewhere') return refuse(said.elsewhere, lookedFor(found));
  const uri = open!.documentOf(found.zone)?.uri ?? '';
  if (found.state === 'missing') return refuse(said.missing, { ...lookedFor(found), uri });
  const owner = plainName(found.entry.owner.name);
  if (found.type !== 'TXT') {
    const target = plainName(found.entry.data.fields[0]?.name ?? '');
    return { refused: message(said.alias, { owner, target }) };
  }
  const record = placed(open!, found);
  if (record === undefined) {
    const included = host.zones.filesOf(uri).filter((file) => host.document(file) === undefined);
    return included.length > 0 ? { included } : { refused: message(said.generated, { owner }) };
  }
  const value = found.entry.strings?.text ?? '';
  const rungs = POLICY_STEPS.flatMap((step): PolicyRung[] => {
    const change = stepTo({ owner: found.entry.owner.name, type: 'TXT', value }, step.id, evidence);
    if (change === undefined) return [];
    const up = POLICY_STEPS.indexOf(step) - POLICY_STEPS.indexOf(change.from);
    const edits = up === 0 ? [] : stepEdits(value, step);
    return [
      {
        id: step.id,
        direction: up === 0 ? 'here' : up > 0 ? 'up' : 'down',
        next: up === 1,
        value: up === 0 ? value : change.value,
        advice: change.advice,
        change: changeOf(host, open!, found.zone, record, edits),
      },
    ];
  });
  if (rungs.length === 0) return { refused: message(said.broken, { owner }) };
  return {
    place: placeInFile(record),
    domain: plainName(found.domain),
    value,
    said: found.said,
    rungs,
  };
}

/** What reports say, as a client sends it; undefined for anything else. */
export function evidenceOf(given: Readonly<Record<string, unknown>>): ReportEvidence | undefined {
  const { days, messages, passed, failing } = given;
  const numbers = [days, messages, passed];
  if (!numbers.every((one) => typeof one === 'number' && Number.isFinite(one) && one >= 0)) return undefined;
  const sources = (Array.isArray(failing) ? (failing as unknown[]) : []).flatMap((one) => {
    const { source, messages: count } = (one ?? {}) as Record<string, unknown>;
    return typeof source === 'string' && typeof count === 'number' ? [{ source, messages: count }] : [];
  });
  return { days, messages, passed, failing: sources } as ReportEvidence;
}
