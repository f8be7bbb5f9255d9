import { replacing, spanOf, wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'adsp-bad-value',
  on: 'adsp',
  severity: 'warning',
  title: { en: 'An ADSP record that says nothing', ja: '意味をなさない ADSP レコード' },
  references: ['RFC 5617 §4.2.1'],
  check(record, report) {
    if (record.text.pieces.length === 0) return;
    const tag = record.byName.get('dkim');
    if (tag === undefined) {
      report({
        span: wholeSpan(record),
        message: message({
          en: 'An ADSP record has one tag, `dkim=unknown`, `dkim=all` or `dkim=discardable`, and this one lacks it. ADSP is historic; remove the record.',
          ja: 'ADSP レコードには `dkim=unknown`、`dkim=all`、`dkim=discardable` のいずれかのタグが必要ですが、ありません。ADSP は歴史的な規格なので、レコードを削除してください。',
        }),
      });
      return;
    }
    if (tag.read.type !== 'keyword' || tag.read.keyword !== undefined) return;
    const { value } = tag;
    const meant = nearest(value.text, ['unknown', 'all', 'discardable']);
    report({
      span: spanOf(record, value.text === '' ? tag : value),
      message: message(
        {
          en: '`{value}` is none of `unknown`, `all` and `discardable`; receivers that read ADSP took it for `unknown`.',
          ja: '`{value}` は `unknown`、`all`、`discardable` のいずれでもありません。ADSP を読む受信側では `unknown` とみなされました。',
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
