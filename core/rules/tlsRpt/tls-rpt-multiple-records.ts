import { beginsWith } from '../../records/labelledRecord';
import { TLS_RPT_LABELS } from '../../records/tlsRpt';
import { rule } from '../rule';
import { reportSeveral } from '../severalRecords';

export default rule({
  name: 'tls-rpt-multiple-records',
  on: 'zone-owner',
  severity: 'error',
  title: { en: 'Several TLS reporting records at one name', ja: '同じ名前に TLS-RPT レコードが複数ある' },
  references: ['RFC 8460 §3'],
  check(owner, report) {
    if (!beginsWith(owner.labels, TLS_RPT_LABELS)) return;
    reportSeveral(owner, ({ strings }) => /^v=TLSRPTv1\s*(?:;|$)/.test(strings?.text ?? ''), WORDS, report);
  },
});

const WORDS = {
  en: '{count} TLS reporting records stand at this name, so senders take the domain to have none and send no report. Merge them into one: `rua` takes several addresses.',
  ja: 'この名前に TLS-RPT レコードが {count} 個あるため、送信側はレコードがないものとして扱い、レポートを送りません。一つにまとめてください(`rua` には複数の送付先を書けます)。',
};
