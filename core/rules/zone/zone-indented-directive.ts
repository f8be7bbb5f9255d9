import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-indented-directive',
  on: 'zone-directive',
  severity: 'error',
  title: { en: 'Blanks before a directive', ja: 'ディレクティブの前の空白' },
  references: ['RFC 1035 §5.1'],
  check(directive, report) {
    for (const { kind, span } of directive.problems) {
      if (kind !== 'indented') continue;
      const name = directive.text.slice(directive.nameSpan.start, directive.nameSpan.end);
      report({
        span: directive.nameSpan,
        message: message(
          {
            en: 'A line that begins with a blank is a record, so name servers take `{name}` for its type and refuse the zone. Move it to the beginning of the line.',
            ja: '空白で始まる行はレコードとして読まれるため、`{name}` はタイプとみなされ、ゾーンは拒否されます。行頭に移してください。',
          },
          { name },
        ),
        fixes: [
          {
            title: message({ en: 'Remove the blanks before it', ja: '前の空白を削除する' }),
            edits: [{ span, text: '' }],
          },
        ],
      });
    }
  },
});
