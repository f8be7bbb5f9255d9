import type { SystemZone } from '../../model/mailSystem';
import { message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { externalReports, type ExternalReports } from '../dmarcReports';
import { rule, type Fix, type Related } from '../rule';
import { typeSpan } from '../zoneRecords';

export default rule({
  name: 'dmarc-unauthorised-reports',
  on: 'zone-owner',
  severity: 'warning',
  title: {
    en: 'Reports to a domain that does not agree to them',
    ja: '受信を承認していないドメインへのレポート送付',
  },
  references: ['RFC 9990 §4', 'RFC 9991 §5'],
  check(owner, report) {
    for (const reports of owner.once(externalReports)) {
      if (reports.state !== 'missing' || reports.name === undefined) continue;
      const there = owner.zone.system.zoneFor(reports.name);
      report({
        anchor: reports.anchor,
        span: reports.span,
        message: message(
          {
            en: 'Reports go to {report}, which belongs to another organization and does not agree to it: the zone {zone} has no TXT record `v=DMARC1` at `{owner}`, so no report is sent. Add it there.',
            ja: 'レポートの送付先 {report} は別の組織のドメインですが、受信が承認されていません。ゾーン {zone} の `{owner}` に TXT レコード `v=DMARC1` がないため、レポートは送られません。追加してください。',
          },
          { report: reports.domain, owner: reports.shown, zone: plainName(there?.apex ?? reports.domain) },
        ),
        ...(there && { fixes: adding(reports, reports.name, there), related: startOf(there) }),
      });
    }
  },
});

/** The record that agrees, in the zone that has to hold it. */
function adding({ record: { entry } }: ExternalReports, name: string, there: SystemZone): Fix[] {
  // An alias has no company; the record belongs where it leads to.
  if (there.types(name).has('CNAME')) return [];
  const title = message(
    { en: 'Add the TXT record `v=DMARC1` at `{name}`', ja: '`{name}` に TXT レコード `v=DMARC1` を追加' },
    { name: plainName(name) },
  );
  const { uri } = there;
  if (uri !== undefined) {
    return [{ title, edits: [], elsewhere: [{ uri, owner: name, type: 'TXT', value: 'v=DMARC1' }] }];
  }
  // On a line before the policy: behind it a record may follow that takes its owner from it.
  const { span } = entry.owner;
  if (span === undefined) return [];
  const text = `${name} IN TXT "v=DMARC1"\n`;
  return [{ title, edits: [{ span: { start: span.start, end: span.start }, text }] }];
}

/** The SOA record of another document's zone, to go there. */
function startOf(there: SystemZone): Related[] {
  const soa = there.apex === undefined ? undefined : there.entries(there.apex, 'SOA')[0];
  const elsewhere = soa && there.place(soa, typeSpan(soa));
  return elsewhere === undefined ? [] : [{ elsewhere, message: THE_ZONE }];
}

const THE_ZONE = message({ en: 'The zone that lacks the record', ja: 'レコードがないゾーン' });
