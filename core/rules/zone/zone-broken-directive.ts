import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-broken-directive',
  on: 'zone-directive',
  severity: 'error',
  title: {
    en: 'A quote or parenthesis out of order in a directive',
    ja: 'ディレクティブの引用符や括弧の不整合',
  },
  references: ['RFC 1035 §5.1'],
  check(directive, report) {
    for (const { kind, span } of directive.lexical) {
      if (kind === 'unclosed-quote' || kind === 'quote-over-lines') {
        report({
          span,
          message: message({
            en: 'This quote is not closed on its line, and name servers refuse the zone. Close it, or remove it.',
            ja: 'この引用符は行内で閉じられておらず、ネームサーバーはゾーンを拒否します。閉じるか、削除してください。',
          }),
        });
      } else if (kind === 'unclosed-parenthesis' || kind === 'unopened-parenthesis') {
        report({
          span,
          message: message({
            en: 'This parenthesis has no partner, and name servers refuse the zone. Directives need none: remove it.',
            ja: 'この括弧には対応する括弧がなく、ネームサーバーはゾーンを拒否します。ディレクティブに括弧は不要なので、削除してください。',
          }),
        });
      }
    }
  },
});
