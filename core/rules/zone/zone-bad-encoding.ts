import type { Localized } from '../../text/message';
import { meantFix, problemRule } from '../entryProblems';

const WORDS: Readonly<Record<string, Localized>> = {
  'base64-character': {
    en: '`{character}` does not belong into Base64, which has letters, digits, `+`, `/` and at the very end `=`. {who}',
    ja: '`{character}` は Base64 では使えません。使えるのは英数字、`+`、`/`、末尾の `=` です。{who}',
  },
  'base64-length': {
    en: 'This Base64 text is incomplete: with its padding `=` its length is a multiple of four, and it has {count} characters. {who} A part was probably lost in copying.',
    ja: 'この Base64 は不完全です。パディングの `=` を含めて 4 の倍数の長さになるはずですが、{count} 文字です。{who}コピーの際に一部が欠けた可能性があります。',
  },
  'base64-trailing-bits': {
    en: 'The last character of this Base64 text has bits that belong to no octet, so it was changed or cut off. {who}',
    ja: 'この Base64 の最後の文字には余分なビットがあり、途中で切れたか書き換えられています。{who}',
  },
  'hex-character': {
    en: '`{character}` is no hex digit. {who} Only 0–9 and a–f stand here, without `0x` or colons.',
    ja: '`{character}` は 16 進数字ではありません。{who}0〜9 と a〜f だけを書きます（`0x` やコロンは不要）。',
  },
  'hex-length': {
    en: 'The hex digits do not come in pairs: there are {count}. {who}',
    ja: '16 進数字が 2 桁ずつになっていません（{count} 桁）。{who}',
  },
  'base32hex-character': {
    en: '`{character}` does not belong into Base32hex, which has 0–9 and A–V. {who}',
    ja: '`{character}` は Base32hex では使えません。使えるのは 0〜9 と A〜V です。{who}',
  },
  groups: {
    en: 'Knot reads each word by itself, and this one holds no whole octets (a multiple of {group} characters). {who} Divide the text elsewhere.',
    ja: 'Knot は語ごとに読むため、各語は {group} 文字の倍数でなければなりません。{who}区切る位置を変えてください。',
  },
};

export default problemRule({
  name: 'zone-bad-encoding',
  kind: 'bad-encoding',
  title: { en: 'Base64 or hexadecimal data that is damaged', ja: '壊れた Base64 や 16 進データ' },
  references: ['RFC 4648', 'RFC 4034 §2.2'],
  says(problem, _entry, marked) {
    const text = WORDS[problem.detail ?? ''] ?? {
      en: 'This hash is incomplete: its characters hold no whole octets. {who}',
      ja: 'このハッシュは不完全で、オクテットの区切りに合いません。{who}',
    };
    return { text, fixes: meantFix(problem, marked) };
  },
});
