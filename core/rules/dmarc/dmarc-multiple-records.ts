import { POLICY_LABEL } from '../../records/dmarcPolicy';
import { rule } from '../rule';
import { reportSeveral } from '../severalRecords';

export default rule({
  name: 'dmarc-multiple-records',
  on: 'zone-owner',
  severity: 'error',
  title: { en: 'Several DMARC records at one name', ja: '同じ名前に DMARC レコードが複数ある' },
  references: ['RFC 9989 §4.10', 'RFC 7489 §6.6.3'],
  check(owner, report) {
    if (owner.labels[0] !== POLICY_LABEL) return;
    // What receivers take for a DMARC record begins with the version (RFC 9989 §4.10 step 2).
    reportSeveral(
      owner,
      ({ strings }) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(strings?.text ?? ''),
      WORDS,
      report,
    );
  },
});

const WORDS = {
  en: '{count} DMARC records stand at this name, so receivers ignore all of them. Merge them into one.',
  ja: 'この名前に DMARC レコードが {count} 個あるため、受信側はそのすべてを無視します。一つにまとめてください。',
};
