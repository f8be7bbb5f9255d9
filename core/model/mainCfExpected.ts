import type { Keyword } from '../facts/keyword';
import { isPlaceholder, postfixParameter, POSTFIX_PARAMETERS, POSTFIX_RESTRICTIONS } from '../facts/postfix';
import type { PostfixParameter } from '../facts/postfix';
import { RESTRICTION_WORDS } from '../facts/postfixRestrictionWords';
import { parameterWords } from '../facts/postfixParameterWords';
import type { ParsedSetting } from '../syntax/setting';
import { decodedOffset, sourceSpan } from '../text/joinedText';
import { message, type Localized } from '../text/message';
import { shiftSpan } from '../text/span';
import { wordAt } from '../values/words';
import type { Candidate, Expectation } from '../text/cursor';
import { parameterDetail } from './describe';
import { statedIn } from './postfix/resolve';
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
      nameCandidate(known, followed, known.name !== written && view.file.byName.has(known.name)),
    ),
  };
}

const ALREADY_SET: Localized = { en: 'already set in this file', ja: 'このファイルで設定済み' };

/**
 * @param followed the `=` stands there already
 * @param set another line sets the parameter
 */
function nameCandidate(known: PostfixParameter, followed: boolean, set: boolean): Candidate {
  const { name, useInstead } = known;
  const words = parameterWords(name);
  const placeholder = isPlaceholder(known);
  const written = placeholder ? name.replace(/^transport/, '${1:transport}') : name;
  return {
    label: name,
    kind: 'parameter',
    ...((placeholder || !followed) && { insert: followed ? written : `${written} = ` }),
    ...(placeholder && { snippet: true }),
    detail: set ? message(ALREADY_SET) : parameterDetail(known),
    ...(useInstead !== undefined && { deprecated: true }),
    ...(words !== undefined && { documentation: message(words) }),
    ...(!followed && { again: true }),
  };
}

/** What may be written at an offset of a setting's value, be it one of main.cf or of a service in master.cf. */
export function valueExpected(
  view: SettingsView,
  { at, setting }: ParsedSetting,
  offset: number,
): Expectation | undefined {
  const { value } = setting;
  const decoded = decodedOffset(value, offset - at);
  // Behind or before the value, where blanks are cut off, a new word begins.
  const word = decoded === undefined ? undefined : wordAt(value.text, decoded);
  const place = { start: offset, end: offset };
  const replace =
    word === undefined || word.text === '' || decoded === undefined
      ? place
      : shiftSpan(sourceSpan(value, word.span.start, word.span.end), at);
  const typed = word === undefined || decoded === undefined ? '' : value.text.slice(word.span.start, decoded);
  const dollar = /\$([({]?)([A-Za-z0-9_]*)$/.exec(typed);
  if (dollar !== null) return references(view, offset, dollar[1]!, dollar[2]!);
  const known = postfixParameter(setting.name);
  const candidates = known === undefined ? [] : valueCandidates(known, view);
  return candidates.length === 0 ? undefined : { replace, candidates };
}

/** `$name`: every parameter of the table and every name that the file sets. */
function references(view: SettingsView, offset: number, bracket: string, typed: string): Expectation {
  const tail = /^[A-Za-z0-9_]*/.exec(view.text.slice(offset))![0];
  const close = bracket === '{' ? '}' : bracket === '(' ? ')' : '';
  const closed = close === '' || view.text[offset + tail.length] === close;
  const own = [...new Set([...view.file.byName.keys(), ...(view.beside?.byName.keys() ?? [])])].filter(
    (name) => /^\w+$/.test(name) && !POSTFIX_PARAMETERS.has(name),
  );
  const all = [...POSTFIX_PARAMETERS.values()].filter(({ name }) => /^\w+$/.test(name));
  const candidate = (name: string): Candidate => ({
    label: name,
    kind: 'reference',
    ...(!closed && { insert: name + close }),
  });
  return {
    replace: { start: offset - typed.length, end: offset + tail.length },
    candidates: [
      ...own.map(candidate),
      ...all.map((known) => ({ ...candidate(known.name), detail: parameterDetail(known) })),
    ],
  };
}

function valueCandidates(known: PostfixParameter, view: SettingsView): Candidate[] {
  switch (known.type.kind) {
    case 'boolean':
      return ['yes', 'no'].map((label) => ({ label, kind: 'value' }));
    case 'keyword':
      return known.type.enumeration.values.map(ofKeyword);
    case 'restrictions':
      return restrictions(known.name, view);
    case 'milters':
      return milters(known.name);
    default:
      return known.name === 'myorigin' || known.name === 'relay_domains' ? [reference('$mydomain')] : [];
  }
}

function ofKeyword({ name, means }: Keyword): Candidate {
  return { label: name, kind: 'value', detail: message(means), documentation: message(means) };
}

function reference(label: string): Candidate {
  return { label, kind: 'reference' };
}

/** Restrictions, those documented for this very list first; and the file's own classes. */
function restrictions(name: string, view: SettingsView): Candidate[] {
  const classes =
    statedIn(view.file, 'smtpd_restriction_classes') ??
    statedIn(view.beside, 'smtpd_restriction_classes') ??
    '';
  const own = classes.split(/[\s,]+/).filter((word) => word !== '');
  const all = [...POSTFIX_RESTRICTIONS.values()];
  const ranked = [
    ...all.filter(({ parameters }) => parameters.includes(name)),
    ...all.filter(({ parameters }) => !parameters.includes(name)),
  ];
  return [
    ...own.map((label): Candidate => ({ label, kind: 'value' })),
    ...ranked.map((restriction): Candidate => {
      const words = RESTRICTION_WORDS[restriction.name];
      return {
        label: restriction.name,
        kind: 'value',
        ...(restriction.argument !== undefined && { insert: `${restriction.name} ` }),
        ...(restriction.argument !== undefined && {
          detail: message({ en: restriction.argument, ja: restriction.argument }),
        }),
        ...(words !== undefined && { documentation: message(words) }),
      };
    }),
  ];
}

function milters(name: string): Candidate[] {
  const usual: readonly (readonly [string, string, string])[] = [
    ['inet:localhost:8891', 'OpenDKIM’s usual port', 'OpenDKIM でよく使うポート'],
    ['inet:localhost:8893', 'OpenDMARC’s usual port', 'OpenDMARC でよく使うポート'],
    ['unix:opendkim/opendkim.sock', 'a socket below queue_directory', 'queue_directory の下のソケット'],
    ['unix:opendmarc/opendmarc.sock', 'a socket below queue_directory', 'queue_directory の下のソケット'],
  ];
  return [
    ...(name === 'non_smtpd_milters' ? [reference('$smtpd_milters')] : []),
    ...usual.map(([label, en, ja]): Candidate => ({ label, kind: 'value', detail: message({ en, ja }) })),
  ];
}
