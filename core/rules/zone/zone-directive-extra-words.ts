import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-directive-extra-words',
  on: 'zone-directive',
  severity: 'error',
  title: { en: 'Words behind a directive', ja: 'ディレクティブの後の余分な語' },
  references: ['RFC 1035 §5.1', 'RFC 2308 §4'],
  check(directive, report) {
    for (const { kind, span, part } of directive.problems) {
      // The data of $GENERATE is a story of its own: quotes make one word of it.
      if (kind !== 'extra' || part === 'data') continue;
      const words = directive.text.slice(span.start, span.end);
      report({
        span,
        message: message(
          {
            en: '`{name}` takes nothing more, and name servers refuse the zone because of `{words}`. Remove it; a remark begins with `;`.',
            ja: '`{name}` にこれ以上の値は書けず、`{words}` があるためネームサーバーはゾーンを拒否します。削除してください。コメントなら `;` で始めます。',
          },
          { name: `$${directive.name}`, words },
        ),
        fixes: [
          {
            title: message({ en: 'Make a comment of it', ja: 'コメントにする' }),
            edits: [{ span: { start: span.start, end: span.start }, text: '; ' }],
          },
        ],
      });
    }
  },
});
