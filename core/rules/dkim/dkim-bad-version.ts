import { reportVersion } from '../tagListVersion';
import { rule } from '../rule';

export default rule({
  name: 'dkim-bad-version',
  on: 'dkim-key',
  severity: 'error',
  title: {
    en: 'The version of a key record is wrong or not first',
    ja: '鍵レコードのバージョンが正しくないか、先頭にない',
  },
  references: ['RFC 6376 §3.6.1'],
  check(record, report) {
    if (record.content === 'key') reportVersion(record, { exact: false, optional: true }, report);
  },
});
