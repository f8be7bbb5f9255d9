import { BIMI_DRAFT, bimiLabelIndex } from '../../records/bimi';
import { rule } from '../rule';
import { reportSeveral } from '../severalRecords';

export default rule({
  name: 'bimi-multiple-records',
  on: 'zone-owner',
  severity: 'error',
  title: { en: 'Several BIMI records at one name', ja: '同じ名前に BIMI レコードが複数ある' },
  references: [BIMI_DRAFT],
  check(owner, report) {
    if (bimiLabelIndex(owner.labels) < 0) return;
    reportSeveral(
      owner,
      ({ strings }) => /^\s*v\s*=\s*BIMI1\s*(?:;|$)/.test(strings?.text ?? ''),
      WORDS,
      report,
    );
  },
});

const WORDS = {
  en: '{count} BIMI records stand at this name, so receivers use none of them. Keep one.',
  ja: 'この名前に BIMI レコードが {count} 個あるため、受信側はどれも使いません。一つだけにしてください。',
};
