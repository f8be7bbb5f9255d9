import type { Localized } from '../../text/message';
import { insertTitle } from '../titles';
import { meantFix, problemRule } from '../entryProblems';

const WORDS: Readonly<Record<string, Localized>> = {
  'glued-strings': {
    en: 'There is no blank between this string and what stands before it. {who} Put a blank between them.',
    ja: 'この文字列と直前の文字列の間に空白がありません。{who}間に空白を入れてください。',
  },
  'string-too-long': {
    en: 'This string has {octets} octets, and one string holds 255 at most. {who}',
    ja: 'この文字列は {octets} オクテットあります。1 つの文字列は 255 オクテットまでです。{who}',
  },
  x25: {
    en: 'An X.25 address has at least four digits and nothing else; `{text}` is none. {who}',
    ja: 'X.25 アドレスは 4 桁以上の数字だけで書きます。`{text}` は正しくありません。{who}',
  },
  'unquoted-string': {
    en: '`{text}` has a meaning of its own outside of quotes, or dots that NSD does not read there. {who}',
    ja: '引用符がない場合、`{text}` には別の意味があるか、NSD が読めないドットが含まれています。{who}',
  },
  'unquoted-uri': {
    en: 'The target of a URI record stands in quotes. {who}',
    ja: 'URI レコードのターゲットは引用符で囲みます。{who}',
  },
  tag: {
    en: 'A CAA tag consists of letters and digits alone; `{text}` is none. {who}',
    ja: 'CAA のタグは英数字だけで書きます。`{text}` は正しくありません。{who}',
  },
  'upper-case-tag': {
    en: 'CAA tags are written in lower case. {who}',
    ja: 'CAA のタグは小文字で書きます。{who}',
  },
  'no-gateway': {
    en: 'The gateway type is 0, so the gateway is written `.`, not `{text}`. {who}',
    ja: 'ゲートウェイの形式が 0 のため、ゲートウェイには `{text}` ではなく `.` と書きます。{who}',
  },
  'gateway-type': {
    en: '{number} is no form of gateway: 0 is none, 1 IPv4, 2 IPv6, 3 a name. {who}',
    ja: 'ゲートウェイの形式に {number} はありません。0 はなし、1 は IPv4、2 は IPv6、3 は名前です。{who}',
  },
  'key-unwanted': {
    en: 'The numbers before say that there is no key, and here is one. {who}',
    ja: '前の数値は鍵がないことを示していますが、鍵が書かれています。{who}',
  },
  'rkey-flags': {
    en: 'The flags of RKEY are always 0. {who}',
    ja: 'RKEY のフラグは常に 0 です。{who}',
  },
  'naptr-regexp': {
    en: 'This is no substitution: `!expression!replacement!` with the same delimiter three times, perhaps an `i` behind it, and `\\1` only for a group that is there. {who}',
    ja: '置換式として正しくありません。同じ区切り文字を 3 回使って `!式!置換!` と書き（末尾に `i` を付けられます）、`\\1` は存在するグループにだけ使えます。{who}',
  },
  protocol: {
    en: '`{text}` is no protocol: write `TCP`, `UDP` or a number up to 255. {who}',
    ja: '`{text}` はプロトコルではありません。`TCP`、`UDP` または 255 以下の番号を書きます。{who}',
  },
  service: {
    en: '`{text}` is no service that is known everywhere and no port up to 65535. {who}',
    ja: '`{text}` はサービス名としても 65535 以下のポート番号としても正しくありません。{who}',
  },
};

export default problemRule({
  name: 'zone-bad-value',
  kind: 'bad-value',
  title: {
    en: 'A field of RDATA that does not hold what its type wants',
    ja: 'RDATA の項目の値が正しくない',
  },
  references: ['RFC 1035 §3.3', 'RFC 1035 §5.1'],
  says(problem, _entry, marked) {
    const text = WORDS[problem.detail ?? ''];
    if (text === undefined) return undefined;
    const glued = problem.detail === 'glued-strings';
    const fixes = glued
      ? [{ title: insertTitle(' '), edits: [{ span: problem.span, text: ' ' }] }]
      : meantFix(problem, marked);
    return { text, fixes };
  },
});
