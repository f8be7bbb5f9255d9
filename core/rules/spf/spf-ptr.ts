import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { mechanismsIn } from '../spfProblems';

export default rule({
  name: 'spf-ptr',
  on: 'spf-record',
  severity: 'warning',
  title: { en: '`ptr` is used', ja: '`ptr` を使っている' },
  references: ['RFC 7208 §5.5', 'RFC 7208 §7.2'],
  check(record, report) {
    for (const term of mechanismsIn(record, 'ptr')) {
      report({
        span: spanOf(record, term),
        message: message({
          en: '`ptr` is slow and unreliable, burdens the reverse DNS, and some receivers skip it; RFC 7208 says not to use it. Name the hosts with `ip4`, `ip6` or `a`.',
          ja: '`ptr` は遅く不確実で、逆引き DNS に負荷をかけ、無視する受信側もあります。RFC 7208 では使用すべきでないとされています。`ip4`、`ip6`、`a` でホストを指定してください。',
        }),
        tag: 'deprecated',
      });
    }
    for (const term of record.syntax.terms) {
      const parts = term.kind === 'unknown' ? [] : (term.domain?.parts ?? []);
      for (const macro of parts) {
        if (macro.kind !== 'macro' || !/^p$/i.test(macro.letter.text)) continue;
        report({
          span: spanOf(record, macro),
          message: message(
            {
              en: '`{macro}` stands for the client’s reverse name, which is slow to find and unreliable; RFC 7208 says not to use it. Use `%{i}` or `%{h}`.',
              ja: '`{macro}` は送信元の逆引き名で、取得が遅く不確実なため、RFC 7208 では使用すべきでないとされています。`%{i}` や `%{h}` を使ってください。',
            },
            { macro: macro.text },
          ),
          tag: 'deprecated',
        });
      }
    }
  },
});
