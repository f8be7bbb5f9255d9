import { answered } from '../../evaluate/dns';
import { organizationalDomainOf, treeWalk } from '../../evaluate/dmarc/treeWalk';
import { viewResolver } from '../../model/zone/resolver';
import type { ZoneView } from '../../model/zone/view';
import type { DmarcPolicyRecord } from '../../records/dmarcPolicy';
import { removing, spanOf, statedKeyword } from '../../records/tagRecord';
import { message } from '../../text/message';
import { plainName, sameName } from '../../values/domainName';
import { isPublicSuffix, organizationalDomain } from '../../values/publicSuffix';
import { policyRecords } from '../dmarcZone';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'dmarc-subdomain-tag-unread',
  on: 'zone-owner',
  severity: 'information',
  title: {
    en: 'A policy for subdomains where nobody reads it',
    ja: '読まれないサブドメインのポリシー',
  },
  references: ['RFC 9989 §4.7', 'RFC 9989 §4.10.2', 'RFC 7489 §6.3'],
  check(owner, report) {
    for (const { anchor, record } of policyRecords(owner)) {
      const tags = ['sp', 'np'].flatMap((name) => record.byName.get(name) ?? []);
      if (tags.length === 0 || statedKeyword(record, 'psd') === 'y') continue;
      const organization = otherOrganization(record, owner.zone);
      if (organization === undefined) continue;
      for (const tag of tags) {
        report({
          anchor,
          span: spanOf(record, tag),
          message: message(
            {
              en: '`{name}` is read in the record of the Organizational Domain only, which is {organization}: its record is the one for the subdomains of {domain}. Remove the tag.',
              ja: '`{name}` が読まれるのは組織ドメイン {organization} のレコードだけで、{domain} のサブドメインにもそちらが適用されます。タグを削除してください。',
            },
            {
              name: tag.key,
              organization: plainName(organization),
              domain: plainName(record.domain),
            },
          ),
          tag: 'unnecessary',
          fixes: [{ title: removeTitle(`${tag.name.text}=${tag.value.text}`), edits: removing(record, tag) }],
        });
      }
    }
  },
});

/**
 * The Organizational Domain under both standards, where the record's domain is not one itself under either. Undefined
 * also where this zone cannot tell: a record further up might make it one.
 */
function otherOrganization({ domain }: DmarcPolicyRecord, zone: ZoneView): string | undefined {
  const listed = organizationalDomain(domain);
  if (listed === undefined || sameName(listed, domain) || isPublicSuffix(domain)) return undefined;
  const walked = organizationalDomainOf(answered(treeWalk(domain), viewResolver(zone, zone.complete)));
  return walked === undefined || sameName(walked.domain, domain) ? undefined : walked.domain;
}
