import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'signingtable-bad-sender',
  on: 'opendkim-signer',
  severity: 'warning',
  title: { en: 'A sender that nobody has', ja: '誰も名乗れない送信者' },
  references: ['opendkim.conf(5)'],
  check(row, report) {
    const { name, nameSpan } = row;
    // Addresses have one @, and neither colons nor commas; a domain has no blanks or slashes.
    const at = /[:,;<>"/\\]/.exec(name)?.index ?? (name.split('@').length > 2 ? name.lastIndexOf('@') : -1);
    if (at < 0) return;
    report({
      span: nameSpan,
      message: message(
        {
          en: '`{name}` is no address, domain or pattern, so no sender ever matches it. Write `user@example.com`, `example.com`, or `*@example.com` with `refile:`, and one of them a row.',
          ja: '`{name}` はアドレスでもドメインでもパターンでもなく、どの送信者にも一致しません。`user@example.com`、`example.com`、または (`refile:` で) `*@example.com` を 1 行に 1 つ書いてください。',
        },
        { name },
      ),
    });
  },
});
