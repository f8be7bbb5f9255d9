import { isPlaceholder, postfixParameter, POSTFIX_PARAMETERS } from '../../facts/postfix';
import { message, type Localized } from '../../text/message';
import { readExpansion } from '../../values/expansion';
import { nearest } from '../../values/nearest';
import { fieldsOf } from '../masterServices';
import { MOST_SEARCHES } from '../postfixSettings';
import { rule } from '../rule';
import { namesUsedByMain, pairOf } from '../systemServices';
import { replaceTitle } from '../titles';

export default rule({
  name: 'master-unknown-parameter',
  on: 'mail-system',
  severity: 'warning',
  title: {
    en: 'A `-o` for a parameter that Postfix does not know',
    ja: 'Postfix にないパラメーターへの `-o`',
  },
  references: ['master(5)', 'postconf(5)'],
  check(subject, report) {
    if (subject.kind !== 'postfix-master') return;
    const pair = pairOf(subject);
    const usedByMain = pair === undefined ? NO_NAMES : namesUsedByMain(pair.main);
    let searches = 0;
    for (const { anchor, value: service } of subject.file.services) {
      if (fieldsOf(service) === undefined) continue;
      const settings = service.options.flatMap(({ setting, problem }) =>
        setting === undefined || problem !== undefined ? [] : [setting],
      );
      const used = new Set(
        settings.flatMap(({ value }) => readExpansion(value.text).references.map(({ name }) => name)),
      );
      for (const { name, nameSpan } of settings) {
        if (postfixParameter(name) !== undefined || used.has(name) || usedByMain.has(name)) continue;
        const meant = ++searches > MOST_SEARCHES ? undefined : nearest(name, documentedNames());
        report({
          anchor,
          span: nameSpan,
          // What main.cf makes of a name of one's own may not be known.
          ...(meant === undefined && { severity: 'information' }),
          message:
            meant === undefined
              ? message(pair === undefined ? UNLESS_MAIN : UNUSED, { name })
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
    }
  },
});

const NO_NAMES: ReadonlySet<string> = new Set();

const UNLESS_MAIN: Localized = {
  en: 'Postfix has no parameter `{name}`. Unless main.cf uses it as `$`name, the option has no effect.',
  ja: 'Postfix に `{name}` というパラメーターはありません。main.cf が `$` を付けて参照していなければ、この指定に効果はありません。',
};
const UNUSED: Localized = {
  en: 'Postfix has no parameter `{name}`, and neither this service nor the open main.cf uses it as `$`name: the option has no effect.',
  ja: 'Postfix に `{name}` というパラメーターはなく、このサービスでも開いている main.cf でも `$` を付けて参照されていません。この指定に効果はありません。',
};

function* documentedNames(): Generator<string> {
  for (const known of POSTFIX_PARAMETERS.values()) if (!isPlaceholder(known)) yield known.name;
}
