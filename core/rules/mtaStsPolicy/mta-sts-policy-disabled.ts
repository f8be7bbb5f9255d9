import { message } from '../../text/message';
import { valueOf } from '../policyLines';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-disabled',
  on: 'mta-sts-policy-line',
  severity: 'information',
  title: { en: 'A policy that asks for nothing', ja: '何も求めないポリシー' },
  references: ['RFC 8461 §5', 'RFC 8461 §8.3'],
  check(line, report) {
    const value = valueOf(line, 'mode');
    if (value?.text !== 'none') return;
    report({
      span: value.span,
      message: message({
        en: 'Senders act as though the domain had no MTA-STS. That is how to take a policy back: keep this one, with a new `id` in the `_mta-sts` record, for as long as the old `max_age` was; then remove record and file.',
        ja: '送信側は MTA-STS がないものとして動作します。ポリシーを取り消すための書き方です。`_mta-sts` レコードの `id` を変え、以前の `max_age` が過ぎるまでこのまま公開した後、レコードとファイルを削除してください。',
      }),
    });
  },
});
