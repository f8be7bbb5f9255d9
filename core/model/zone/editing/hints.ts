import { accountList, budgetAccount } from '../../../evaluate/spf/account';
import { SPF_LIMITS } from '../../../evaluate/spf/outcome';
import { recogniseRecord } from '../../../records/recognise';
import { endsWithDot } from '../../../syntax/masterFile/names';
import { message } from '../../../text/message';
import type { Span } from '../../../text/span';
import { periodWords } from '../../../values/period';
import type { Hint } from '../../editing';
import { entriesBetween, type StandingRecord } from '../lookup';
import { budgetIn } from '../resolver';
import type { ZoneModel } from '../zone';
import { zoneView } from '../zoneView';
import { isNameWord, readData } from './rdata';

const OWNER = 'zone.inlayHints.owner';
const TTL = 'zone.inlayHints.ttl';
const LOOKUPS = 'zone.inlayHints.lookups';

/** What a record does not say itself: its owner, the rest of its relative names, its TTL, what SPF costs. */
export function zoneHints(model: ZoneModel, span: Span): Hint[] {
  const hints: Hint[] = [];
  for (const standing of entriesBetween(model, span.start, span.end)) {
    if (standing.kind === 'record') hints.push(...ofRecord(standing), ...ofSpf(model, standing));
  }
  return hints.filter(({ offset }) => span.start <= offset && offset <= span.end);
}

function ofRecord({ start, entry, ttl }: StandingRecord): Hint[] {
  const { owner, origin, text, type } = entry;
  if (type === undefined) return [];
  const hints: Hint[] = [];
  if (owner.span === undefined) {
    const tooltip = message({ en: 'The owner, from a line above', ja: '上の行から継承したオーナー名' });
    hints.push({ offset: start, label: owner.name, setting: OWNER, tooltip });
  } else {
    const label = completion(owner.written, origin);
    if (label !== '') hints.push({ offset: start + owner.span.end, label, setting: OWNER });
  }
  if (entry.ttl === undefined && ttl !== undefined) {
    const place = entry.class?.start ?? type.start;
    const tooltip = message({ en: 'TTL: {words}', ja: 'TTL: {words}' }, { words: periodWords(ttl) });
    hints.push({ offset: start + Math.min(place, type.start), label: `${ttl} `, setting: TTL, tooltip });
  }
  const reading = readData(entry);
  for (const word of reading.words) {
    if (!isNameWord(word, reading)) continue;
    const { span } = word.token;
    const label = completion(text.slice(span.start, span.end), origin);
    if (label !== '') hints.push({ offset: start + span.end, label, setting: OWNER });
  }
  return hints;
}

/** The DNS lookups that an SPF record costs (RFC 7208 §4.6.4), behind its data. */
function ofSpf(model: ZoneModel, { start, entry }: StandingRecord): Hint[] {
  const recognised = recogniseRecord(entry);
  if (recognised?.kind !== 'spf-record' || !recognised.value.accepted) return [];
  const record = recognised.value;
  const budget = budgetIn(
    zoneView(model, () => undefined),
    record,
  );
  if (budget.items.length === 0) return [];
  const least = budget.complete ? '' : '≥';
  return [
    {
      offset: start + entry.rdata.end,
      label: message(
        { en: ' {least}{count} of {most} lookups', ja: ' DNS 参照 {least}{count}/{most} 回' },
        { least, count: budget.lookups, most: SPF_LIMITS.lookups },
      ),
      setting: LOOKUPS,
      tooltip: accountList(budgetAccount(budget)),
    },
  ];
}

/** What an origin adds to a name as it is written. */
function completion(written: string, origin: string): string {
  if (written === '@') return ` ${origin}`;
  if (endsWithDot(written)) return '';
  return origin === '.' ? '.' : `.${origin}`;
}
