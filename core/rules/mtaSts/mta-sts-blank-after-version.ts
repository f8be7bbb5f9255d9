import { reportBlankAfterVersion } from '../blankAfterVersion';
import { rule } from '../rule';

// RFC 8461 §3.1 contradicts itself here (erratum 6285, reported): its grammar allows blanks before a `;`, its text has
// senders discard what does not begin with `v=STSv1;` where several TXT records stand at the name.
export default rule({
  name: 'mta-sts-blank-after-version',
  on: 'mta-sts',
  severity: 'warning',
  title: {
    en: 'A blank stands between `v=STSv1` and its `;`',
    ja: '`v=STSv1` と `;` の間に空白がある',
  },
  references: ['RFC 8461 §3.1'],
  check(record, report) {
    if (record.content === 'own') reportBlankAfterVersion(record, WORDS, report);
  },
});

const WORDS = {
  en: 'A blank stands before the `;`. The grammar allows it, but some senders, Halon among them, look for exactly `{version};` and skip this record, and the policy with it. Remove the blank.',
  ja: '`;` の前に空白があります。文法上は許されますが、`{version};` とそのまま一致するレコードだけを探す送信側(Halon など)では、このレコードもポリシーも読み飛ばされます。空白を削除してください。',
};
