import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { ttlSeconds } from '../../syntax/masterFile/characters';
import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import type { Span } from '../../text/span';
import { rule, type Report } from '../rule';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const WEEK = 7 * DAY;

/** Where the timers stand among an SOA record's fields: MNAME, RNAME and SERIAL come before. */
const REFRESH = 3;
const MINIMUM = 6;

/** What is custom for each timer, in seconds. */
const CUSTOMS: readonly {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly range: Localized;
}[] = [
  // RFC 1912 §2.2: refresh 20 minutes to 2 hours, up to 12 where changes are announced by NOTIFY, as they are today.
  {
    name: 'REFRESH',
    least: 20 * MINUTE,
    most: DAY,
    range: { en: '20 minutes to a day', ja: '20 分から 1 日' },
  },
  {
    name: 'RETRY',
    least: 2 * MINUTE,
    most: 4 * HOUR,
    range: { en: '2 minutes to 4 hours', ja: '2 分から 4 時間' },
  },
  { name: 'EXPIRE', least: WEEK, most: 6 * WEEK, range: { en: '2 to 4 weeks', ja: '2 週間から 4 週間' } },
  // RFC 2308 §5: one to three hours have been found to work well, more than a day problematic.
  { name: 'MINIMUM', least: MINUTE, most: DAY, range: { en: '5 minutes to 3 hours', ja: '5 分から 3 時間' } },
];

export default rule({
  name: 'zone-soa-timers',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'SOA timers out of the ordinary', ja: '一般的でない SOA のタイマー' },
  references: ['RFC 1912 §2.2', 'RFC 2308 §5'],
  check({ records }, report) {
    for (const { anchor, value } of records) {
      if (value.typeName !== 'SOA') continue;
      judge(value, (found) => {
        report({ ...found, anchor });
      });
    }
  },
});

/** Judges the timers of one SOA record. */
function judge(entry: ZoneEntry, report: (found: Report) => void): void {
  const timers = timersOf(entry);
  if (timers === undefined) return;
  const [refresh, retry] = timers.map(({ seconds }) => seconds);
  timers.forEach(({ span, seconds }, index) => {
    const { name, least, most, range } = CUSTOMS[index]!;
    if (name === 'RETRY' && seconds >= refresh! && refresh! > 0) {
      report({
        span,
        message: message({
          en: 'RETRY is not below REFRESH: a secondary that failed to reach the primary asks again no sooner than it would anyway. Make it a fraction of REFRESH.',
          ja: 'RETRY が REFRESH より短くないため、更新確認に失敗したセカンダリーの再試行が早まりません。REFRESH の数分の一にしてください。',
        }),
      });
    } else if (name === 'EXPIRE' && seconds <= refresh! + retry!) {
      report({
        span,
        severity: 'warning',
        message: message({
          en: 'EXPIRE does not exceed REFRESH and RETRY together: a single failed refresh takes the zone off the secondaries. 2 to 4 weeks are custom.',
          ja: 'EXPIRE が REFRESH と RETRY の合計以下です。更新に一度失敗しただけで、セカンダリーがゾーンを破棄します。一般的なのは 2 週間から 4 週間です。',
        }),
      });
    } else if (seconds < least || seconds > most) {
      report({
        span,
        message: message(
          {
            en: '{name} is {seconds} s, which is out of the ordinary; {range} are custom.',
            ja: '{name} が {seconds} 秒で、一般的な範囲から外れています。通常は {range} です。',
          },
          { name, seconds, range },
        ),
      });
    }
  });
}

/** The four timers; undefined where they are not all there and readable. */
function timersOf({
  data,
  text,
}: ZoneEntry): { readonly span: Span; readonly seconds: number }[] | undefined {
  if (data.octets === undefined) return undefined;
  const fields = data.fields.slice(REFRESH, MINIMUM + 1);
  if (fields.length !== CUSTOMS.length) return undefined;
  return fields.map(({ span }) => ({ span, seconds: ttlSeconds(text.slice(span.start, span.end)) }));
}
