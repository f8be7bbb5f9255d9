import type { Localized } from '../text/message';

const UNITS: readonly (readonly [number, string, string, string])[] = [
  [86_400, ' day', ' days', '日'],
  [3600, ' h', ' h', '時間'],
  [60, ' min', ' min', '分'],
  [1, ' s', ' s', '秒'],
];

/** A number of seconds in words: `1 h 30 min`, 「1時間30分」; weeks are said in days. */
export function periodWords(seconds: number): Localized {
  if (seconds === 0) return { en: '0 s', ja: '0秒' };
  const en: string[] = [];
  const ja: string[] = [];
  let rest = seconds;
  for (const [length, one, many, japanese] of UNITS) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count === 0) continue;
    en.push(`${count}${count === 1 ? one : many}`);
    ja.push(`${count}${japanese}`);
  }
  return { en: en.join(' '), ja: ja.join('') };
}
