import type { EntryProblem, ZoneEntry } from '../../../syntax/masterFile/entry';
import { parseEntry } from '../../../syntax/masterFile/parse';
import { message, type Localized } from '../../../text/message';
import { positionAt, slice } from '../../../text/sourceText';
import { applyEdits, shiftEdit, type Edit, type Span } from '../../../text/span';
import type { Circumstances, Refactoring } from '../../editing';
import { entriesBetween, type StandingRecord } from '../lookup';
import { recordKey } from '../saved';
import { firstSoa } from '../soa';
import type { ZoneModel } from '../zone';
import { brokenAround, withoutSideEffects } from './guard';
import { serialEdit } from './raiseSerial';
import { onOneLine, stringsOnLines } from './rewrite/lines';
import { absoluteNames, relativeNames, statedOwner } from './rewrite/names';
import { joinedStrings, quotedStrings, splitAt, splitStrings } from './rewrite/strings';
import { inSeconds, inUnits } from './rewrite/times';

/** A way to write a record differently; edits count from the beginning of the entry. */
interface Rewrite {
  readonly title: Localized;
  /** For the whole file; absent where that is of no use. */
  readonly whole?: Localized;
  /** Whether the record stays the same octet for octet, or a TXT record only its text as a whole. */
  readonly keeps: 'record' | 'text';
  readonly edits: (
    entry: ZoneEntry,
    place: { readonly eol: string; readonly cursor: number | undefined },
  ) => readonly Edit[];
}

const REWRITES: readonly Rewrite[] = [
  {
    title: { en: 'Write names in full', ja: '名前を完全な形（末尾にドット）で書く' },
    whole: {
      en: 'Write all names of the file in full',
      ja: 'ファイル全体の名前を完全な形（末尾にドット）で書く',
    },
    keeps: 'record',
    edits: absoluteNames,
  },
  {
    title: { en: 'Write names relative to the origin', ja: '名前をオリジンからの相対名で書く' },
    whole: {
      en: 'Write all names of the file relative to the origin',
      ja: 'ファイル全体の名前をオリジンからの相対名で書く',
    },
    keeps: 'record',
    edits: relativeNames,
  },
  {
    title: { en: 'Write the inherited owner', ja: '省略されたオーナー名を書く' },
    whole: { en: 'Write all inherited owners of the file', ja: 'ファイル全体の省略されたオーナー名を書く' },
    keeps: 'record',
    edits: statedOwner,
  },
  {
    title: { en: 'Write times in seconds', ja: '時間を秒で書く' },
    whole: { en: 'Write all times of the file in seconds', ja: 'ファイル全体の時間を秒で書く' },
    keeps: 'record',
    edits: inSeconds,
  },
  {
    title: { en: 'Write times with units', ja: '時間を単位付き (1h など) で書く' },
    whole: {
      en: 'Write all times of the file with units',
      ja: 'ファイル全体の時間を単位付き (1h など) で書く',
    },
    keeps: 'record',
    edits: inUnits,
  },
  {
    title: { en: 'Put the text in quotes', ja: 'テキストを引用符で囲む' },
    keeps: 'record',
    edits: quotedStrings,
  },
  {
    title: { en: 'Put the strings in parentheses, one a line', ja: '文字列を括弧に入れて 1 行ずつ書く' },
    keeps: 'record',
    edits: (entry, { eol }) => stringsOnLines(entry, eol),
  },
  {
    title: { en: 'Write the record on one line', ja: 'レコードを 1 行で書く' },
    keeps: 'record',
    edits: onOneLine,
  },
  {
    title: { en: 'Split the string at the cursor', ja: 'カーソル位置で文字列を分割する' },
    keeps: 'text',
    edits: (entry, { cursor }) => (cursor === undefined ? [] : splitAt(entry, cursor)),
  },
  {
    title: { en: 'Split long strings', ja: '長い文字列を分割する' },
    keeps: 'text',
    edits: splitStrings,
  },
  {
    title: { en: 'Join the strings', ja: '文字列を結合する' },
    keeps: 'text',
    edits: joinedStrings,
  },
];

