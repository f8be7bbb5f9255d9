import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { JoinedText } from '../text/joinedText';
import { labelsOf, writeName } from '../values/domainName';
import { defineRecord, type TagDefinition } from './definition';
import { dmarcPolicyDefinition } from './dmarcPolicyTags';
import { intendedOwner, POLICY_LABEL } from './dmarcPolicy';
import type { TagRecord } from './tagRecord';
import { readTagRecord } from './tagRecord';

/** A TXT record by which a domain agrees to receive another domain's reports (RFC 9990 §4). */
export interface ReportAuthorisationRecord extends TagRecord {
  /** Whose reports: the labels before `_report._dmarc`. Absolute; the root where there are none. `*.` for anyone. */
  readonly policyDomain: string;
  /** Who receives them: the labels behind `_report._dmarc`. Absolute. */
  readonly reportDomain: string;
}

const VERSION: TagDefinition = {
  name: 'v',
  title: { en: 'Version', ja: 'バージョン' },
  documentation: {
    en: 'With `v=DMARC1` the domain agrees to receive the reports of the domain named before `_report`. Nothing more is needed.',
    ja: '`v=DMARC1` により、`_report` の前に書かれたドメインのレポートを受け取ることを承認します。これだけで十分です。',
  },
  value: {
    type: 'keyword',
    caseSensitive: true,
    keywords: [{ value: 'DMARC1', meaning: { en: 'agreed', ja: '承認する' } }],
  },
  status: { rfc7489: 'required', rfc9989: 'required' },
  reference: 'RFC 9990 §4',
};

/** `rua` and `ruf` may redirect the reports to another mailbox of the same host. */
const REDIRECTS = dmarcPolicyDefinition.tags
  .filter(({ name }) => name === 'rua' || name === 'ruf')
  .map(({ question: _, ...tag }): TagDefinition => ({
    ...tag,
    documentation: {
      en: 'Takes the place of the address that the other domain named. It must stay at the same host; otherwise no report is sent at all.',
      ja: '相手ドメインが指定した送付先を、このアドレスに置き換えます。同じホストのアドレスでなければならず、違うとレポートはまったく送られません。',
    },
    reference: tag.name === 'rua' ? 'RFC 9990 §4' : 'RFC 9991 §5',
  }));

/** The record at `<policy domain>._report._dmarc.<report domain>`. */
export const reportAuthorisationDefinition = defineRecord({
  kind: 'report-authorisation',
  title: { en: 'DMARC report authorisation', ja: 'DMARC レポートの受信承認レコード' },
  version: { tag: 'v', value: 'DMARC1' },
  beginnings: [
    {
      text: 'v=DMARC1',
      detail: {
        en: 'agree to receive the other domain’s reports',
        ja: '相手ドメインのレポートの受信を承認する',
      },
    },
  ],
  tags: [VERSION, ...REDIRECTS],
  reference: 'RFC 9990 §4',
});

/** Where `_report._dmarc` stands among the labels; negative where it does not. */
export function reportLabelIndex(labels: readonly string[]): number {
  return labels.findIndex((label, index) => label === '_report' && labels[index + 1] === POLICY_LABEL);
}

/** Reads a TXT entry at a `_report._dmarc` name; never fails. */
export function readReportAuthorisation(entry: ZoneEntry, text: JoinedText): ReportAuthorisationRecord {
  const labels = labelsOf(intendedOwner(entry));
  const index = reportLabelIndex(labels);
  return {
    policyDomain: writeName(labels.slice(0, Math.max(0, index))),
    reportDomain: writeName(index < 0 ? labels : labels.slice(index + 2)),
    ...readTagRecord(reportAuthorisationDefinition, entry, text),
  };
}
