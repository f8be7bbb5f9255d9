import { isPlaceholder, postfixParameter, POSTFIX_PARAMETERS } from '../../facts/postfix';
import { message } from '../../text/message';
import { readExpansion } from '../../values/expansion';
import { nearest } from '../../values/nearest';
import { fieldsOf } from '../masterServices';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'master-unknown-parameter',
  on: 'master-service',
  severity: 'warning',
  title: {
    en: 'A `-o` for a parameter that Postfix does not know',
    ja: 'Postfix にないパラメーターへの `-o`',
  },
  references: ['master(5)', 'postconf(5)'],
  check(service, report) {
    if (fieldsOf(service) === undefined) return;
    const settings = service.options.flatMap(({ setting, problem }) =>
      setting === undefined || problem !== undefined ? [] : [setting],
    );
    const used = new Set(
      settings.flatMap(({ value }) => readExpansion(value.text).references.map(({ name }) => name)),
    );
    for (const { name, nameSpan } of settings) {
      if (postfixParameter(name) !== undefined || used.has(name)) continue;
      const meant = nearest(name, documentedNames());
      report({
        span: nameSpan,
        // What main.cf makes of a name of one's own is not known here.
        ...(meant === undefined && { severity: 'information' }),
        message:
          meant === undefined
            ? message(
                {
                  en: 'Postfix has no parameter `{name}`. Unless main.cf uses it as `$`name, the option has no effect.',
                  ja: 'Postfix に `{name}` というパラメーターはありません。main.cf が `$` を付けて参照していなければ、この指定に効果はありません。',
                },
                { name },
              )
            : message(
                {
                  en: 'Postfix has no parameter `{name}` and takes the option without a word, but to no effect. `{meant}` was meant?',
                  ja: 'Postfix に `{name}` というパラメーターはありません。エラーにはなりませんが、効果もありません。`{meant}` ではありませんか?',
                },
                { name, meant },
              ),
        fixes:
          meant === undefined
            ? []
            : [{ title: replaceTitle(name, meant), edits: [{ span: nameSpan, text: meant }] }],
      });
    }
  },
});

function* documentedNames(): Generator<string> {
  for (const known of POSTFIX_PARAMETERS.values()) if (!isPlaceholder(known)) yield known.name;
}
