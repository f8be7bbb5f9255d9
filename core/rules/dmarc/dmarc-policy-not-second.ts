import { addingAfter, removing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'dmarc-policy-not-second',
  on: 'dmarc-policy',
  severity: 'hint',
  title: { en: 'The policy is not the second tag', ja: 'ポリシーが 2 番目のタグでない' },
  references: ['RFC 7489 §6.4', 'RFC 9989 §4.7'],
  readers: ['both', 'rfc7489'],
  check(record, report) {
    const [first, second] = record.list.items;
    const policy = record.byName.get('p');
    const version = record.byName.get('v');
    if (first === undefined || second === undefined || policy === undefined || version === undefined) return;
    if (version.from !== first.from || policy.from === second.from) return;
    report({
      span: spanOf(record, policy),
      message: message({
        en: 'RFC 7489 wants `p` directly behind `v=DMARC1`; receivers that still follow it to the letter may ignore this record. Move it there.',
        ja: 'RFC 7489 では `p` を `v=DMARC1` の直後に置くことになっており、厳密に従う古い実装ではこのレコードが無視されることがあります。直後に移してください。',
      }),
      fixes: [
        {
          title: message({ en: 'Move `p` behind `v=DMARC1`', ja: '`p` を `v=DMARC1` の直後に移す' }),
          edits: [
            ...addingAfter(record, version, `${policy.name.text}=${policy.value.text}`),
            ...removing(record, policy),
          ],
        },
      ],
    });
  },
});
