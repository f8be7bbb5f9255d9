import { isSpf } from '../../syntax/spf/version';
import { rule } from '../rule';
import { reportSeveral } from '../severalRecords';
import { mergeFix } from '../spfMerge';

export default rule({
  name: 'spf-multiple-records',
  on: 'zone-owner',
  severity: 'error',
  title: { en: 'Several SPF records at one name', ja: '同じ名前に SPF レコードが複数ある' },
  references: ['RFC 7208 §3.2', 'RFC 7208 §4.5'],
  check(owner, report) {
    reportSeveral(
      owner,
      ({ strings }) => isSpf(strings?.text ?? ''),
      WORDS,
      report,
      (first, other) => mergeFix(owner, first, other),
    );
  },
});

const WORDS = {
  en: '{count} SPF records stand at this name, so receivers evaluate none of them (permerror). Merge them into one: the terms of both, one `v=spf1`, one `all`.',
  ja: 'この名前に SPF レコードが {count} 個あるため、受信側はどれも評価しません(permerror)。両方の項目を、一つの `v=spf1` と一つの `all` を持つレコードにまとめてください。',
};
