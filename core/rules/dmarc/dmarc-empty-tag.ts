import { rule } from '../rule';
import { reportEmptyTags } from '../tagListDefects';

export default rule({
  name: 'dmarc-empty-tag',
  on: 'dmarc-policy',
  severity: 'warning',
  title: { en: 'Two semicolons with no tag between', ja: 'セミコロンの間にタグがない' },
  references: ['RFC 9989 §4.8'],
  check(record, report) {
    if (record.content !== 'foreign') reportEmptyTags(record, report);
  },
});
