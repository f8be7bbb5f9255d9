import { message } from '../../text/message';
import { effectiveSetting, switchedTo } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-rejection-off',
  on: 'opendmarc-file',
  severity: 'information',
  title: { en: 'Forged mail is let through', ja: 'なりすましメールの素通し' },
  references: ['opendmarc.conf(5)', 'RFC 9989 §5.4'],
  check(file, report) {
    const found = effectiveSetting(file, 'RejectFailures');
    if (found === undefined || switchedTo(file, 'RejectFailures') !== false) return;
    report({
      anchor: found.anchor,
      span: found.value.valueSpan,
      message: message({
        en: 'OpenDMARC only notes its verdict in a header: mail that fails under p=reject is delivered all the same, unless a later program acts on it. Set `RejectFailures true` when the results have been watched for a while.',
        ja: 'OpenDMARC は判定結果をヘッダーに書くだけで、p=reject に反するメールも (後段のプログラムが処理しない限り) 配送されます。しばらく結果を確認したら `RejectFailures true` にしてください。',
      }),
    });
  },
});
