import { message } from '../../text/message';
import { listWords } from '../../values/words';
import { counts, valuePart } from '../postfixSettings';
import { rule } from '../rule';

export default rule({
  name: 'postfix-undefined-class',
  on: 'postfix-file',
  severity: 'error',
  title: { en: 'A restriction class without a definition', ja: '定義のない制限クラス' },
  references: ['postconf(5)', 'RESTRICTION_CLASS_README'],
  check(file, report) {
    for (const { anchor, value: setting } of file.byName.get('smtpd_restriction_classes') ?? []) {
      if (!counts(setting)) continue;
      for (const { text, span } of listWords(setting.value.text)) {
        const defined = file.byName.get(text)?.some(({ value }) => value.value.text !== '') === true;
        if (defined || text.includes('$') || text.startsWith('#')) continue;
        report({
          anchor,
          span: valuePart(setting, span),
          message: message(
            {
              en: 'The class `{name}` has no definition: smtpd stops with an error, and no mail comes in. Add a line `{name} = …` with its restrictions.',
              ja: 'クラス `{name}` が定義されていません。smtpd がエラーで停止し、メールを受信できません。`{name} = …` の行で制限を定義してください。',
            },
            { name: text },
          ),
        });
      }
    }
  },
});
