import { describedInRecord, expectedInRecord } from '../../records/cursor';
import { recogniseRecord, type RecognisedRecord } from '../../records/recognise';
import { shiftSpan, touches, type Span } from '../../text/span';
import type { Description, Expectation } from '../../text/cursor';
import { zoneCompletion } from './editing/completion';
import type { Moment } from '../../values/serial';
import { recordsThere, zoneHover } from './editing/hover';
import { surroundingsOf } from './editing/surroundings';
import { budgetAccount, accountList } from '../../evaluate/spf/account';
import { spanOf } from '../../records/textRecord';
import { comparableName } from '../../syntax/masterFile/names';
import { message, type Message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { effectivePolicyWords } from './effectivePolicy';
import { budgetIn } from './resolver';
import { zoneView } from './zoneView';
import { entryAt } from './locate';
import type { ZoneModel } from './zone';

/** What may be written at a document offset of a zone file: in a record's text what that record takes, else its fields. */
export function zoneExpected(model: ZoneModel, offset: number, now?: Moment): Expectation | undefined {
  const located = entryAt(model, offset);
  const record = located && recogniseRecord(located.entry);
  const expected =
    record && expectedInRecord(record, offset - located.start, surroundingsOf(model, located.start, now));
  if (expected !== undefined) {
    const shift = (span: Span): Span => shiftSpan(span, located!.start);
    const replace = shift(expected.replace);
    const placed = { ...expected, replace, ...(expected.also && { also: expected.also.map(shift) }) };
    // In the middle of an escape nothing can be put in.
    return touches(replace, offset) ? placed : undefined;
  }
  return zoneCompletion(model, offset);
}

/** What stands at a document offset of a zone file. */
export function zoneDescribed(model: ZoneModel, offset: number): Description | undefined {
  const located = entryAt(model, offset);
  const record = located && recogniseRecord(located.entry);
  const described = record && describedInRecord(record, offset - located.start);
  if (described !== undefined) {
    const { span, paragraphs } = described;
    const at = offset - located!.start;
    const more = [
      ...costAt(model, record!, at),
      ...askedAt(model, record!, at),
      ...policyAt(model, record!, at),
    ];
    return { span: shiftSpan(span, located!.start), paragraphs: [...paragraphs, ...more] };
  }
  const hover = zoneHover(model, offset);
  if (hover === undefined || record === undefined) return hover;
  return {
    ...hover,
    paragraphs: [...hover.paragraphs, ...policyAt(model, record, offset - located!.start)],
  };
}

/** The tags of a DMARC record that decide on the policy. */
const POLICY_TAGS: ReadonlySet<string> = new Set(['v', 'p', 'sp', 'np', 't', 'psd', 'pct']);

/** At the owner of a DMARC record and at the tags that say something of it: the policies that receivers come to. */
function policyAt(model: ZoneModel, recognised: RecognisedRecord, offset: number): Message[] {
  if (recognised.kind !== 'dmarc-policy' || recognised.value.place !== 'policy') return [];
  const { value: record } = recognised;
  const places = [
    ...(record.entry.owner.span === undefined ? [] : [record.entry.owner.span]),
    ...record.tags.filter(({ key }) => POLICY_TAGS.has(key)).map((tag) => spanOf(record, tag)),
  ];
  if (!places.some((span) => touches(span, offset))) return [];
  const zone = zoneView(model, () => undefined);
  return [effectivePolicyWords(zone, record.domain)];
}

/** What a term of SPF asks the DNS for. */
const ASKS: Readonly<Record<string, readonly string[]>> = {
  a: ['A', 'AAAA'],
  mx: ['MX'],
  exists: ['A'],
  exp: ['TXT'],
};

/** At a term of an SPF record that asks for a name: what this zone has there, or what the record there costs. */
function askedAt(model: ZoneModel, recognised: RecognisedRecord, offset: number): Message[] {
  if (recognised.kind !== 'spf-record') return [];
  const { value: record } = recognised;
  const term = record.syntax.terms.find((one) => touches(spanOf(record, one), offset));
  if (term === undefined || term.kind === 'unknown') return [];
  const name = term.kind === 'directive' ? term.mechanism : term.modifier;
  const literal = term.domain?.literal;
  const own = term.kind === 'directive' && (name === 'a' || name === 'mx') && term.domain === undefined;
  if (literal === undefined && !own) return [];
  const target = own ? record.domain : comparableName(`${literal!}.`, '.');
  const types = ASKS[name];
  if (types !== undefined) return recordsThere(model, target, types);
  const cost = surroundingsOf(model, 0, undefined).spfCost(plainName(target));
  if (cost === undefined) return [];
  const least = cost.complete ? '' : '≥';
  return [
    message(
      {
        en: 'This zone has its record: {least}{lookups} of 10 lookups.',
        ja: 'このゾーンにレコードがあります: DNS 参照 {least}{lookups}/10 回。',
      },
      { least, lookups: cost.lookups },
    ),
  ];
}

/** At the version of an SPF record: its lookups, term by term. */
function costAt(model: ZoneModel, recognised: RecognisedRecord, offset: number): Message[] {
  if (recognised.kind !== 'spf-record' || !recognised.value.accepted) return [];
  const { value: record } = recognised;
  if (!touches(spanOf(record, record.syntax.version), offset)) return [];
  return [
    accountList(
      budgetAccount(
        budgetIn(
          zoneView(model, () => undefined),
          record,
        ),
      ),
    ),
  ];
}
