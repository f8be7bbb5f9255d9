import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-byte-order-mark',
  on: 'mta-sts-policy-line',
  severity: 'error',
  title: { en: 'A byte order mark before the first field', ja: '先頭のバイトオーダーマーク' },
  references: ['RFC 8461 §3.2'],
  check({ marked }, report) {
    if (!marked) return;
    const span = { start: 0, end: 1 };
    report({
      span,
      message: message({
        en: 'An invisible byte order mark stands before the first key, so that senders do not know the key and find no policy. Save the file as UTF-8 without BOM.',
        ja: '先頭に目に見えないバイトオーダーマーク (BOM) があり、最初のキーが認識されないため、ポリシーとして扱われません。BOM なしの UTF-8 で保存してください。',
      }),
      fixes: [
        {
          title: message({ en: 'Remove the byte order mark', ja: 'バイトオーダーマークを削除する' }),
          edits: [{ span, text: '' }],
        },
      ],
    });
  },
});
