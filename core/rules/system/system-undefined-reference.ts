import { postfixParameter, POSTFIX_PARAMETERS } from '../../facts/postfix';
import { message } from '../../text/message';
import { readExpansion } from '../../values/expansion';
import { nearest } from '../../values/nearest';
import { fieldsOf } from '../masterServices';
import { counts, isExpanded, MOST_SEARCHES, replaceValue, valuePart } from '../postfixSettings';
import { rule } from '../rule';
import { pairOf } from '../systemServices';
import { replaceTitle } from '../titles';

export default rule({
  name: 'system-undefined-reference',
  on: 'mail-system',
  severity: 'warning',
  title: {
    en: 'A `$name` in master.cf that main.cf does not set',
    ja: 'main.cf で設定されていない master.cf の `$name`',
  },
  references: ['master(5)', 'postconf(5)'],
  check(subject, report) {
    const pair = subject.kind === 'postfix-master' ? pairOf(subject) : undefined;
    if (pair === undefined) return;
    const { main, master } = pair;
    const candidates = new Set([...main.byName.keys(), ...POSTFIX_PARAMETERS.keys()]);
    let searches = 0;
    for (const { anchor, value: service } of master.services) {
      if (fieldsOf(service) === undefined) continue;
      const settings = service.options.flatMap(({ setting, problem }) =>
        setting === undefined || problem !== undefined ? [] : [setting],
      );
      const own = new Set(settings.map(({ name }) => name));
      for (const setting of settings) {
        if (!counts(setting) || !isExpanded(setting)) continue;
        for (const { name, span, conditional } of readExpansion(setting.value.text).references) {
          const isSet = own.has(name) || main.byName.has(name) || postfixParameter(name) !== undefined;
          if (conditional || isSet) continue;
          const meant = ++searches > MOST_SEARCHES ? undefined : nearest(name, candidates);
          report({
            anchor,
            span: valuePart(setting, span),
            message:
              meant === undefined
                ? message(
                    {
                      en: '`${name}` stands for nothing: neither this service nor the open main.cf sets it. `{parameter}` gets an empty text in its place. Set `{name}` in main.cf.',
                      ja: '`${name}` は何も指していません。このサービスでも、開いている main.cf でも設定されていないため、`{parameter}` ではこの部分が空になります。main.cf で `{name}` を設定してください。',
                    },
                    { name, parameter: setting.name },
                  )
                : message(
                    {
                      en: '`${name}` stands for nothing: neither this service nor the open main.cf sets it. `{parameter}` gets an empty text in its place. `{meant}` was meant?',
                      ja: '`${name}` は何も指していません。このサービスでも、開いている main.cf でも設定されていないため、`{parameter}` ではこの部分が空になります。`{meant}` ではありませんか?',
                    },
                    { name, parameter: setting.name, meant },
                  ),
            fixes:
              meant === undefined
                ? []
                : [{ title: replaceTitle(name, meant), edits: [replaceValue(setting, span, meant)] }],
          });
        }
      }
    }
  },
});
