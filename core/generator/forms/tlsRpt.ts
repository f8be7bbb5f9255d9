import { TLS_RPT_LABELS, tlsRptDefinition } from '../../records/tlsRpt';
import { message } from '../../text/message';
import { addressComplaint } from '../addresses';
import { domainOf } from '../domain';
import { membersOf, type RecordForm } from '../form';
import { NOTHING_KNOWN, type Known } from '../known';
import { plainForm } from '../plainForm';

/** The form for a TLS reporting record (RFC 8460 §3): that of its definition, in better words. */
export function tlsRptForm(known: Known = NOTHING_KNOWN): RecordForm {
  return plainForm({ definition: tlsRptDefinition, labels: TLS_RPT_LABELS }, known, {
    domain: {
      en: 'Which domain receives mail? Reports tell whether others could deliver to it over TLS.',
      ja: 'メールを受信するのはどのドメインですか。他のサーバーが TLS で配送できたかがレポートで分かります。',
    },
    tags: {
      rua: {
        proposal: ({ domain }) => (domain ? `tls-reports@${domainOf(domain)}` : ''),
        example: 'tls-reports@example.com, https://example.com/tls-reports',
        complaint: (text) => (membersOf(text).length === 0 ? NO_ADDRESS : addressComplaint(text, true)),
        essential: true,
      },
    },
  });
}

const NO_ADDRESS = message({
  en: 'Name at least one address: the record is there for nothing else.',
  ja: '送付先を 1 つ以上入力してください。送付先を知らせるためのレコードです。',
});
