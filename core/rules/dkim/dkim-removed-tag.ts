import { removing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'dkim-removed-tag',
  on: 'dkim-key',
  severity: 'information',
  title: { en: 'A tag that RFC 6376 removed', ja: 'RFC 6376 で廃止されたタグ' },
  references: ['RFC 6376 Appendix E', 'RFC 4871 §3.6.1'],
  check(record, report) {
    if (record.content !== 'key') return;
    for (const tag of record.tags) {
      if (tag.definition?.need !== 'historic') continue;
      const { value } = tag;
      const empty = value.text === '';
      report({
        span: spanOf(record, tag),
        tag: 'deprecated',
        ...(empty && { severity: 'warning' }),
        message: message(
          empty
            ? {
                en: 'RFC 6376 removed `g`. Receivers that still follow RFC 4871 take an empty one to match no address, and refuse every signature. Remove it.',
                ja: '`g` は RFC 6376 で廃止されました。RFC 4871 に従う受信側では、空の `g` はどのアドレスにも一致せず、すべての署名が失敗します。削除してください。',
              }
            : {
                en: 'RFC 6376 removed `g`; receivers skip it today. Remove it.',
                ja: '`g` は RFC 6376 で廃止され、現在の受信側は読み飛ばします。削除してください。',
              },
        ),
        fixes: [{ title: removeTitle(`g=${value.text}`), edits: removing(record, tag) }],
      });
    }
  },
});
