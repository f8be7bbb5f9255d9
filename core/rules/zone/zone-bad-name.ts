import type { Localized } from '../../text/message';
import { meantFix, problemRule } from '../entryProblems';

const WORDS: Readonly<Record<string, Localized>> = {
  empty: {
    en: 'There is no name between these quotes. {who} Write `.` for the root or `@` for the origin, without quotes.',
    ja: '引用符の間に名前がありません。{who}ルートなら `.`、オリジンなら `@` を引用符なしで書いてください。',
  },
  quoted: {
    en: 'Domain names are written without quotes. {who}',
    ja: 'ドメイン名は引用符なしで書きます。{who}',
  },
  'empty-label': {
    en: 'The name `{text}` has nothing between two dots or before the first. {who}',
    ja: '名前 `{text}` には、ドットの間や先頭のドットの前に何もありません。{who}',
  },
  'label-too-long': {
    // The label is not said again: it may be the line of a private key.
    en: 'A label has 63 octets at most; this one is longer. {who}',
    ja: 'ラベルは 63 オクテットまでですが、これを超えています。{who}',
  },
  'name-too-long': {
    en: 'With its origin, this name has more than 255 octets. {who}',
    ja: 'オリジンを含めると、この名前は 255 オクテットを超えます。{who}',
  },
  'mailbox-at': {
    en: 'In a zone file the `@` of a mail address is a dot: `{meant}`. As it stands, the address is another one. {who}',
    ja: 'ゾーンファイルではメールアドレスの `@` をドットにして `{meant}` と書きます。このままでは別のアドレスになります。{who}',
  },
  'beyond-ascii': {
    en: '`{character}` is taken octet by octet, and no resolver will ask for such a name. {who} Write an internationalized name as A-label (`xn--…`).',
    ja: '`{character}` はオクテット単位で扱われ、このような名前が問い合わせられることはありません。{who}国際化ドメイン名は A ラベル（`xn--…`）で書いてください。',
  },
};

export default problemRule({
  name: 'zone-bad-name',
  kind: 'bad-name',
  title: { en: 'A domain name that is none', ja: 'ドメイン名として正しくない名前' },
  references: ['RFC 1035 §2.3.4', 'RFC 1035 §5.1', 'RFC 5890 §2.3.2.1'],
  says: (problem, _entry, marked) => ({
    text: WORDS[problem.detail ?? ''] ?? {
      en: 'Not every server takes `{character}` in a name as it stands. {who} If it is meant, write `\\{character}`.',
      ja: '名前の中の `{character}` をそのままでは読めないサーバーがあります。{who}意図したものなら `\\{character}` と書いてください。',
    },
    fixes: meantFix(problem, marked),
  }),
});
