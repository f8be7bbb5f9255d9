import { answered, ask } from '../../evaluate/dns';
import { isPolicyRecord } from '../../evaluate/dmarc/record';
import { viewResolver } from '../../model/zone/resolver';
import type { ZoneView } from '../../model/zone/view';
import type { DmarcPolicyRecord } from '../../records/dmarcPolicy';
import { spanOf, statedKeyword } from '../../records/tagRecord';
import { message, type Localized } from '../../text/message';
import { absoluteName, isWithin, plainName } from '../../values/domainName';
import { isSameOrganization, policyRecords } from '../dmarcZone';
import { rule, type Fix } from '../rule';

const NEEDED: Localized = {
  en: 'Reports go to {report}, which belongs to another organization. Receivers send them only where it agrees: a TXT record `v=DMARC1` must stand at `{owner}`.',
  ja: 'レポートの送付先 {report} は別の組織のドメインです。`{owner}` に TXT レコード `v=DMARC1` がないとレポートは送られません。',
};

const MISSING: Localized = {
  en: 'Reports go to {report}, which belongs to another organization and does not agree to it: this zone has no TXT record `v=DMARC1` at `{owner}`, so no report is sent. Add it.',
  ja: 'レポートの送付先 {report} は別の組織のドメインですが、受信が承認されていません。このゾーンの `{owner}` に TXT レコード `v=DMARC1` がないため、レポートは送られません。追加してください。',
};

export default rule({
  name: 'dmarc-external-reports',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'Reports go to another domain', ja: 'レポートが別のドメインに送られる' },
  references: ['RFC 9990 §4', 'RFC 9991 §5'],
  check(owner, report) {
    const { zone } = owner;
    for (const { anchor, record } of policyRecords(owner)) {
      for (const { read } of record.tags) {
        for (const uri of read.type === 'report-uris' ? read.uris : []) {
          if (uri.domain === undefined || uri.problem !== undefined || isOwn(record, uri.domain)) continue;
          const name = absoluteName(`${plainName(record.domain)}._report._dmarc.${uri.domain}.`, '.');
          const state = name === undefined ? 'elsewhere' : authorisation(zone, name);
          if (state === 'there') continue;
          report({
            anchor,
            span: spanOf(record, uri),
            ...(state === 'missing' && { severity: 'warning', fixes: adding(record, name!) }),
            message: message(state === 'missing' ? MISSING : NEEDED, {
              report: uri.domain,
              owner: `${plainName(record.domain)}._report._dmarc.${uri.domain}`,
            }),
          });
        }
      }
    }
  },
});

/** Whether the domain of an address has the Organizational Domain of the record's, so that nobody need agree. */
function isOwn(record: DmarcPolicyRecord, reports: string): boolean {
  if (!isSameOrganization(record.domain, reports)) return false;
  // RFC 9989 §4.10.2: with psd=n nothing above belongs to the organization.
  return statedKeyword(record, 'psd') !== 'n' || isWithin(reports, record.domain);
}

/** Whether the record that agrees is in this zone, is missing from it, or belongs elsewhere (RFC 9990 §4). */
function authorisation(zone: ZoneView, name: string): 'there' | 'missing' | 'elsewhere' {
  const answer = answered(ask('TXT', name), viewResolver(zone));
  if (answer.status === 'failed') return 'elsewhere';
  return answer.status === 'found' && answer.records.some(isPolicyRecord) ? 'there' : 'missing';
}

/** The record that agrees, on a line before the policy: behind it a record may follow that takes its owner from it. */
function adding({ entry }: DmarcPolicyRecord, name: string): Fix[] {
  const { span } = entry.owner;
  if (span === undefined) return [];
  const title = message(
    { en: 'Add the TXT record `v=DMARC1` at `{name}`', ja: '`{name}` に TXT レコード `v=DMARC1` を追加' },
    { name: plainName(name) },
  );
  const text = `${name} IN TXT "v=DMARC1"\n`;
  return [{ title, edits: [{ span: { start: span.start, end: span.start }, text }] }];
}
