import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-bad-escape',
  on: 'zone-entry',
  severity: 'warning',
  title: {
    en: 'An escape that name servers read differently',
    ja: '解釈がネームサーバーによって異なるエスケープ',
  },
  references: ['RFC 1035 §5.1'],
  check(entry, report) {
    for (const { kind, span } of entry.problems) {
      if (kind !== 'bad-escape') continue;
      report({
        span,
        message: message(
          {
            en: '`{escape}` is no proper escape: a backslash and a digit begin three decimal digits up to 255. BIND and Knot refuse it, NSD reads on. Write all three digits, or the character itself.',
            ja: '`{escape}` は正しいエスケープではありません。バックスラッシュに数字が続く場合は 000〜255 の 3 桁でなければなりません。BIND と Knot は拒否し、NSD は読み進めます。3 桁で書くか、文字そのものを書いてください。',
          },
          { escape: entry.text.slice(span.start, span.end) },
        ),
      });
    }
  },
});
