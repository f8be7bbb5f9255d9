import type { Localized } from '../../text/message';
import { meantFix, problemRule } from '../entryProblems';

const WORDS: Readonly<Record<string, Localized>> = {
  hemisphere: {
    en: 'Behind `{field}` belongs one of {letters}, and here is `{text}`. {who} Write degrees, minutes, seconds and then the letter: `51 30 12.748 N`.',
    ja: '`{field}` の後には {letters} のいずれかが必要ですが、`{text}` があります。{who}`51 30 12.748 N` のように度・分・秒の後に書きます。',
  },
  'lower-case': {
    en: 'The letter is written in upper case here. {who}',
    ja: 'この文字は大文字で書きます。{who}',
  },
  degrees: {
    en: '`{text}` is no whole number of degrees. {who} Give minutes and seconds as numbers of their own, and south or west by the letter.',
    ja: '`{text}` は度数（整数）ではありません。{who}分と秒は別の数として書き、南緯・西経は文字で示します。',
  },
  'latitude-range': {
    en: 'A latitude goes up to 90 degrees. {who}',
    ja: '緯度は 90 度までです。{who}',
  },
  'longitude-range': {
    en: 'A longitude goes up to 180 degrees. {who}',
    ja: '経度は 180 度までです。{who}',
  },
  minutes: {
    en: '`{text}` is no number of minutes from 0 to 59. {who}',
    ja: '`{text}` は 0〜59 の分として正しくありません。{who}',
  },
  seconds: {
    en: '`{text}` is no number of seconds below 60 with at most three decimals. {who}',
    ja: '`{text}` は 60 未満、小数 3 桁以内の秒として正しくありません。{who}',
  },
  altitude: {
    en: '`{text}` is no altitude: metres from -100000.00 to 42849672.95, with at most two decimals, as in `10m`. {who}',
    ja: '`{text}` は高度として正しくありません。-100000.00〜42849672.95 のメートルを小数 2 桁以内で書きます（例: `10m`）。{who}',
  },
  distance: {
    en: '`{text}` is no distance for `{field}`: 0 to 90000000 metres, as in `10m`. {who}',
    ja: '`{text}` は `{field}` の距離として正しくありません。0〜90000000 メートルで書きます（例: `10m`）。{who}',
  },
};

export default problemRule({
  name: 'zone-bad-location',
  kind: 'bad-location',
  title: { en: 'A place on earth that is none', ja: '位置として正しくない値' },
  references: ['RFC 1876 §3', 'RFC 1712 §3'],
  says: (problem, _entry, marked) => ({
    text: WORDS[problem.detail ?? ''] ?? {
      en: '`{text}` is no number in the range of `{field}`. Servers take it, but nobody can use it.',
      ja: '`{text}` は `{field}` の範囲の数ではありません。サーバーは受け付けますが、利用できません。',
    },
    fixes: meantFix(problem, marked),
  }),
});
