import { OPENDKIM } from '../../facts/opendkim';
import { checkBlankInList } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-blank-in-list',
  on: 'opendkim-setting',
  severity: 'warning',
  title: { en: 'A list with blanks instead of commas', ja: 'コンマの代わりに空白で区切った並び' },
  references: ['opendkim.conf(5)'],
  check(subject, report) {
    checkBlankInList(OPENDKIM, subject, report);
  },
});
