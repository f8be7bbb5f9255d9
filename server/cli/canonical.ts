import { writeSync } from 'node:fs';
import { canonicalRecords, type Unprinted } from '../../core/model/zone/canonical';
import type { ZoneSource } from '../../core/model/zone/records';
import { message, render, type Localized } from '../../core/text/message';
import type { CanonicalOptions } from './arguments';
import { codeOf } from './find';
import { visible } from './format/terminal';
import { openZone } from './zoneSource';

/** How many code units are handed to the system at once. */
const portion = 1 << 16;

/** How many records that cannot be printed are told of one by one. */
const mostTold = 100;

const reasons: Readonly<Record<Unprinted['reason'], Localized>> = {
  'no-ttl': { en: 'no TTL is known', ja: 'TTL が分かりません' },
  'no-type': { en: 'no record type', ja: 'レコードタイプがありません' },
  'bad-owner': { en: 'no valid owner name', ja: 'オーナー名が正しくありません' },
  'bad-class': { en: 'not of class IN', ja: 'クラスが IN ではありません' },
  'bad-directive': { en: 'not a directive that can be read', ja: '解釈できないディレクティブです' },
  'bad-head': {
    en: 'TTL, class and type are not in place',
    ja: 'TTL、クラス、タイプの並びが正しくありません',
  },
  'bad-rdata': { en: 'the data cannot be read', ja: 'データを解釈できません' },
  'too-many': { en: 'it makes too many records', ja: '生成されるレコードが多すぎます' },
  missing: { en: 'there is no such file', ja: 'ファイルがありません' },
  'not-a-file': { en: 'not a regular file', ja: '通常のファイルではありません' },
  'too-large': { en: 'the file is too large', ja: 'ファイルが大きすぎます' },
  circular: { en: 'the file includes itself', ja: 'ファイルの取り込みが循環しています' },
  unreadable: {
    en: 'the file cannot be read, or lies outside of the zone’s folder, the current one and --directory',
    ja: 'ファイルを読めないか、ゾーンのあるフォルダー、現在のフォルダー、--directory の外にあります',
  },
};

const said = {
  unreadable: { en: 'cannot be read ({code})', ja: '読めません ({code})' },
  unprinted: { en: '{reason}: {text}', ja: '{reason}: {text}' },
  more: { en: '{count} more records cannot be printed', ja: 'ほかに {count} 件のレコードを出力できません' },
} satisfies Record<string, Localized>;

/** `zone --canonical`: prints the record set of a zone; gives the exit status. */
export function printCanonical({ path, origin, directory, locale }: CanonicalOptions): 0 | 1 | 2 {
  const complain = (text: Localized, values: Record<string, string | number | Localized>): void => {
    process.stderr.write(`mail-auth: ${visible(path)}: ${visible(render(message(text, values), locale))}\n`);
  };
  let source: ZoneSource;
  try {
    source = openZone(path, origin, directory);
  } catch (problem) {
    complain(said.unreadable, { code: codeOf(problem) });
    return 2;
  }
  let unprinted = 0;
  const told = ({ reason, text }: Unprinted): void => {
    if (++unprinted > mostTold) return;
    complain(said.unprinted, { reason: reasons[reason], text: text.slice(0, 200).split('\n')[0]!.trim() });
  };
  const records = canonicalRecords(source, told);
  if (!print(records)) return 0;
  if (unprinted > mostTold) complain(said.more, { count: unprinted - mostTold });
  return unprinted > 0 ? 1 : 0;
}

/** Writes the lines in portions, each once the one before it is taken; false where nobody listens any more. */
function print(lines: Iterable<string>): boolean {
  let pending = '';
  for (const line of lines) {
    pending += `${line}\n`;
    if (pending.length < portion) continue;
    if (!write(pending)) return false;
    pending = '';
  }
  return write(pending);
}

function write(text: string): boolean {
  const bytes = Buffer.from(text);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(1, bytes, at);
    } catch (problem) {
      const code = codeOf(problem);
      // A pipe that is full for the moment; the reader will take more.
      if (code === 'EAGAIN') continue;
      if (code === 'EPIPE') return false;
      throw problem;
    }
  }
  return true;
}
