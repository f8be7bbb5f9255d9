import { nearest } from '../../values/nearest';
import { isBareKey } from '../keyEdits';
import { reportNonTags } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'dkim-tag-without-value',
  on: 'dkim-key',
  severity: 'error',
  title: {
    en: 'A part of a key record is no `tag=value`',
    ja: '鍵レコードに `タグ=値` の形になっていない部分がある',
  },
  references: ['RFC 6376 §3.2'],
  check(record, report) {
    if (record.content !== 'key') return;
    reportNonTags(record, report, ({ text }, index) => {
      // A bare version and a bare key have rules of their own.
      return isBareKey(text) || (index === 0 && nearest(text, ['DKIM1']) !== undefined);
    });
  },
});
