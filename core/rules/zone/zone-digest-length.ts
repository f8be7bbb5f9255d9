import { problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-digest-length',
  kind: 'digest-length',
  severity: 'warning',
  title: { en: 'A digest that is not as long as its type says', ja: 'ダイジェストの長さが種類と合わない' },
  references: ['RFC 4509 §2.1', 'RFC 6698 §2.1.3', 'RFC 4255 §3.1.2', 'RFC 8976 §2.2.4'],
  says: ({ detail, refusedBy = [] }) =>
    detail === 'least'
      ? {
          text: {
            en: 'A ZONEMD digest has {wanted} octets at least, and this one has {octets}. {who}',
            ja: 'ZONEMD のダイジェストは {wanted} オクテット以上ですが、これは {octets} オクテットです。{who}',
          },
        }
      : refusedBy.length === 0
        ? {
            text: {
              en: 'With `{what}` {kind} the data has {wanted} octets, and here are {octets}: nothing will ever match it. Write the whole digest.',
              ja: '`{what}` が {kind} のデータは {wanted} オクテットですが、{octets} オクテットのため何にも一致しません。ダイジェスト全体を書いてください。',
            },
          }
        : {
            text: {
              en: 'With `{what}` {kind} the digest has {wanted} octets, and here are {octets}. {who} Write the whole digest, or correct `{what}`.',
              ja: '`{what}` が {kind} のダイジェストは {wanted} オクテットですが、{octets} オクテットあります。{who}ダイジェスト全体を書くか、`{what}` を直してください。',
            },
          },
});
