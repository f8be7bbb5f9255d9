import { DIRECTIVES } from '../../syntax/masterFile/directive';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'zone-unknown-directive',
  on: 'zone-directive',
  severity: 'error',
  title: { en: 'A directive that no name server knows', ja: 'どのネームサーバーにもないディレクティブ' },
  references: ['RFC 1035 §5.1', 'RFC 2308 §4'],
  check(directive, report) {
    for (const { kind, span } of directive.problems) {
      if (kind !== 'unknown') continue;
      const written = directive.text.slice(span.start, span.end);
      const meant = nearest(directive.name, DIRECTIVES);
      if (meant !== undefined) {
        report({
          span,
          message: message(
            {
              en: 'No name server knows the directive `{written}`, and the zone is refused. Probably `{meant}` is meant.',
              ja: '`{written}` というディレクティブを解釈できるネームサーバーはなく、ゾーンは拒否されます。`{meant}` の誤りと思われます。',
            },
            { written, meant: `$${meant}` },
          ),
          fixes: [{ title: replaceTitle(written, `$${meant}`), edits: [{ span, text: `$${meant}` }] }],
        });
      } else if (directive.arguments.length === 0) {
        // NSD passes over the bare word with a warning.
        report({
          span,
          severity: 'warning',
          message: message(
            {
              en: 'BIND and Knot DNS do not know the directive `{written}` and refuse the zone; NSD passes over it. Remove the line.',
              ja: '`{written}` というディレクティブはなく、BIND と Knot DNS はゾーンを拒否します (NSD は無視します)。行を削除してください。',
            },
            { written },
          ),
        });
      } else {
        report({
          span,
          message: message(
            {
              en: 'No name server knows the directive `{written}`, and the zone is refused. There are `$ORIGIN`, `$TTL` and `$INCLUDE`; an owner name that begins with a dollar sign is written `\\$`.',
              ja: '`{written}` というディレクティブを解釈できるネームサーバーはなく、ゾーンは拒否されます。使えるのは `$ORIGIN`、`$TTL`、`$INCLUDE` です。ドル記号で始まるオーナー名は `\\$` と書きます。',
            },
            { written },
          ),
        });
      }
    }
  },
});
