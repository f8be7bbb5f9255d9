import { parseLookupTable } from '../syntax/lookupTable/parse';
import type { TableForm, TableLine } from '../syntax/lookupTable/line';
import { shiftSpan, touches, type Span } from '../text/span';
import { parseIp } from '../values/ipAddress';
import { addressBits } from '../values/ipNetwork';
import { message, type Message } from '../text/message';
import type { Description } from '../text/cursor';
import type { Editing, Fold, OutlineNode, SemanticToken } from './editing';
import type { LookupTable } from './lookupTableFile';
import type { Reader } from './model';
import { unitAt, unitsReader, type Unit, type UnitsView } from './units';

type View = UnitsView<TableLine, LookupTable>;

/** How Postfix's lookup tables of a form are read. */
export function lookupTableReader(form: TableForm): Reader {
  return unitsReader<TableLine, LookupTable>({
    parse: (text) => parseLookupTable(text, form),
    identity: ({ text, indented }) => `${indented ? '+' : '-'}${text}`,
    facets: (value) => [{ kind: 'table-line', value }],
    file: (lines) => ({ form, lines }),
    group: (value, members) => ({ kind: 'table-file', key: 'file', value, members }),
    expected: () => undefined,
    described,
    editing,
  });
}

/** Of a network: how many addresses it has. */
function described(view: View, offset: number): Description | undefined {
  const unit = unitAt(view, offset);
  if (unit === undefined) return undefined;
  const { at, value } = unit;
  const { key, form } = value;
  if (form !== 'networks' || key === undefined || !touches(key.span, offset - at)) return undefined;
  const [address = '', prefix] = key.text.replace(/[[\]]/g, '').split('/');
  const parsed = parseIp(address);
  if (parsed === undefined || value.problems.length > 0) return undefined;
  const bits =
    addressBits(parsed.family) - (prefix === undefined ? addressBits(parsed.family) : Number(prefix));
  return { span: shiftSpan(key.span, at), paragraphs: [size(bits)] };
}

function size(bits: number): Message {
  return bits <= 32
    ? message({ en: 'Addresses: {count}', ja: 'アドレス数: {count}' }, { count: 2 ** bits })
    : message({ en: 'Addresses: 2^{bits}', ja: 'アドレス数: 2^{bits}' }, { bits });
}

function editing(view: View): Editing {
  return {
    outline: () => view.units.flatMap(outlined),
    search: (query, limit) =>
      view.units
        .flatMap(outlined)
        .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
        .slice(0, limit),
    folds: () => folds(view),
    tokens: (span) => tokens(view, span),
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
function folds({ units }: View): Fold[] {
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

function tokens(view: View, { start, end }: Span): SemanticToken[] {
  return view.units
    .filter((unit) => whole(unit).start <= end && start <= whole(unit).end)
    .flatMap(({ at, value: { form, statement, key } }): SemanticToken[] => [
      ...(statement === undefined
        ? []
        : [{ span: shiftSpan({ start: 0, end: statement.length }, at), type: 'keyword' as const }]),
      ...(key === undefined
        ? []
        : [
            {
              span: shiftSpan(key.span, at),
              type: form === 'patterns' ? ('string' as const) : ('property' as const),
            },
          ]),
    ]);
}
