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
import { bareSemicolons, escapedCharacters, escapedSemicolons, plainCharacters } from './rewrite/escapes';
import { onOneLine, stringsOnLines } from './rewrite/lines';
import { absoluteNames, relativeNames, statedOwner } from './rewrite/names';
import { joinedStrings, quotedStrings, splitAt, splitStrings } from './rewrite/strings';
import { effectOf, meaningOf, usualOrder, withDefaults, withoutDefaults } from './rewrite/tags';
import { splitOverlong, termsOnLines, textOnOneLine } from './rewrite/terms';
import { inSeconds, inUnits } from './rewrite/times';

/** A way to write a record differently; edits count from the beginning of the entry. */
interface Rewrite {
  readonly title: Localized;
  /** For the whole file; absent where that is of no use. */
  readonly whole?: Localized;
  /**
   * Whether the record stays the same octet for octet, or a TXT record only its text as a whole; else what its readers
   * take from it, which has to be known and to stay the same.
   */
  readonly keeps: 'record' | 'text' | ((entry: ZoneEntry) => string | undefined);
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
    title: { en: 'Write `;` in quotes without a backslash', ja: '引用符内の `\\;` を `;` と書く' },
    keeps: 'record',
    edits: bareSemicolons,
  },
  {
    title: { en: 'Write `;` in quotes as `\\;`', ja: '引用符内の `;` を `\\;` と書く' },
    keeps: 'record',
    edits: escapedSemicolons,
  },
  {
    title: { en: 'Write escapes as the characters they stand for', ja: 'エスケープを元の文字で書く' },
    keeps: 'record',
    edits: plainCharacters,
  },
  {
    title: { en: 'Write characters beyond ASCII as escapes', ja: 'ASCII 以外の文字をエスケープで書く' },
    keeps: 'record',
    edits: escapedCharacters,
  },
  {
    title: {
      en: 'Put one tag or term on each line, in parentheses',
      ja: '括弧に入れてタグや項目を 1 行ずつ書く',
    },
    keeps: 'text',
    edits: (entry, { eol }) => termsOnLines(entry, eol),
  },
  {
    title: {
      en: 'Write the text on one line, in as few strings as hold it',
      ja: 'テキストを 1 行にまとめる',
    },
    keeps: 'text',
    edits: textOnOneLine,
  },
  {
    title: { en: 'Put the tags into the usual order', ja: 'タグを一般的な順に並べる' },
    keeps: meaningOf,
    edits: usualOrder,
  },
  {
    title: { en: 'Take out tags that only state a default', ja: '既定値と同じタグを取り除く' },
    keeps: effectOf,
    edits: withoutDefaults,
  },
  {
    title: { en: 'Write out the defaults', ja: '既定値を明示する' },
    keeps: effectOf,
    edits: withDefaults,
  },
  {
    title: { en: 'Split strings at 255 octets', ja: '文字列を 255 オクテットで分割する' },
    keeps: 'text',
    edits: splitOverlong,
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
    const rewords = typeof rewrite.keeps === 'function';
    found.push({ title: message(rewrite.title), edits: within(span), ...(rewords && { rewords }) });
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
  const same = isSame(entry, after, keeps);
  if (!same || after.problems.length > entry.problems.length) return [];
  return found.map((edit) => shiftEdit(edit, start));
}

/** Whether an entry still says what it has to. */
function isSame(entry: ZoneEntry, after: ZoneEntry, keeps: Rewrite['keeps']): boolean {
  if (keeps === 'record') return recordKey(after, undefined) === recordKey(entry, undefined);
  if (keeps === 'text') {
    return after.strings?.text === entry.strings?.text && after.owner.name === entry.owner.name;
  }
  const said = keeps(entry);
  return said !== undefined && keeps(after) === said;
}

/** The line break behind a record. */
function eolAfter({ text }: ZoneModel, record: StandingRecord | undefined): string {
  return record !== undefined && slice(text, record.end, record.end + 2) === '\r\n' ? '\r\n' : '\n';
}
