import { wholeSpan } from '../../records/tagRecord';
import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import { labelsOf, plainName, sameName } from '../../values/domainName';
import { isSameOrganization } from '../dmarcZone';
import { rule } from '../rule';

const RELATED: Localized = {
  en: '{policy} and {report} belong to one organization, so receivers send the reports without asking. The record can be removed.',
  ja: '{policy} と {report} は同じ組織のドメインなので、承認がなくてもレポートは送られます。このレコードは削除できます。',
};

const OWN: Localized = {
  en: '{policy} needs nobody’s leave to get its own reports, so receivers never look at this record. It can be removed.',
  ja: '{policy} が自身のレポートを受け取るのに承認は要らず、受信側がこのレコードを参照することはありません。削除できます。',
};

export default rule({
  name: 'report-authorisation-unneeded',
  on: 'report-authorisation',
  severity: 'information',
  title: { en: 'A report authorisation that nobody needs', ja: '不要な受信承認レコード' },
  references: ['RFC 9990 §4'],
  check(record, report) {
    const { policyDomain, reportDomain } = record;
    if (labelsOf(policyDomain).length < 2 || labelsOf(reportDomain).length < 2) return;
    if (!isSameOrganization(policyDomain, reportDomain)) return;
    report({
      span: record.entry.owner.span ?? wholeSpan(record),
      message: message(sameName(policyDomain, reportDomain) ? OWN : RELATED, {
        policy: plainName(policyDomain),
        report: plainName(reportDomain),
      }),
      tag: 'unnecessary',
    });
  },
});
