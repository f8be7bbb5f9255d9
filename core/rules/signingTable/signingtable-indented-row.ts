import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'signingtable-indented-row',
  on: 'opendkim-signer',
  severity: 'warning',
  title: { en: 'A row that is passed over', ja: '読み飛ばされる行' },
  references: ['opendkim.conf(5)'],
  check(row, report) {
    const { start } = row.nameSpan;
    if (start === 0) return;
    report({
      span: { start: 0, end: start },
      message: message(
        {
          en: 'OpenDKIM passes over lines of a `refile:` table that begin with a blank: mail of `{pattern}` goes out unsigned. Begin in the first column.',
          ja: 'OpenDKIM は `refile:` の表で空白から始まる行を読み飛ばすため、`{pattern}` のメールは署名されません。行の先頭から書いてください。',
        },
        { pattern: row.name },
      ),
      fixes: [
        {
          title: message({ en: 'Remove the blanks', ja: '空白を削除する' }),
          edits: [{ span: { start: 0, end: start }, text: '' }],
        },
      ],
    });
  },
});
