import { postfixParameter } from '../../facts/postfix';
import { isRestrictionList } from '../../facts/postfixTypes';
import type { ParsedSetting, Setting } from '../../syntax/setting';
import { decodedOffset, sourceSpan } from '../../text/joinedText';
import { message, type Localized } from '../../text/message';
import { shiftSpan, touches, type Edit, type Span } from '../../text/span';
import { readExpansion } from '../../values/expansion';
import { listWords } from '../../values/words';
import type { NameHere, Occurrence, Renaming } from '../editing';
import { settingAt, type SettingsView } from '../settings';

/** One place of a parameter's name, counted from its setting's beginning. */
interface NamePlace {
  readonly name: string;
  readonly span: Span;
  readonly role: Occurrence['role'];
}

/** Names of parameters share no space with those of zones: no domain name has a blank. */
const KEY = 'main.cf ';

/** The name's key, as the editor's questions have it. */
export function parameterKey(name: string): string {
  return KEY + name;
}

/** All places of parameters' names in one setting: its own, each `$name`, and classes where they are listed. */
function placesIn(setting: Setting, classes: ReadonlySet<string>): NamePlace[] {
  const { name, nameSpan, value } = setting;
  const own: NamePlace[] = name === '' ? [] : [{ name, span: nameSpan, role: 'definition' }];
  const raw = postfixParameter(name)?.type.kind === 'raw';
  const references = raw ? [] : readExpansion(value.text).references;
  const lists = name === 'smtpd_restriction_classes' || isRestrictionList(name) || classes.has(name);
  const listed = lists ? listWords(value.text).filter(({ text }) => classes.has(text)) : [];
  return [
    ...own,
    ...[...references, ...listed.map(({ text, span }) => ({ name: text, span }))]
      .map((reference): NamePlace => {
        const span = sourceSpan(value, reference.span.start, reference.span.end);
        return { name: reference.name, span, role: 'reference' };
      })
      .sort((a, b) => a.span.start - b.span.start),
  ];
}

/** The names of the file's own lists of restrictions. */
export function classNames(view: SettingsView): ReadonlySet<string> {
  const lists = view.file.byName.get('smtpd_restriction_classes') ?? [];
  return new Set(lists.flatMap(({ value }) => listWords(value.value.text).map(({ text }) => text)));
}

export function nameAt(view: SettingsView, offset: number): NameHere | undefined {
  const found = settingAt(view, offset);
  const place = found && placeAt(found, classNames(view), offset);
  return place && { span: shiftSpan(place.span, found.at), name: parameterKey(place.name) };
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
  if (!key.startsWith(KEY)) return [];
  const wanted = key.slice(KEY.length);
  const classes = classNames(view);
  return view.parsed.flatMap(({ at, setting }) => {
    const apart = within !== undefined && (at > within.end || at + setting.text.length < within.start);
    if (apart || !setting.text.includes(wanted)) return [];
    return placesIn(setting, classes)
      .filter(({ name }) => name === wanted)
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

const NOTHING: Localized = {
  en: 'There is no parameter here that can be renamed.',
  ja: 'ここには変更できるパラメーターがありません。',
};
const POSTFIXES_OWN: Localized = {
  en: '`{name}` is a parameter of Postfix; only parameters of one’s own can be renamed.',
  ja: '`{name}` は Postfix のパラメーターです。変更できるのは独自のパラメーターだけです。',
};
const NO_NAME: Localized = {
  en: '“{name}” is no name for a parameter: it has letters, digits and `_` only.',
  ja: '「{name}」はパラメーター名に使えません。使えるのは英数字と `_` だけです。',
};
const TAKEN: Localized = {
  en: '`{name}` is taken already; the two would become one.',
  ja: '`{name}` はすでに使われています。名前を変更すると混ざってしまいます。',
};

/** Renames a parameter of one's own wherever it stands. */
export function renameParameter(view: SettingsView, offset: number, typed: string): Renaming {
  const here = nameAt(view, offset);
  if (here === undefined) return { refused: message(NOTHING) };
  const from = here.name.slice(KEY.length);
  const to = typed.trim().replace(/^\$/, '');
  if (postfixParameter(from) !== undefined) return { refused: message(POSTFIXES_OWN, { name: from }) };
  if (!/^\w+$/.test(to)) return { refused: message(NO_NAME, { name: to }) };
  if (to !== from && (postfixParameter(to) !== undefined || view.file.byName.has(to))) {
    return { refused: message(TAKEN, { name: to }) };
  }
  const edits = renamedParameter(view, here.name, parameterKey(to));
  return { edits, from: here.name, to: parameterKey(to) };
}

/** What a rename changes in this file. */
export function renamedParameter(view: SettingsView, from: string, to: string): Edit[] {
  if (!from.startsWith(KEY) || !to.startsWith(KEY) || from === to) return [];
  return occurrences(view, from).map(({ span }) => ({ span, text: to.slice(KEY.length) }));
}
