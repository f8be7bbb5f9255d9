import { keyLabelIndex } from '../../records/dkimKey';
import { rule } from '../rule';
import { reportSeveral } from '../severalRecords';

export default rule({
  name: 'dkim-multiple-keys',
  on: 'zone-owner',
  severity: 'error',
  title: { en: 'Several records for one selector', ja: '一つのセレクターに複数のレコードがある' },
  references: ['RFC 6376 §3.6.2.2'],
  check(owner, report) {
    if (keyLabelIndex(owner.labels) < 0) return;
    reportSeveral(owner, () => true, WORDS, report);
  },
});

const WORDS = {
  en: '{count} TXT records stand at this selector. A receiver takes any of them, so signatures fail by chance. Keep one, and give every other key a selector of its own.',
  ja: 'このセレクターに TXT レコードが {count} 個あります。受信側がどれを使うかは決まっておらず、署名の検証が偶然に左右されて失敗します。一つだけ残し、ほかの鍵には別のセレクターを付けてください。',
};
