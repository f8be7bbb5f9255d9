import { replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'dmarc-bad-version',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'The version is not `DMARC1`', ja: 'バージョンが `DMARC1` でない' },
  references: ['RFC 9989 §4.7'],
  check(record, report) {
    const version = record.byName.get('v');
    if (record.content === 'foreign' || version === undefined) return;
    const { value } = version;
    if (value.text === 'DMARC1') return;
    const meant =
      value.text === '' || /^DMARC/i.test(value.text) || nearest(value.text, ['DMARC1']) !== undefined;
    report({
      span: spanOf(record, value.text === '' ? version : value),
      message: message(
        {
          en: 'The version reads `{value}`; only `DMARC1`, in this very case, is one. Receivers ignore the whole record. Write `v=DMARC1`.',
          ja: 'バージョンが `{value}` になっています。有効なのは `DMARC1`(大文字小文字も区別)だけで、違うとレコード全体が無視されます。`v=DMARC1` と書いてください。',
        },
        { value: value.text },
      ),
      fixes: meant
        ? [{ title: replaceTitle(value.text, 'DMARC1'), edits: replacing(record, value, 'DMARC1') }]
        : [],
    });
  },
});
