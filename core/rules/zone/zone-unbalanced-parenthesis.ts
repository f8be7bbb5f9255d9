import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'zone-unbalanced-parenthesis',
  on: 'zone-entry',
  severity: 'error',
  title: { en: 'A parenthesis without its partner', ja: '対応のない括弧' },
  references: ['RFC 1035 §5.1'],
  check(entry, report) {
    for (const { kind, span } of entry.problems) {
      if (kind === 'unclosed-parenthesis') {
        report({
          span,
          message: message({
            en: 'This parenthesis is not closed, so the records below would become part of this one; name servers refuse the zone. Put a `)` behind the last value.',
            ja: 'この括弧が閉じられていないため、以降のレコードまでこのレコードの一部とみなされ、ネームサーバーはゾーンを拒否します。最後の値の後に `)` を付けてください。',
          }),
        });
      } else if (kind === 'unopened-parenthesis') {
        report({
          span,
          message: message({
            en: 'This parenthesis closes none, and name servers refuse the zone. Remove it, or open one before the first value.',
            ja: 'この括弧には対応する `(` がなく、ネームサーバーはゾーンを拒否します。削除するか、最初の値の前に `(` を付けてください。',
          }),
          fixes: [{ title: removeTitle(')'), edits: [{ span, text: '' }] }],
        });
      }
    }
  },
});
