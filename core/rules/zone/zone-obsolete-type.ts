import { message } from '../../text/message';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'zone-obsolete-type',
  on: 'zone-entry',
  severity: 'hint',
  title: { en: 'A record type that is no longer in use', ja: '使われなくなったレコード型' },
  references: ['RFC 7208 §3.1', 'RFC 6563', 'RFC 3755'],
  check(entry, report) {
    const { type, generic } = entry.data;
    const span = entry.type;
    if (type?.status !== 'obsolete' || span === undefined) return;
    const written = entry.text.slice(span.start, span.end);
    if (type.name === 'SPF') {
      report({
        span,
        severity: 'warning',
        tag: 'deprecated',
        message: message({
          en: 'Type SPF was withdrawn, and no receiver asks for it any more: this policy has no effect. Publish it as TXT.',
          ja: 'SPF 型は廃止され、受信側はもう問い合わせません。このポリシーは効果がないため、TXT で公開してください。',
        }),
        fixes: generic ? [] : [{ title: replaceTitle(written, 'TXT'), edits: [{ span, text: 'TXT' }] }],
      });
      return;
    }
    report({
      span,
      tag: 'deprecated',
      message: message(
        {
          en: 'Type {type} is no longer in use ({meaning}). Remove the record unless somebody is known to need it.',
          ja: '{type} は使われなくなった型です（{meaning}）。必要としている相手がいなければ削除してください。',
        },
        { type: type.name, meaning: type.meaning },
      ),
    });
  },
});
