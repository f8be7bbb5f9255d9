import { isPlaceholder, postfixParameter, POSTFIX_PARAMETERS } from '../../facts/postfix';
import { isRestrictionList } from '../../facts/postfixTypes';
import type { ConfigurationFile } from '../../model/configuration';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { effective, MOST_SEARCHES } from '../postfixSettings';
import { rule } from '../rule';
import { namesUsedByMain, namesUsedByMaster, pairOf } from '../systemServices';
import { replaceTitle } from '../titles';

const TABLE = /\b(?:ldap|mysql|pgsql|sqlite|memcache|mongodb):([\w-]+)/g;

export default rule({
  name: 'postfix-unknown-parameter',
  on: 'mail-system',
  severity: 'warning',
  title: { en: 'A parameter that Postfix does not know', ja: 'Postfix にないパラメーター' },
  references: ['postconf(5)'],
  check(subject, report) {
    if (subject.kind !== 'postfix-main') return;
    const { file } = subject;
    const master = pairOf(subject)?.master;
    const used = new Set([
      ...namesUsedByMain(file),
      ...(master === undefined ? [] : namesUsedByMaster(master)),
    ]);
    const tables = tablePrefixes(file);
    let searches = 0;
    for (const [name, members] of effective(file)) {
      if (
        postfixParameter(name) !== undefined ||
        used.has(name) ||
        tables.some((prefix) => name.startsWith(prefix))
      )
        continue;
      const meant = ++searches > MOST_SEARCHES ? undefined : nearest(name, documentedNames());
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

/** What the parameters of the database tables begin with that settings name: `ldap:users` and `users_bind`. */
function tablePrefixes(file: ConfigurationFile): string[] {
  const sources = file.settings.flatMap(({ value }) =>
    [...value.value.text.matchAll(TABLE)].map(([, source]) => `${source!}_`),
  );
  return [...new Set(sources)];
}
