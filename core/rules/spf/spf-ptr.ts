import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { mechanismsIn } from '../spfProblems';

export default rule({
  name: 'spf-ptr',
  on: 'spf-record',
  severity: 'warning',
  title: { en: '`ptr` is used', ja: '`ptr` を使っている' },
  references: ['RFC 7208 §5.5'],
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
  },
});
