import { wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { isWithin, labelsOf, plainName } from '../../values/domainName';
import { rule } from '../rule';

export default rule({
  name: 'report-authorisation-unneeded',
  on: 'report-authorisation',
  severity: 'information',
  title: { en: 'A report authorisation that nobody needs', ja: '不要な受信承認レコード' },
  references: ['RFC 9990 §4'],
  check(record, report) {
    const { policyDomain, reportDomain } = record;
    // Two names of one line of ancestors have the same Organizational Domain, unless one is a public suffix.
    if (labelsOf(policyDomain).length < 2 || labelsOf(reportDomain).length < 2) return;
    if (!isWithin(policyDomain, reportDomain) && !isWithin(reportDomain, policyDomain)) return;
    report({
      span: record.entry.owner.span ?? wholeSpan(record),
      message: message(
        {
          en: '{policy} and {report} belong to one organisation, so receivers send the reports without asking. The record can be removed.',
          ja: '{policy} と {report} は同じ組織のドメインなので、承認がなくてもレポートは送られます。このレコードは削除できます。',
        },
        { policy: plainName(policyDomain), report: plainName(reportDomain) },
      ),
      tag: 'unnecessary',
    });
  },
});
