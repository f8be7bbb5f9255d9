import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-generate-not-portable',
  on: 'zone-directive',
  severity: 'information',
  title: { en: '`$GENERATE` is BIND’s own', ja: '`$GENERATE` は BIND 独自の機能' },
  references: ['BIND 9 Administrator Reference Manual, $GENERATE'],
  check(directive, report) {
    if (directive.generate === undefined || directive.problems.length > 0) return;
    report({
      span: directive.nameSpan,
      message: message({
        en: 'BIND and PowerDNS read `$GENERATE`; NSD and Knot DNS refuse a zone that has it.',
        ja: '`$GENERATE` を読むのは BIND と PowerDNS です。NSD と Knot DNS はこれのあるゾーンを拒否します。',
      }),
    });
  },
});
