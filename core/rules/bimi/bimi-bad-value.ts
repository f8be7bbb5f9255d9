import { BIMI_DRAFT } from '../../records/bimi';
import { replacing, spanOf } from '../../records/tagRecord';
import { message, type Localized } from '../../text/message';
import { nearest } from '../../values/nearest';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'bimi-bad-value',
  on: 'bimi',
  severity: 'warning',
  title: {
    en: 'A tag of a BIMI record has a value that it cannot have',
    ja: 'BIMI レコードのタグの値が正しくない',
  },
  references: [BIMI_DRAFT],
  check(record, report) {
    if (record.content === 'foreign') return;
    const preference = record.byName.get('avp');
    if (preference?.read.type === 'keyword' && preference.read.keyword === undefined) {
      const { value } = preference;
      const meant = nearest(value.text, ['brand', 'personal']);
      report({
        span: spanOf(record, value.text === '' ? preference : value),
        message: message(PREFERENCE, { value: value.text }),
        fixes:
          meant === undefined
            ? []
            : [{ title: replaceTitle(value.text, meant), edits: replacing(record, value, meant) }],
      });
    }
    const localParts = record.byName.get('lps');
    if (localParts?.read.type === 'text' && !localParts.read.fits && localParts.value.text !== '') {
      report({ span: spanOf(record, localParts.value), message: message(LOCAL_PARTS) });
    }
  },
});

const PREFERENCE: Localized = {
  en: '`{value}` is no value for `avp`; there are `brand` and `personal`. Receivers skip it, or the whole record.',
  ja: '`{value}` は `avp` の値として正しくありません(`brand` と `personal` があります)。この値、またはレコード全体が無視されます。',
};
const LOCAL_PARTS: Localized = {
  en: '`lps` lists local parts, or beginnings of them, of letters, digits and hyphens, with commas between. Receivers skip anything else, or the whole record.',
  ja: '`lps` には、英数字とハイフンからなるローカルパート(またはその先頭部分)をカンマ区切りで並べます。それ以外は、値またはレコード全体が無視されます。',
};
