import { problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-bad-escape',
  kind: 'bad-escape',
  severity: 'warning',
  title: {
    en: 'An escape that name servers read differently',
    ja: '解釈がネームサーバーによって異なるエスケープ',
  },
  references: ['RFC 1035 §5.1'],
  says: () => ({
    text: {
      en: '`{text}` is no proper escape: a backslash and a digit begin three decimal digits up to 255. {who} Write all three digits, or the character itself.',
      ja: '`{text}` は正しいエスケープではありません。バックスラッシュに数字が続く場合は 000〜255 の 3 桁でなければなりません。{who}3 桁で書くか、文字そのものを書いてください。',
    },
  }),
});
