import { postfixParameter } from '../../facts/postfix';
import { message, type Localized, type Message } from '../../text/message';
import { counts, replaceValue, trailingComments, valuePart } from '../postfixSettings';
import { valueProblems, type ValueProblem } from '../postfixValue';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'postfix-bad-value',
  on: 'postfix-setting',
  severity: 'error',
  title: { en: 'A value that the parameter cannot have', ja: 'パラメーターの取れない値' },
  references: ['postconf(5)'],
  check(setting, report, versions) {
    const known = postfixParameter(setting.name);
    const value = setting.value.text;
    // What `$name` stands for is not known here; a trailing comment has a rule of its own.
    if (known === undefined || !counts(setting) || value.includes('$')) return;
    if (trailingComments(setting).length > 0) return;
    for (const { part, expected, meant, tolerated } of valueProblems(known.type, value, versions?.postfix)) {
      const found = value.slice(part.start, part.end);
      report({
        span: found === '' ? setting.nameSpan : valuePart(setting, part),
        message: problemMessage(setting.name, found, expected, tolerated),
        ...((tolerated !== undefined || known.inferred) && { severity: 'warning' }),
        fixes:
          meant === undefined || found === ''
            ? []
            : [{ title: replaceTitle(found, meant), edits: [replaceValue(setting, part, meant)] }],
      });
    }
  },
});

/** What is wrong, with what is expected put behind it. */
function problemMessage(
  name: string,
  found: string,
  expected: Message,
  tolerated: ValueProblem['tolerated'],
): Message {
  const { en, ja } = wording(found, tolerated);
  return message(
    { en: `${en} ${expected.text.en}`, ja: `${ja}${expected.text.ja}` },
    { name, found, ...expected.values },
  );
}

function wording(found: string, tolerated: ValueProblem['tolerated']): Localized {
  if (found === '') {
    return {
      en: '`{name}` has no value: the programs that read it stop with an error, and no mail moves.',
      ja: '`{name}` に値がありません。読み込むプログラムがエラーで停止し、メールが流れなくなります。',
    };
  }
  if (tolerated === 'unknown') {
    return {
      en: '`{found}` is no value for `{name}`: Postfix goes on with another one and warns in its log.',
      ja: '`{found}` は `{name}` の値として使えません。Postfix は警告をログに出し、別の値で動作します。',
    };
  }
  if (tolerated === 'misplaced') {
    return {
      en: '`{found}` is for sending, not for `{name}`: Postfix falls back on another level and warns in its log.',
      ja: '`{found}` は送信用の値で、`{name}` には使えません。Postfix は警告を出し、別の値で動作します。',
    };
  }
  return {
    en: '`{found}` is no value for `{name}`: the programs that read it stop with an error, and no mail moves.',
    ja: '`{found}` は `{name}` の値として使えません。読み込むプログラムがエラーで停止し、メールが流れなくなります。',
  };
}
