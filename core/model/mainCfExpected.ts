import type { Keyword } from '../facts/keyword';
import { isPlaceholder, postfixParameter, POSTFIX_PARAMETERS } from '../facts/postfix';
import type { PostfixParameter } from '../facts/postfix';
import { parameterWords } from '../facts/postfixParameterWords';
import { isRestrictionList } from '../facts/postfixTypes';
import type { ParsedSetting } from '../syntax/setting';
import type { Candidate, Expectation } from '../text/cursor';
import { message, type Localized, type Message } from '../text/message';
import { compareVersions } from '../values/version';
import { parameterDetail } from './describe';
import { miltersExpected } from './postfix/expected/endpoints';
import { placeInValue, type ValuePlace } from './postfix/expected/place';
import { referencesExpected } from './postfix/expected/references';
import { restrictionsExpected } from './postfix/expected/restrictions';
import { textExpected } from './postfix/expected/words';
import { classNames } from './postfix/names';
import { lineAt, settingBefore, type SettingsView } from './settings';

/** What may be written at an offset of a main.cf. */
export function mainCfExpected(view: SettingsView, offset: number): Expectation | undefined {
  const { start, line } = lineAt(view.text, offset);
  if (/^\s*#/.test(line)) return undefined;
  const before = line.slice(0, offset - start);
  if (/^[^\s=]*$/.test(before)) return names(view, start, line);
  const found = settingBefore(view, offset);
  if (found?.setting.equals === undefined || offset <= found.at + found.setting.equals) return undefined;
  return valueExpected(view, found, offset);
}

/** Names of parameters, where a line begins. */
function names(view: SettingsView, start: number, line: string): Expectation {
  const written = /^[^\s=]*/.exec(line)![0];
  const followed = /^\s*=/.test(line.slice(written.length));
  return {
    replace: { start, end: start + written.length },
    candidates: [...POSTFIX_PARAMETERS.values()].map((known) =>
      nameCandidate(
        known,
        followed,
        known.name !== written && view.file.byName.has(known.name),
        view.around?.().versions.postfix,
      ),
    ),
  };
}

const ALREADY_SET: Localized = { en: 'already set in this file', ja: 'このファイルで設定済み' };

/**
 * @param followed the `=` stands there already
 * @param set another line sets the parameter
 * @param version the Postfix that is stated
 */
function nameCandidate(
  known: PostfixParameter,
  followed: boolean,
  set: boolean,
  version: string | undefined,
): Candidate {
  const { name, useInstead } = known;
  const words = parameterWords(name);
  const placeholder = isPlaceholder(known);
  const written = placeholder ? name.replace(/^transport/, '${1:transport}') : name;
  return {
    label: name,
    kind: 'parameter',
    ...((placeholder || !followed) && { insert: followed ? written : `${written} = ` }),
    ...(placeholder && { snippet: true }),
    detail: set ? message(ALREADY_SET) : (newerThan(known, version) ?? parameterDetail(known)),
    ...(useInstead !== undefined && { deprecated: true }),
    ...(words !== undefined && { documentation: message(words) }),
    ...(!followed && { again: true }),
  };
}

/** Says so where the stated Postfix does not have a parameter yet. */
function newerThan({ since }: PostfixParameter, version: string | undefined): Message | undefined {
  if (version === undefined || since === undefined || compareVersions(since, version) <= 0) return undefined;
  return message(
    {
      en: 'not in Postfix {version}, only since {since}',
      ja: 'Postfix {version} にはありません ({since} から)',
    },
    { version, since },
  );
}

/** What may be written at an offset of a setting's value, be it one of main.cf or of a service in master.cf. */
export function valueExpected(
  view: SettingsView,
  parsed: ParsedSetting,
  offset: number,
): Expectation | undefined {
  const known = postfixParameter(parsed.setting.name);
  const place = placeInValue(view, parsed, known, offset);
  const dollar = /\$([({]?)([A-Za-z0-9_]*)$/.exec(place.before);
  if (dollar !== null) return referencesExpected(view, offset, dollar[1]!, dollar[2]!, place.version);
  const found = candidatesAt(place);
  return found === undefined || found.candidates.length === 0 ? undefined : found;
}

function candidatesAt(place: ValuePlace): Expectation | undefined {
  const { known, name, view, typed, rest, groups } = place;
  const own = isRestrictionList(name) || classNames(view).has(name);
  if (own) return restrictionsExpected(place);
  if (known === undefined) return undefined;
  const { type } = known;
  switch (type.kind) {
    case 'boolean':
    case 'keyword': {
      if (groups?.length !== 0) return undefined;
      const words: readonly Candidate[] =
        type.kind === 'keyword'
          ? type.enumeration.values.filter((word) => isRead(word, place.version)).map(ofKeyword)
          : ['yes', 'no'].map((label) => ({ label, kind: 'value' }));
      return { replace: place.span(typed.length, rest.length), candidates: words };
    }
    case 'restrictions':
      return restrictionsExpected(place);
    case 'milters':
      return miltersExpected(place);
    case 'text':
      return textExpected(place, type.shape);
    default:
      return undefined;
  }
}

/** Ranges of TLS versions are read since Postfix 3.6. */
function isRead({ name }: Keyword, version: string): boolean {
  return !/^[<>]=/.test(name) || compareVersions(version, '3.6') >= 0;
}

function ofKeyword({ name, means }: Keyword): Candidate {
  return { label: name, kind: 'value', detail: message(means), documentation: message(means) };
}
