import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { bareValue, isPrintable, valueOf, writing } from '../policyLines';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'mta-sts-policy-bad-version',
  on: 'mta-sts-policy-line',
  severity: 'error',
  title: { en: 'A version that no sender knows', ja: '送信側の知らないバージョン' },
  references: ['RFC 8461 §3.2'],
  check(line, report) {
    const value = valueOf(line, 'version');
    if (value === undefined || value.text === 'STSv1' || !isPrintable(value.text)) return;
    const bare = bareValue(value.text);
    const meant = nearest(bare, ['STSv1']) !== undefined || /^(?:v=)?(?:sts)?v?1?$/i.test(bare);
    report({
      span: value.mark,
      message: message(
        {
          en: 'The version reads `{value}`; there is only `STSv1`, in this very case. Senders take the file for no policy. Write `version: STSv1`.',
          ja: 'バージョンが `{value}` になっています。有効なのは `STSv1`（大文字小文字も区別）だけで、違うとポリシーとして扱われません。`version: STSv1` と書いてください。',
        },
        { value: value.text },
      ),
      fixes: meant ? [{ title: replaceTitle(value.text, 'STSv1'), edits: [writing(value, 'STSv1')] }] : [],
    });
  },
});
