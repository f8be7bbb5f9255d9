import { LONGEST_MAX_AGE } from '../../facts/mtaStsPolicy';
import { message, type Localized } from '../../text/message';
import { bareValue, isPrintable, valueOf, writing } from '../policyLines';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'mta-sts-policy-bad-max-age',
  on: 'mta-sts-policy-line',
  severity: 'error',
  title: { en: 'A `max_age` that is no number of seconds', ja: '`max_age` が正しい秒数でない' },
  references: ['RFC 8461 §3.2'],
  check(line, report) {
    const value = valueOf(line, 'max_age');
    if (value === undefined || !isPrintable(value.text)) return;
    const digits = /^\d+$/.test(value.text);
    if (digits && value.text.length <= 10 && Number(value.text) <= LONGEST_MAX_AGE) return;
    const meant = digits ? LONGEST_MAX_AGE : secondsOf(bareValue(value.text));
    report({
      span: value.mark,
      message: message(digits ? TOO_LONG : NO_NUMBER, { value: value.text, most: LONGEST_MAX_AGE }),
      fixes:
        meant === undefined || meant > LONGEST_MAX_AGE
          ? []
          : [{ title: replaceTitle(value.text, String(meant)), edits: [writing(value, String(meant))] }],
    });
  },
});

const TOO_LONG: Localized = {
  en: '`{value}` seconds are more than a year ({most}), the longest that a policy may be kept. Some senders (chasquid, postfix-mta-sts-resolver) then use no policy at all. Write {most} or less.',
  ja: '`{value}` 秒は、ポリシーを保持できる最大の 1 年（{most} 秒）を超えています。ポリシー全体を無効とする送信側（chasquid、postfix-mta-sts-resolver）もあります。{most} 以下にしてください。',
};
const NO_NUMBER: Localized = {
  en: '`{value}` is no number of seconds: `max_age` takes digits alone, without unit, sign or separator. Senders take the file for no policy. Write the seconds, such as `604800` for a week.',
  ja: '`{value}` は秒数ではありません。`max_age` には単位・符号・区切りのない数字だけを書きます。違うとポリシーとして扱われません。1 週間なら `604800` と書いてください。',
};

/** Seconds in units that people write behind a number. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?)?$/, 1],
  [/^(?:m|mins?|minutes?)$/, 60],
  [/^(?:h|hrs?|hours?)$/, 3600],
  [/^(?:d|days?)$/, 86_400],
  [/^(?:w|weeks?)$/, 604_800],
  [/^(?:y|years?)$/, LONGEST_MAX_AGE],
];

/** `7d`, `2 weeks`, `604,800` in seconds; undefined where that is not sure. */
function secondsOf(text: string): number | undefined {
  const [, digits, unit] = /^(\d{1,3}(?:[,_' ]\d{3})+|\d{1,10}) ?([a-z]*)$/i.exec(text) ?? [];
  if (digits === undefined || unit === undefined) return undefined;
  const seconds = UNITS.find(([pattern]) => pattern.test(unit.toLowerCase()))?.[1];
  return seconds && Number(digits.replace(/\D/g, '')) * seconds;
}
