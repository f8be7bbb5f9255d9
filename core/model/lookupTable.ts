import { parseLookupTable } from '../syntax/lookupTable/parse';
import type { TableForm, TableLine } from '../syntax/lookupTable/line';
import { TABLE_ACTIONS } from '../facts/postfixActions';
import { shiftSpan, type Span } from '../text/span';
import type { Editing, Fold, OutlineNode, SemanticToken } from './editing';
import type { LookupTable } from './lookupTableFile';
import type { Reader } from './model';
import { tableDescribed } from './table/described';
import { tableExpected } from './table/expected';
import { nameAt, occurrences, renamedServices, renameService } from './table/names';
import { purposeOf, type TableView } from './table/purpose';
import { unitsReader, type Unit } from './units';

/** How Postfix's lookup tables of a form are read. */
export function lookupTableReader(form: TableForm): Reader {
  return unitsReader<TableLine, LookupTable>({
    parse: (text) => parseLookupTable(text, form),
    identity: ({ text, indented }) => `${indented ? '+' : '-'}${text}`,
    facets: (value) => [{ kind: 'table-line', value }],
    file: (lines) => ({ form, lines }),
    group: (value, members, around) => ({
      kind: 'table-file',
      key: 'file',
      value: { ...value, around },
      members,
    }),
    expected: tableExpected,
    described: tableDescribed,
    editing,
  });
}

function editing(view: TableView): Editing {
  return {
    outline: () => view.units.flatMap(outlined),
    search: (query, limit) =>
      view.units
        .flatMap(outlined)
        .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
        .slice(0, limit),
    folds: () => folds(view),
    tokens: (span) => tokens(view, span),
    nameAt: (offset) => nameAt(view, offset),
    // No two tables are versions of one.
    scope: () => `table ${view.around().uri ?? ''}`,
    inSet: true,
    occurrences: (name, span) => occurrences(view, name, span),
    rename: (offset, to) => renameService(view, offset, to),
    renamed: (from, to) => renamedServices(view, from, to),
  };
}

function whole({ at, value }: Unit<TableLine>): Span {
  return { start: at, end: at + value.text.length };
}

function outlined(unit: Unit<TableLine>): OutlineNode[] {
  const { at, value } = unit;
  if (value.key === undefined || value.statement !== undefined) return [];
  return [
    {
      name: value.key.text,
      ...(value.result !== undefined && { detail: value.result.text.replace(/\s+/g, ' ') }),
      kind: 'record',
      span: whole(unit),
      selection: shiftSpan(value.key.span, at),
    },
  ];
}

/** Lines that are continued, and what stands between `if` and `endif`. */
function folds({ units }: TableView): Fold[] {
  const found: Fold[] = [];
  const open: Unit<TableLine>[] = [];
  for (const unit of units) {
    if (unit.value.statement === 'if') open.push(unit);
    else if (unit.value.statement === 'endif') {
      const from = open.pop();
      if (from !== undefined) found.push({ span: { start: from.at, end: whole(unit).end } });
    } else if (unit.value.text.includes('\n')) found.push({ span: whole(unit) });
  }
  return found;
}

function tokens(view: TableView, { start, end }: Span): SemanticToken[] {
  const purpose = purposeOf(view);
  const acts = purpose === undefined || purpose === 'access' || purpose === 'checks';
  return view.units
    .filter((unit) => whole(unit).start <= end && start <= whole(unit).end)
    .flatMap(({ at, value }) =>
      lineTokens(value, acts).map(({ span, type }) => ({ span: shiftSpan(span, at), type })),
    );
}

function lineTokens({ form, statement, key, result }: TableLine, acts: boolean): SemanticToken[] {
  const found: SemanticToken[] = [];
  if (statement !== undefined) found.push({ span: { start: 0, end: statement.length }, type: 'keyword' });
  if (key !== undefined) found.push({ span: key.span, type: form === 'patterns' ? 'string' : 'property' });
  const word = result && /^\S+/.exec(result.text)?.[0];
  if (result !== undefined && word !== undefined && acts && form !== 'aliases') {
    const { start } = result.span;
    if (TABLE_ACTIONS.has(word.toUpperCase()))
      found.push({ span: { start, end: start + word.length }, type: 'keyword' });
  }
  return found;
}
