import { BIMI_DRAFT } from '../../records/bimi';
import { replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
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
    const tag = record.byName.get('avp');
    if (record.content === 'foreign' || tag?.read.type !== 'keyword' || tag.read.keyword !== undefined)
      return;
    const { value } = tag;
    const meant = nearest(value.text, ['brand', 'personal']);
    report({
      span: spanOf(record, value.text === '' ? tag : value),
      message: message(
        {
          en: '`{value}` is no value for `avp`; there are `brand` and `personal`. Receivers skip it, or the whole record.',
          ja: '`{value}` は `avp` の値として正しくありません(`brand` と `personal` があります)。この値、またはレコード全体が無視されます。',
        },
        { value: value.text },
      ),
      fixes:
        meant === undefined
          ? []
          : [{ title: replaceTitle(value.text, meant), edits: replacing(record, value, meant) }],
    });
  },
});
