import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-quote-over-lines',
  on: 'zone-entry',
  severity: 'warning',
  title: { en: 'A quoted string that runs over a line end', ja: '行をまたぐ引用文字列' },
  references: ['RFC 1035 §5.1'],
  check(entry, report) {
    for (const { kind, span } of entry.problems) {
      if (kind !== 'quote-over-lines') continue;
      report({
        span,
        message: message({
          en: 'This quoted string ends on a later line. NSD reads the line break as part of it; BIND and Knot refuse the zone. Close the string on each line and open it again on the next, inside parentheses.',
          ja: 'この引用文字列は後の行で閉じられています。NSD は改行も文字列の一部として読みますが、BIND と Knot はゾーンを拒否します。括弧の中で、行ごとに引用符を閉じて開き直してください。',
        }),
      });
    }
  },
});
