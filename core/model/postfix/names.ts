import { postfixParameter } from '../../facts/postfix';
import { isRestrictionList } from '../../facts/postfixTypes';
import type { ParsedSetting, Setting } from '../../syntax/setting';
import { decodedOffset, sourceSpan } from '../../text/joinedText';
import { shiftSpan, touches, type Edit, type Span } from '../../text/span';
import { readExpansion } from '../../values/expansion';
import { listWords } from '../../values/words';
import type { NameHere, Occurrence, Renaming } from '../editing';
import { settingAt, type SettingsView } from '../settings';
import { isServiceKey, nameInKey, parameterKey, serviceKey } from './keys';
import { renamedHere, renamedPlaces } from './renaming';
import { serviceNamesIn } from './services';

/** One place of a name, counted from its setting's beginning. */
export interface NamePlace {
  /** As the editor's questions have it. */
  readonly key: string;
  readonly span: Span;
  readonly role: Occurrence['role'];
}

/**
 * All places of names in one setting: its own, each `$name`, classes where they are listed, services of master.cf. Of
 * two that lie in each other the smaller comes first.
 */
export function placesIn(setting: Setting, classes: ReadonlySet<string>): NamePlace[] {
  const { name, nameSpan, value } = setting;
  const own: NamePlace[] =
    name === '' ? [] : [{ key: parameterKey(name), span: nameSpan, role: 'definition' }];
  const raw = postfixParameter(name)?.type.kind === 'raw';
  const references = raw ? [] : readExpansion(value.text).references;
  const lists = name === 'smtpd_restriction_classes' || isRestrictionList(name) || classes.has(name);
  const listed = lists ? listWords(value.text).filter(({ text }) => classes.has(text)) : [];
  const inValue = [...references, ...listed.map(({ text, span }) => ({ name: text, span }))].map(
    (reference): NamePlace => ({
      key: parameterKey(reference.name),
      span: sourceSpan(value, reference.span.start, reference.span.end),
      role: 'reference',
    }),
  );
  const services = serviceNamesIn(setting).map((service): NamePlace => ({
    key: serviceKey(service.name),
    span: service.span,
    role: 'reference',
  }));
  return [...own, ...inValue, ...services].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

/** The names of the file's own lists of restrictions. */
export function classNames(view: SettingsView): ReadonlySet<string> {
  const lists = view.file.byName.get('smtpd_restriction_classes') ?? [];
  return new Set(lists.flatMap(({ value }) => listWords(value.value.text).map(({ text }) => text)));
}

export function nameAt(view: SettingsView, offset: number): NameHere | undefined {
  const found = settingAt(view, offset);
  const place = found && placeAt(found, classNames(view), offset);
  return place && { span: shiftSpan(place.span, found.at), name: place.key };
}

function placeAt(
  { at, setting }: ParsedSetting,
  classes: ReadonlySet<string>,
  offset: number,
): NamePlace | undefined {
  const here = offset - at;
  if (!touches(setting.nameSpan, here) && decodedOffset(setting.value, here) === undefined) return undefined;
  return placesIn(setting, classes).find(({ span }) => touches(span, here));
}

export function occurrences(view: SettingsView, key: string, within?: Span): Occurrence[] {
  const wanted = nameInKey(key);
  if (wanted === undefined) return [];
  const classes = classNames(view);
  return view.parsed.flatMap(({ at, setting }) => {
    const apart = within !== undefined && (at > within.end || at + setting.text.length < within.start);
    if (apart || !setting.text.includes(wanted)) return [];
    return placesIn(setting, classes)
      .filter((place) => place.key === key)
      .map(({ span, role }) => ({ span: shiftSpan(span, at), role }));
  });
}

/** The settings of the name at the offset, the one that counts first. */
export function definitions(view: SettingsView, offset: number): Span[] {
  const here = nameAt(view, offset);
  if (here === undefined) return [];
  return occurrences(view, here.name)
    .filter(({ role }) => role === 'definition')
    .map(({ span }) => span)
    .reverse();
}

/** Renames a parameter or a service of one's own wherever it stands in this file. */
export function renameParameter(view: SettingsView, offset: number, typed: string): Renaming {
  const isTaken = (key: string): boolean => !isServiceKey(key) && view.file.byName.has(nameInKey(key) ?? '');
  return renamedHere(nameAt(view, offset), typed, isTaken, (key) => occurrences(view, key));
}

/** What a rename changes in this file. */
export function renamedParameter(view: SettingsView, from: string, to: string): Edit[] {
  return renamedPlaces(from, to, (key) => occurrences(view, key));
}
