import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'signingtable-wildcard',
  on: 'opendkim-signer',
  severity: 'information',
  title: { en: 'A pattern that needs refile:', ja: 'refile: の要るパターン' },
  references: ['opendkim.conf(5)'],
  check(row, report) {
    const at = row.name.indexOf('*');
    // A lone `*`, and `user@*`, are asked for as they stand.
    if (at < 0 || row.name === '*' || /^[^*]+@\*$/.test(row.name)) return;
    const whole =
      row.name.startsWith('*@') && !row.name.slice(2).includes('*') ? row.name.slice(2) : undefined;
    report({
      span: { start: row.nameSpan.start + at, end: row.nameSpan.start + at + 1 },
      message: message(
        whole === undefined
          ? {
              en: 'This `*` stands for any text only where opendkim.conf says `SigningTable refile:…`; with `file:` the row matches nothing, and the mail goes out unsigned.',
              ja: 'この `*` が任意の文字列を表すのは、opendkim.conf に `SigningTable refile:…` と書いた場合だけです。`file:` ではこの行はどれにも一致せず、メールは署名されません。',
            }
          : {
              en: 'This `*` stands for any text only where opendkim.conf says `SigningTable refile:…`; with `file:` the row matches nothing, and the mail goes out unsigned. `{whole}` alone means the same there.',
              ja: 'この `*` が任意の文字列を表すのは、opendkim.conf に `SigningTable refile:…` と書いた場合だけです。`file:` ではこの行はどれにも一致せず、メールは署名されません。`file:` なら `{whole}` だけで同じ意味になります。',
            },
        { whole: whole ?? '' },
      ),
    });
  },
});
