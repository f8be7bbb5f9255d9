import type { TableLine } from '../../syntax/lookupTable/line';
import { shiftSpan, touches, type Edit, type Span } from '../../text/span';
import type { NameHere, Occurrence, Renaming } from '../editing';
import { isServiceKey, nameInKey, serviceKey } from '../postfix/keys';
import { renamedHere, renamedPlaces } from '../postfix/renaming';
import { unitAt } from '../units';
import { purposeOf, type TableView } from './purpose';

/** A result of a transport table, or a filter: `name:nexthop`. */
const TRANSPORT = /^([\w.+-]+)(?=:)/;
const FILTER = /^(FILTER\s+)([\w.+-]+)(?=:)/i;

/** The service of master.cf that a line names, counted from the line's beginning. */
export function serviceIn(
  { result }: TableLine,
  transports: boolean,
): { name: string; span: Span } | undefined {
  if (result === undefined) return undefined;
  const filter = FILTER.exec(result.text);
  const name = filter?.[2] ?? (transports ? TRANSPORT.exec(result.text)?.[1] : undefined);
  if (name === undefined) return undefined;
  const start = result.span.start + (filter?.[1]?.length ?? 0);
  return { name, span: { start, end: start + name.length } };
}

export function nameAt(view: TableView, offset: number): NameHere | undefined {
  const unit = unitAt(view, offset);
  const found = unit && serviceIn(unit.value, purposeOf(view) === 'transport');
  if (unit === undefined || found === undefined || !touches(found.span, offset - unit.at)) return undefined;
  return { span: shiftSpan(found.span, unit.at), name: serviceKey(found.name) };
}

export function occurrences(view: TableView, key: string, within?: Span): Occurrence[] {
  if (!isServiceKey(key)) return [];
  const wanted = nameInKey(key)!;
  const transports = purposeOf(view) === 'transport';
  return view.units.flatMap(({ at, value }): Occurrence[] => {
    const apart = within !== undefined && (at > within.end || at + value.text.length < within.start);
    if (apart || !value.text.includes(wanted)) return [];
    const found = serviceIn(value, transports);
    return found?.name === wanted ? [{ span: shiftSpan(found.span, at), role: 'reference' }] : [];
  });
}

export function renameService(view: TableView, offset: number, typed: string): Renaming {
  return renamedHere(
    nameAt(view, offset),
    typed,
    () => false,
    (key) => occurrences(view, key),
  );
}

/** What a rename of a service changes in this table. */
export function renamedServices(view: TableView, from: string, to: string): Edit[] {
  return isServiceKey(from) ? renamedPlaces(from, to, (key) => occurrences(view, key)) : [];
}
