import { rule } from '../rule';
import { listOfStrayAddress } from '../strayAddress';
import { reportNonTags } from '../tagListDefects';

export default rule({
  name: 'dmarc-tag-without-value',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'A part of the record is no `tag=value`', ja: '`タグ=値` の形になっていない部分がある' },
  references: ['RFC 9989 §4.8'],
  check(record, report) {
    if (record.content === 'foreign') return;
    // The version and addresses behind a wrong separator have rules of their own.
    reportNonTags(
      record,
      report,
      ({ text }, index) =>
        (index === 0 && /^DMARC\d*$/i.test(text)) ||
        listOfStrayAddress(record.list.items, index) !== undefined,
    );
  },
});
