import { beginsWith } from '../../records/labelledRecord';
import { MTA_STS_LABELS } from '../../records/mtaSts';
import { rule } from '../rule';
import { reportSeveral } from '../severalRecords';

export default rule({
  name: 'mta-sts-multiple-records',
  on: 'zone-owner',
  severity: 'error',
  title: { en: 'Several MTA-STS records at one name', ja: '同じ名前に MTA-STS レコードが複数ある' },
  references: ['RFC 8461 §3.1'],
  check(owner, report) {
    if (!beginsWith(owner.labels, MTA_STS_LABELS)) return;
    reportSeveral(owner, ({ strings }) => /^v=STSv1\s*(?:;|$)/.test(strings?.text ?? ''), WORDS, report);
  },
});

const WORDS = {
  en: '{count} MTA-STS records stand at this name, so senders take the domain to have none. Keep one.',
  ja: 'この名前に MTA-STS レコードが {count} 個あるため、送信側は MTA-STS がないものとして扱います。一つだけにしてください。',
};
