import { removing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'dmarc-fo-without-ruf',
  on: 'dmarc-policy',
  severity: 'warning',
  title: { en: '`fo` without `ruf`', ja: '`ruf` のない `fo`' },
  references: ['RFC 9989 §4.7'],
  check(record, report) {
    const tag = record.byName.get('fo');
    if (tag === undefined || record.byName.has('ruf')) return;
    if (record.list.items.some((item) => item.tag === undefined && /^ruf\b/i.test(item.text))) return;
    // `fo=0` is the default as well and has its hint already.
    if (tag.value.text === '0') return;
    report({
      span: spanOf(record, tag),
      message: message({
        en: '`fo` chooses among failure reports, but no `ruf` says where they go, so receivers ignore it. Add `ruf=mailto:…` or remove `fo`.',
        ja: '`fo` は失敗レポートの条件ですが、送付先の `ruf` がないため無視されます。`ruf=mailto:…` を追加するか、`fo` を削除してください。',
      }),
      tag: 'unnecessary',
      fixes: [{ title: removeTitle(`${tag.name.text}=${tag.value.text}`), edits: removing(record, tag) }],
    });
  },
});
