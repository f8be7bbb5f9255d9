import { postfixParameter } from '../../facts/postfix';
import { USUAL_SERVICES } from '../../facts/postfixUsualServices';
import { message, type Localized, type Message } from '../../text/message';
import type { Edit } from '../../text/span';
import type { NameHere, Occurrence, Renaming } from '../editing';
import { isServiceKey, nameInKey, parameterKey, serviceKey } from './keys';

const NOTHING: Localized = {
  en: 'There is no parameter or service here that can be renamed.',
  ja: 'ここには変更できるパラメーターやサービスがありません。',
};
const POSTFIXES_OWN: Localized = {
  en: '`{name}` is a parameter of Postfix; only parameters of one’s own can be renamed.',
  ja: '`{name}` は Postfix のパラメーターです。変更できるのは独自のパラメーターだけです。',
};
const ASKED_FOR: Localized = {
  en: 'Postfix itself asks for the service `{name}` by this name; only services of one’s own can be renamed.',
  ja: '`{name}` は Postfix 自身がこの名前で呼ぶサービスです。変更できるのは独自のサービスだけです。',
};
const NO_NAME: Localized = {
  en: '“{name}” is no name for a parameter: it has letters, digits and `_` only.',
  ja: '「{name}」はパラメーター名に使えません。使えるのは英数字と `_` だけです。',
};
const NO_SERVICE: Localized = {
  en: '“{name}” is no name for a service: it has letters, digits, `-`, `_`, `.` and `+` only.',
  ja: '「{name}」はサービス名に使えません。使えるのは英数字と `-`、`_`、`.`、`+` だけです。',
};
const TAKEN: Localized = {
  en: '`{name}` is taken already; the two would become one.',
  ja: '`{name}` はすでに使われています。名前を変更すると混ざってしまいます。',
};

/** Services that Postfix's own defaults name. */
const OWN_SERVICES: ReadonlySet<string> = new Set(
  USUAL_SERVICES.filter(({ command }) => command !== 'pipe' && command !== 'spawn').map(({ name }) => name),
);

/**
 * Renames a parameter or a service of one's own wherever it stands in a document.
 * @param here the name at the cursor
 * @param isTaken whether a key is in use already
 */
export function renamedHere(
  here: NameHere | undefined,
  typed: string,
  isTaken: (key: string) => boolean,
  occurrences: (key: string) => readonly Occurrence[],
): Renaming {
  const from = here && nameInKey(here.name);
  if (here === undefined || from === undefined) return { refused: message(NOTHING) };
  const service = isServiceKey(here.name);
  const name = service ? typed.trim() : typed.trim().replace(/^\$/, '');
  const to = service ? serviceKey(name) : parameterKey(name);
  const refused = service ? refusedService(from, name) : refusedParameter(from, name);
  if (refused !== undefined) return { refused };
  const known = service ? OWN_SERVICES.has(name) : postfixParameter(name) !== undefined;
  if (name !== from && (known || isTaken(to))) return { refused: message(TAKEN, { name }) };
  return { edits: renamedPlaces(here.name, to, occurrences), from: here.name, to };
}

function refusedParameter(from: string, to: string): Message | undefined {
  if (postfixParameter(from) !== undefined) return message(POSTFIXES_OWN, { name: from });
  return /^\w+$/.test(to) ? undefined : message(NO_NAME, { name: to });
}

function refusedService(from: string, to: string): Message | undefined {
  if (OWN_SERVICES.has(from)) return message(ASKED_FOR, { name: from });
  return /^\w[\w.+-]*$/.test(to) ? undefined : message(NO_SERVICE, { name: to });
}

/** What a rename changes in a document; nothing where the names are none of main.cf and master.cf. */
export function renamedPlaces(
  from: string,
  to: string,
  occurrences: (key: string) => readonly Occurrence[],
): Edit[] {
  const name = nameInKey(to);
  if (nameInKey(from) === undefined || name === undefined || from === to) return [];
  return occurrences(from).map(({ span }) => ({ span, text: name }));
}
