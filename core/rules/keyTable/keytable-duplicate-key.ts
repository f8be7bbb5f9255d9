import type { Localized } from '../../text/message';
import { reportRepeated } from '../overridden';
import { rule } from '../rule';

export default rule({
  name: 'keytable-duplicate-key',
  on: 'opendkim-key-table',
  severity: 'warning',
  title: { en: 'Two keys of one name', ja: '同じ名前の 2 つの鍵' },
  references: ['opendkim.conf(5)'],
  check(table, report) {
    for (const members of table.byName.values()) reportRepeated(members, WORDS, FIRST, report);
  },
});

const WORDS: Localized = {
  en: 'There is a key `{name}` further up, and OpenDKIM takes the first that it finds: this row is never used. Give it another name, or remove one.',
  ja: '上にも `{name}` という鍵があり、OpenDKIM は最初に見つけたものを使うため、この行は使われません。別の名前にするか、片方を削除してください。',
};
const FIRST: Localized = { en: 'This one counts', ja: 'こちらが有効です' };
