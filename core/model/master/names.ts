import type { MasterService } from '../../syntax/masterCf';
import { shiftSpan, touches, type Edit, type Span } from '../../text/span';
import type { NameHere, Occurrence, Renaming } from '../editing';
import { isServiceKey, nameInKey, parameterKey, serviceKey } from '../postfix/keys';
import { placesIn as placesInSetting, type NamePlace } from '../postfix/names';
import { renamedHere, renamedPlaces } from '../postfix/renaming';
import { unitAt, type Unit } from '../units';
import { mainCfBeside, type MasterCfView } from './view';

const NO_CLASSES: ReadonlySet<string> = new Set();

/** The places of names in a service: its own, those of parameters that it sets, each `$name`, services it asks. */
function placesIn({ indented, fields, options }: MasterService): NamePlace[] {
  if (indented) return [];
  const [name, type] = fields;
  // At a port nobody asks for it by its name.
  const own: NamePlace[] =
    name === undefined || type === undefined || type.text === 'inet'
      ? []
      : [{ key: serviceKey(name.text), span: name.span, role: 'definition' }];
  return [
    ...own,
    ...options.flatMap(({ setting, problem }) =>
      setting === undefined || problem !== undefined ? [] : placesInSetting(setting, NO_CLASSES),
    ),
  ];
}

function placeAt(
  view: MasterCfView,
  offset: number,
): { readonly unit: Unit<MasterService>; readonly place: NamePlace } | undefined {
  const unit = unitAt(view, offset);
  const place = unit && placesIn(unit.value).find(({ span }) => touches(span, offset - unit.at));
  return unit && place && { unit, place };
}

export function nameAt(view: MasterCfView, offset: number): NameHere | undefined {
  const found = placeAt(view, offset);
  return found && { span: shiftSpan(found.place.span, found.unit.at), name: found.place.key };
}

export function occurrences(view: MasterCfView, key: string, within?: Span): Occurrence[] {
  const wanted = nameInKey(key);
  if (wanted === undefined) return [];
  return view.units.flatMap(({ at, value }) => {
    const apart = within !== undefined && (at > within.end || at + value.text.length < within.start);
    if (apart || !value.text.includes(wanted)) return [];
    return placesIn(value)
      .filter((place) => place.key === key)
      .map(({ span, role }) => ({ span: shiftSpan(span, at), role }));
  });
}

/**
 * Where the name at the offset is defined: a service in its line; a parameter where the service itself sets it. What
 * main.cf sets is found there.
 */
export function definitions(view: MasterCfView, offset: number): Span[] {
  const found = placeAt(view, offset);
  if (found === undefined) return [];
  const { unit, place } = found;
  const isDefinition = ({ role }: Occurrence): boolean => role === 'definition';
  if (isServiceKey(place.key)) {
    return occurrences(view, place.key)
      .filter(isDefinition)
      .map(({ span }) => span);
  }
  const inMain = mainCfBeside(view)?.byName.has(nameInKey(place.key) ?? '') === true;
  if (place.role === 'definition' && inMain) return [];
  return placesIn(unit.value)
    .filter(({ key, role }) => key === place.key && role === 'definition')
    .map(({ span }) => shiftSpan(span, unit.at))
    .reverse();
}

/** Renames a service or a parameter of one's own wherever it stands in this file. */
export function renameName(view: MasterCfView, offset: number, typed: string): Renaming {
  const isTaken = (key: string): boolean =>
    occurrences(view, key).some(({ role }) => role === 'definition') ||
    [...(mainCfBeside(view)?.byName.keys() ?? [])].some((name) => parameterKey(name) === key);
  return renamedHere(nameAt(view, offset), typed, isTaken, (key) => occurrences(view, key));
}

/** What a rename changes in this file. */
export function renamedNames(view: MasterCfView, from: string, to: string): Edit[] {
  return renamedPlaces(from, to, (key) => occurrences(view, key));
}