/** More lines than this are not rewritten at once: it would keep the editor waiting. */
const LONGEST = 200_000;

/** So many records are looked at to tell whether a rewriting has anything to do. */
const PROBE = 100;

/**
 * What may be written differently in the records that touch a span. None of it changes what the zone says: an entry
 * that would not read the same afterwards is left alone.
 */
export function zoneRefactorings(model: ZoneModel, span: Span, circumstances: Circumstances): Refactoring[] {
  const found: Refactoring[] = [...serialRefactoring(model, span, circumstances)];
  if (linesOf(model, span) > LONGEST) return found;
  const near: StandingRecord[] = [];
  for (const record of recordsIn(model, span)) {
    near.push(record);
    if (near.length >= PROBE) break;
  }
  const eol = eolAfter(model, near[0]);
  const cursor = span.start === span.end ? span.start : undefined;
  for (const rewrite of REWRITES) {
    if (!near.some((record) => rewritten(record, rewrite, eol, cursor).length > 0)) continue;
    const within = (place: Span) => () => {
      const edits = [...recordsIn(model, place)].flatMap((record) => rewritten(record, rewrite, eol, cursor));
      return withoutSideEffects(model.text, edits, brokenAround(model, place));
    };
    found.push({ title: message(rewrite.title), edits: within(span) });
    if (rewrite.whole === undefined || model.text.lineCount > LONGEST) continue;
    const all = { start: 0, end: model.text.length };
    found.push({ title: message(rewrite.whole), whole: true, edits: within(all) });
  }
  return found;
}

function linesOf({ text }: ZoneModel, { start, end }: Span): number {
  return positionAt(text, end).line - positionAt(text, start).line;
}

function serialRefactoring(model: ZoneModel, span: Span, circumstances: Circumstances): Refactoring[] {
  for (const { entry } of recordsIn(model, span)) {
    if (entry.typeName !== 'SOA') return [];
    const soa = firstSoa(model);
    const edit = soa?.entry.text === entry.text ? serialEdit(soa, circumstances) : undefined;
    if (edit === undefined) return [];
    const title = message(
      { en: 'Raise the serial to {serial}', ja: 'シリアルを {serial} に上げる' },
      { serial: edit.text },
    );
    return [{ title, mends: 'zone-serial-not-increased', edits: () => [edit] }];
  }
  return [];
}

function* recordsIn(model: ZoneModel, { start, end }: Span): Generator<StandingRecord, undefined> {
  for (const standing of entriesBetween(model, start, end)) if (standing.kind === 'record') yield standing;
}

/** Where these are, nobody can be sure what belongs to the record. */
const UNSURE: ReadonlySet<string> = new Set<EntryProblem['kind']>([
  'unclosed-quote',
  'quote-over-lines',
  'unclosed-parenthesis',
  'unopened-parenthesis',
]);

/** The edits of one record, in document offsets; none where it would not say the same then. */
function rewritten(
  { start, entry }: StandingRecord,
  { edits, keeps }: Rewrite,
  eol: string,
  cursor: number | undefined,
): Edit[] {
  const found = edits(entry, { eol, cursor: cursor === undefined ? undefined : cursor - start });
  if (found.length === 0 || entry.problems.some(({ kind }) => UNSURE.has(kind))) return [];
  const { origin, owner } = entry;
  const after = parseEntry(applyEdits(entry.text, found), { origin, owner });
  const same =
    keeps === 'record'
      ? recordKey(after, undefined) === recordKey(entry, undefined)
      : after.strings?.text === entry.strings?.text && after.owner.name === owner.name;
  if (!same || after.problems.length > entry.problems.length) return [];
  return found.map((edit) => shiftEdit(edit, start));
}

/** The line break behind a record. */
function eolAfter({ text }: ZoneModel, record: StandingRecord | undefined): string {
  return record !== undefined && slice(text, record.end, record.end + 2) === '\r\n' ? '\r\n' : '\n';
}
