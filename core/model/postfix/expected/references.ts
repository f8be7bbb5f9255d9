import { POSTFIX_PARAMETERS } from '../../../facts/postfix';
import type { Candidate, Expectation } from '../../../text/cursor';
import { message } from '../../../text/message';
import { compareVersions } from '../../../values/version';
import { parameterDetail } from '../../describe';
import type { SettingsView } from '../../settings';

/**
 * Behind a `$`: every parameter of the table and every name that the file sets, and the beginnings of expressions.
 * @param bracket what stands behind the `$`: `{`, `(` or nothing
 * @param typed the name up to the cursor
 */
export function referencesExpected(
  view: SettingsView,
  offset: number,
  bracket: string,
  typed: string,
  version: string,
): Expectation {
  const tail = /^[A-Za-z0-9_]*/.exec(view.text.slice(offset))![0];
  const close = bracket === '{' ? '}' : bracket === '(' ? ')' : '';
  const next = view.text[offset + tail.length] ?? '';
  // Behind the name of an expression comes what it chooses from.
  const closed = close === '' || next === close || next === '?' || next === ':';
  const own = [...new Set([...view.file.byName.keys(), ...(view.beside?.byName.keys() ?? [])])].filter(
    (name) => /^\w+$/.test(name) && !POSTFIX_PARAMETERS.has(name),
  );
  const all = [...POSTFIX_PARAMETERS.values()].filter(({ name }) => /^\w+$/.test(name));
  const candidate = (name: string): Candidate => ({
    label: name,
    kind: 'reference',
    ...(!closed && { insert: name + close }),
  });
  // An expression takes the place of a name only where none is begun.
  const fresh = typed + tail === '' && (bracket === '' || (bracket === '{' && !closed));
  return {
    replace: { start: offset - typed.length, end: offset + tail.length },
    candidates: [
      ...own.map(candidate),
      ...all.map((known) => ({ ...candidate(known.name), detail: parameterDetail(known) })),
      ...(fresh ? expressions(bracket === '', version) : []),
    ],
  };
}

/** What a value may be made to depend on. @param bare no brace stands there yet */
function expressions(bare: boolean, version: string): Candidate[] {
  const open = bare ? '{' : '';
  const forms = [
    {
      label: 'name?{…}:{…}',
      insert: '${1:name}?{${2}}:{${3}}',
      since: '3.0',
      en: 'The first text where the parameter has a value, else the second.',
      ja: 'パラメーターに値があれば前、なければ後の文字列になります。',
    },
    {
      label: '{…}=={…}?{…}:{…}',
      insert: '{${1:\\$compatibility_level}} ${2:>=level} {${3:3.6}} ? {${4}} : {${5}}',
      since: '3.6',
      en: 'One of two texts, by a comparison.',
      ja: '比較の結果により、どちらかの文字列になります。',
    },
  ];
  return forms
    .filter(({ since }) => compareVersions(since, version) <= 0)
    .map(({ label, insert, en, ja }) => ({
      label: open + label + (bare ? '}' : ''),
      kind: 'directive',
      insert: `${open}${insert}}`,
      snippet: true,
      detail: message({ en, ja }),
    }));
}
