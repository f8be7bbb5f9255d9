import { problemRule } from '../entryProblems';
import type { Localized } from '../../text/message';

const WORDS: Readonly<Record<string, Localized>> = {
  'missing-unit': {
    en: 'In `{text}` the last number has no unit, while those before it have one. {who} Add `s`, `m`, `h`, `d` or `w`.',
    ja: '`{text}` の最後の数に単位がありません。{who}`s`、`m`、`h`、`d`、`w` のいずれかを付けてください。',
  },
  'expired-before': {
    en: 'This signature ends before it begins. {who} The expiration stands before the inception.',
    ja: 'この署名は有効開始より前に失効します。{who}失効日時、有効開始日時の順に書きます。',
  },
  'too-long': {
    en: '{text} is longer than the 32 bits of `{field}` hold (4294967295 s). {who}',
    ja: '{text} は `{field}` の 32 ビット（4294967295 秒）に収まりません。{who}',
  },
  'not-a-period': {
    en: '`{field}` is a time in seconds or with the units s, m, h, d, w (`1h30m`), and `{text}` is none. {who}',
    ja: '`{field}` は秒数か、s・m・h・d・w の単位付き（`1h30m` など）で書きます。`{text}` は正しくありません。{who}',
  },
};

export default problemRule({
  name: 'zone-bad-time',
  kind: 'bad-time',
  title: { en: 'A time that is none', ja: '時間や日時として正しくない値' },
  references: ['RFC 1035 §3.3.13', 'RFC 4034 §3.2'],
  says: (problem) => ({
    text: WORDS[problem.detail ?? ''] ?? {
      en: '`{text}` is no time for `{field}`: `YYYYMMDDHHmmSS` in UTC with a date that exists, or seconds since 1970 in at most ten digits. {who}',
      ja: '`{text}` は `{field}` の日時として正しくありません。実在する日時を UTC の `YYYYMMDDHHmmSS` で書くか、1970 年からの秒数を 10 桁以内で書きます。{who}',
    },
  }),
});
