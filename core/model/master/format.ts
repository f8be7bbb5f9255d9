import { MASTER_FIELDS, type MasterService } from '../../syntax/masterCf';
import type { Edit, Span } from '../../text/span';
import type { Unit } from '../units';
import type { MasterCfView } from './view';

/** Where the fields begin in the master.cf that Postfix brings. */
export const MASTER_STOPS: readonly number[] = [0, 10, 16, 24, 32, 40, 48, 56];

/**
 * The fields of services below each other, at the columns that Postfix's own file has; a longer field pushes only those
 * that it has to. Services between two comments or empty lines that have more room for their names keep it. Only
 * blanks between fields that stand in one line change.
 */
export function formatMasterCf(view: MasterCfView, within?: Span): Edit[] {
  const usual = shiftOf(view.units) ?? 0;
  return blocks(view).flatMap((block) => {
    const shift = shiftOf(block) ?? usual;
    return block.flatMap((unit) => {
      const { at, value } = unit;
      const apart = within !== undefined && (at > within.end || at + value.text.length < within.start);
      return apart ? [] : laid(unit, shift);
    });
  });
}

/** Services on lines that follow each other. */
function blocks({ text, units }: MasterCfView): Unit<MasterService>[][] {
  const found: Unit<MasterService>[][] = [];
  let end = -1;
  for (const unit of units) {
    if (end >= 0 && /^[ \t]*\r?\n$/.test(text.slice(end, unit.at))) found.at(-1)!.push(unit);
    else found.push([unit]);
    end = unit.at + unit.value.text.length;
  }
  return found;
}

/** How much more room for names than usual most of the services have; undefined where they do not agree. */
function shiftOf(units: readonly Unit<MasterService>[]): number | undefined {
  // One alone agrees with nobody.
  if (units.length < 2) return undefined;
  const counts = new Map<number, number>();
  for (const { value } of units) {
    const second = value.fields[1]?.span.start;
    if (second !== undefined) counts.set(second, (counts.get(second) ?? 0) + 1);
  }
  for (const [column, count] of counts) {
    const shift = column - MASTER_STOPS[1]!;
    if (count * 2 > units.length && shift >= 0 && shift <= MASTER_STOPS[2]!) return shift;
  }
  return undefined;
}

function laid({ at, value }: Unit<MasterService>, shift: number): Edit[] {
  const { text, fields, indented } = value;
  if (indented || fields.length < MASTER_FIELDS) return [];
  const edits: Edit[] = [];
  let column = fields[0]!.text.length;
  for (const [index, field] of fields.entries()) {
    if (index === 0) continue;
    const { start } = field.span;
    const before = fields[index - 1]!.span.end;
    // A field on a line of its own stands where its writer put it.
    if (text.slice(before, start).includes('\n')) break;
    const blanks = Math.max(1, MASTER_STOPS[index]! + shift - column);
    if (text.slice(before, start) !== ' '.repeat(blanks)) {
      edits.push({ span: { start: at + before, end: at + start }, text: ' '.repeat(blanks) });
    }
    column += blanks + field.text.length;
  }
  return edits;
}
