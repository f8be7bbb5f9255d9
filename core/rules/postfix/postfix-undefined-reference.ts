import { postfixParameter, POSTFIX_PARAMETERS } from '../../facts/postfix';
import { message } from '../../text/message';
import { readExpansion } from '../../values/expansion';
import { nearest } from '../../values/nearest';
import { counts, isExpanded, MOST_SEARCHES, replaceValue, valuePart } from '../postfixSettings';
import { rule } from '../rule';
import { pairOf, settingsOfMaster } from '../systemServices';
import { replaceTitle } from '../titles';

export default rule({
  name: 'postfix-undefined-reference',
  on: 'mail-system',
  severity: 'warning',
  title: { en: 'A `$name` that stands for nothing', ja: '何も指していない `$name`' },
  references: ['postconf(5)'],
  check(subject, report) {
    if (subject.kind !== 'postfix-main') return;
    const { file } = subject;
    const master = pairOf(subject)?.master;
    // What a service sets for itself counts for that service alone, but there it counts.
    const setByServices = new Set(master && settingsOfMaster(master).map(({ value }) => value.name));
    const candidates = new Set([...file.byName.keys(), ...POSTFIX_PARAMETERS.keys()]);
    const searched = new Map<string, string | undefined>();
    // The search is costly, and nobody misspells so many names: a file that has more is no main.cf.
    const meantBy = (name: string): string | undefined => {
      if (!searched.has(name) && searched.size < MOST_SEARCHES) searched.set(name, nearest(name, candidates));
      return searched.get(name);
    };
    for (const { anchor, value: setting } of file.settings) {
      if (!counts(setting) || !isExpanded(setting)) continue;
      for (const { name, span, conditional } of readExpansion(setting.value.text).references) {
        // `${name?…}` is how one asks whether a name is set.
        const isSet = file.byName.has(name) || setByServices.has(name);
        if (conditional || postfixParameter(name) !== undefined || isSet) continue;
        const meant = meantBy(name);
        const found = valuePart(setting, span);
        report({
          anchor,
          span: found,
          message: message(
            {
              en: '`${name}` stands for nothing: Postfix has no such parameter and this file does not set it, so nothing is put in its place. Set `{name}`, or correct the name.',
              ja: '`${name}` は何も指していません。Postfix にその名前のパラメーターはなく、このファイルでも設定されていないため、空になります。`{name}` を設定するか、名前を直してください。',
            },
            { name },
          ),
          fixes:
            meant === undefined
              ? []
              : [{ title: replaceTitle(name, meant), edits: [replaceValue(setting, span, meant)] }],
        });
      }
    }
  },
});
