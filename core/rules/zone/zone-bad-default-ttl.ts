import { isTtl, ttlSeconds } from '../../syntax/masterFile/characters';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-bad-default-ttl',
  on: 'zone-directive',
  severity: 'error',
  title: { en: '`$TTL` with a bad value', ja: '`$TTL` の値が正しくない' },
  references: ['RFC 2308 §4', 'RFC 2181 §8'],
  check(directive, report) {
    for (const { kind, span, part } of directive.problems) {
      if (part !== 'ttl') continue;
      const written = directive.text.slice(span.start, span.end);
      const inner = written.replace(/^"|"$/g, '');
      if (kind === 'quoted') {
        report({
          span,
          severity: 'warning',
          message: message({
            en: 'BIND and Knot DNS refuse a time to live in quotes; only NSD reads it. Remove the quotes.',
            ja: 'TTL を引用符で囲むと、BIND と Knot DNS はゾーンを拒否します (NSD だけが読みます)。引用符を外してください。',
          }),
          fixes: [
            {
              title: message({ en: 'Remove the quotes', ja: '引用符を外す' }),
              edits: [{ span, text: inner }],
            },
          ],
        });
      } else if (kind === 'bad-ttl' && !isTtl(inner)) {
        report({
          span,
          message: message(
            {
              en: '`{written}` is no time to live, and name servers refuse the zone. Write seconds, or numbers with units such as `1h30m`.',
              ja: '`{written}` は TTL として読めず、ネームサーバーはゾーンを拒否します。秒数か、`1h30m` のような単位付きの数で書いてください。',
            },
            { written },
          ),
        });
      } else if (kind === 'bad-ttl' && ttlSeconds(inner) > 0xffffffff) {
        report({
          span,
          severity: 'warning',
          message: message(
            {
              en: '`{written}` does not fit into 32 bits: BIND and Knot DNS refuse the zone, NSD takes another number. A time to live is at most 2147483647 seconds.',
              ja: '`{written}` は 32 ビットに収まらず、BIND と Knot DNS はゾーンを拒否し、NSD は別の値にします。TTL は 2147483647 秒までです。',
            },
            { written },
          ),
        });
      } else if (kind === 'bad-ttl' && ttlSeconds(inner) > 0x7fffffff) {
        report({
          span,
          severity: 'warning',
          message: message({
            en: 'A time to live is at most 2147483647 seconds; resolvers take a greater one for 0, and so does BIND, so that nothing would be cached.',
            ja: 'TTL は 2147483647 秒までです。これを超える値は BIND でもリゾルバーでも 0 とみなされ、キャッシュされなくなります。',
          }),
        });
      } else if (kind === 'bad-ttl') {
        report({
          span,
          severity: 'warning',
          message: message(
            {
              en: 'The last number of `{written}` has no unit: BIND and Knot DNS refuse the zone, NSD takes it for seconds. Add `s`.',
              ja: '`{written}` の最後の数に単位がなく、BIND と Knot DNS はゾーンを拒否します (NSD は秒とみなします)。`s` を付けてください。',
            },
            { written },
          ),
          fixes: [
            {
              title: message({ en: 'Add the unit `s`', ja: '単位 `s` を付ける' }),
              edits: [{ span, text: `${inner}s` }],
            },
          ],
        });
      }
    }
  },
});
