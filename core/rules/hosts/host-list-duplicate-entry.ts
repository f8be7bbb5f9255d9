import type { Localized } from '../../text/message';
import { reportRepeated } from '../overridden';
import { rule } from '../rule';

export default rule({
  name: 'host-list-duplicate-entry',
  on: 'host-list',
  severity: 'hint',
  title: { en: 'An entry that is there already', ja: '重複した項目' },
  references: ['opendmarc.conf(5)', 'opendkim.conf(5)'],
  check(list, report) {
    for (const members of list.byName.values()) reportRepeated(members, WORDS, FIRST, report);
  },
});

const WORDS: Localized = {
  en: '`{name}` stands further up already. Remove one of them.',
  ja: '`{name}` は上にもあります。片方を削除してください。',
};
const FIRST: Localized = { en: 'The other one', ja: 'もう一方' };
