import { isPlaceholder, postfixParameter, POSTFIX_PARAMETERS } from '../../facts/postfix';
import { isRestrictionList } from '../../facts/postfixTypes';
import type { ConfigurationFile } from '../../model/configuration';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { effective, referencedNames } from '../postfixSettings';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'postfix-unknown-parameter',
  on: 'postfix-file',
  severity: 'warning',
  title: { en: 'A parameter that Postfix does not know', ja: 'Postfix にないパラメーター' },
  references: ['postconf(5)'],
  check(file, report) {
    const used = usedNames(file);
    for (const [name, members] of effective(file)) {
      if (postfixParameter(name) !== undefined || used.has(name) || belongsToTable(file, name)) continue;
      const meant = nearest(name, documentedNames());
      // Lists of restrictions under one's own name are what master.cf takes from main.cf.
      if (meant === undefined && isRestrictionList(name)) continue;
      for (const { anchor, value } of members) {
        report({
          anchor,
          span: value.nameSpan,
          ...(meant === undefined && { severity: 'information' }),
          message:
            meant === undefined
              ? message(
                  {
                    en: 'Postfix has no parameter `{name}`, and nothing in this file uses it as `${name}`. Unless master.cf or a table does, the line has no effect.',
                    ja: 'Postfix に `{name}` というパラメーターはなく、このファイルでも `$` を付けて参照されていません。master.cf や表で使っていなければ、この行には効果がありません。',
                  },
                  { name },
                )
              : message(
                  {
                    en: 'Postfix has no parameter `{name}` and takes the line without a word, but to no effect. `{meant}` was meant?',
                    ja: 'Postfix に `{name}` というパラメーターはありません。エラーにはなりませんが、効果もありません。`{meant}` ではありませんか?',
                  },
                  { name, meant },
                ),
          fixes:
            meant === undefined || file.byName.has(meant)
              ? []
              : [{ title: replaceTitle(name, meant), edits: [{ span: value.nameSpan, text: meant }] }],
        });
      }
    }
  },
});

function* documentedNames(): Generator<string> {
  for (const known of POSTFIX_PARAMETERS.values()) if (!isPlaceholder(known)) yield known.name;
}

/** Names that other settings use: as `$name`, or as a class of restrictions. */
function usedNames(file: ConfigurationFile): Set<string> {
  const names = referencedNames(file);
  for (const { value } of file.byName.get('smtpd_restriction_classes') ?? []) {
    for (const name of value.value.text.split(/[\s,]+/)) names.add(name);
  }
  return names;
}

/** Whether the parameter configures a database table that another setting names: `ldap:users` and `users_bind`. */
function belongsToTable(file: ConfigurationFile, name: string): boolean {
  return file.settings.some(({ value }) =>
    [...value.value.text.matchAll(/\b(?:ldap|mysql|pgsql|sqlite|memcache|mongodb):([\w-]+)/g)].some(
      ([, source]) => name.startsWith(`${source!}_`),
    ),
  );
}
