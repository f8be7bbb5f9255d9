import { parseInLowerCase } from './elementNames';
import { countReading } from './counts';
import { recordFields } from './fields';
import { failed, tellOtherCase, type Piece, type ReportInHand } from './inHand';
import { child, children, type Element } from './parse';
import { plainRecord } from './plain';
import { repair } from './repair';
import { texts } from './texts';
import type { Place, Reading, ReportRecord } from './types';
import { isWellFormed } from './wellFormed';
import { message } from '../text/message';

/**
 * Reads a batch of records: plain ones directly, the others by the XML library, together where all of them are
 * well-formed, else one by one, so that a bad record costs only itself.
 * @returns one for each record of the batch; undefined, and told, for one that is lost
 */
export function readBatch(
  reading: Reading,
  report: ReportInHand,
  first: number,
  part: string,
): readonly (ReportRecord | undefined)[] {
  const { batch } = report;
  const plain = batch.map(({ text, complete }) => (complete ? plainRecord(text) : undefined));
  const others = batch.filter((_, i) => plain[i] === undefined);
  const parse = (xml: string): readonly Element[] | undefined => {
    const records = parseRecords(xml);
    if (records?.otherCase === true) tellOtherCase(reading, report, part);
    return records?.elements;
  };
  const together = others.every(({ complete }) => complete)
    ? parse(others.map(({ text }) => text).join(''))
    : undefined;
  const parsed = together?.length === others.length ? together.values() : undefined;
  return batch.map((piece, i) => {
    const place = { part, record: first + i };
    const element =
      plain[i] === undefined
        ? (parsed?.next().value ?? readOne(reading, report, piece, place, parse))
        : undefined;
    const fields = plain[i] ?? (element === undefined ? undefined : recordFields(element));
    if (fields === undefined) return undefined;
    tellCount(reading, fields.countText, place);
    return fields.record;
  });
}

/** A record by itself, mended where it must be; undefined, and told, where that does not help. */
function readOne(
  reading: Reading,
  report: ReportInHand,
  { text, complete }: Piece,
  place: Place,
  parse: (xml: string) => readonly Element[] | undefined,
): Element {
  const [element] = complete ? (parse(text) ?? []) : [];
  if (element !== undefined) return element;
  if (++report.broken > reading.limits.mendedRecords) return undefined;
  try {
    const { element: root, otherCase } = parseInLowerCase(repair(text));
    if (otherCase) tellOtherCase(reading, report, place.part);
    reading.tell('warning', message(complete ? texts.malformedRecord : texts.cutRecord), place);
    return child(root, 'record');
  } catch (error) {
    reading.tell('error', failed(error, texts.nestedRecord, texts.lostRecord), place);
    return undefined;
  }
}

/** Says what is to be said of a number of messages. */
function tellCount(reading: Reading, text: string, place: Place): void {
  const { count, how } = countReading(text);
  if (how === 'exact') return;
  const told = { none: texts.count, repaired: texts.countRepaired, capped: texts.countCapped }[how];
  reading.tell('warning', message(told, { value: text.slice(0, 80), count }), place);
}

/** The `<record>` elements in a row of them; undefined where they are not well-formed or the library gives up. */
function parseRecords(
  xml: string,
): { readonly elements: readonly Element[]; readonly otherCase: boolean } | undefined {
  const wrapped = `<records>${xml}</records>`;
  if (xml === '' || !isWellFormed(wrapped)) return undefined;
  try {
    const { element, otherCase } = parseInLowerCase(wrapped);
    return { elements: children(child(element, 'records'), 'record'), otherCase };
  } catch {
    return undefined;
  }
}
