import { OPENDMARC } from '../../facts/opendmarc';
import { checkBlankInList } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-blank-in-list',
  on: 'opendmarc-setting',
  severity: 'warning',
  title: { en: 'A list with blanks instead of commas', ja: 'コンマの代わりに空白で区切った並び' },
  references: ['opendmarc.conf(5)'],
  check(subject, report) {
    checkBlankInList(OPENDMARC, subject, report);
  },
});
