import { reportBlankAfterVersion } from '../blankAfterVersion';
import { rule } from '../rule';

// RFC 8460 §3 has the contradiction of RFC 8461 §3.1: blanks before a `;` in the grammar, `v=TLSRPTv1;` in the text.
export default rule({
  name: 'tls-rpt-blank-after-version',
  on: 'tls-rpt',
  severity: 'warning',
  title: {
    en: 'A blank stands between `v=TLSRPTv1` and its `;`',
    ja: '`v=TLSRPTv1` と `;` の間に空白がある',
  },
  references: ['RFC 8460 §3'],
  check(record, report) {
    if (record.content === 'own') reportBlankAfterVersion(record, WORDS, report);
  },
});

const WORDS = {
  en: 'A blank stands before the `;`. The grammar and Postfix allow it, but tlsrpt-reporter, which sends Postfix’s reports, takes only `{version};` and sends none here. Remove the blank.',
  ja: '`;` の前に空白があります。文法と Postfix では許されますが、Postfix のレポートを送る tlsrpt-reporter は `{version};` しか受け付けず、レポートが届きません。空白を削除してください。',
};
