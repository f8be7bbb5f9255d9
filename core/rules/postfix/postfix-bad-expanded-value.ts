import { postfixParameter } from '../../facts/postfix';
import { AT_RUN_TIME, resolved, valueOf } from '../../model/postfix/resolve';
import { message } from '../../text/message';
import { readExpansion } from '../../values/expansion';
import { effective, trailingComments } from '../postfixSettings';
import { valueProblems } from '../postfixValue';
import { rule } from '../rule';

/** Types whose values are judged as a whole, so that what stands for a part can make them wrong. */
const JUDGED = new Set(['boolean', 'integer', 'keyword', 'level', 'time']);

export default rule({
  name: 'postfix-bad-expanded-value',
  on: 'postfix-file',
  severity: 'error',
  title: {
    en: 'A value that is wrong once its names are put in',
    ja: '展開すると正しくなくなる値',
  },
  references: ['postconf(5)'],
  check(file, report, versions) {
    for (const [name, members] of effective(file)) {
      const type = postfixParameter(name)?.type;
      const { anchor, value: setting } = members.at(-1)!;
      const value = setting.value.text;
      if (type === undefined || !JUDGED.has(type.kind) || !value.includes('$')) continue;
      if (trailingComments(setting).length > 0) continue;
      const { references, problems } = readExpansion(value);
      // What nothing sets, and what only a running daemon knows, may be anything.
      const open = references.some(
        (reference) =>
          AT_RUN_TIME.has(reference.name) ||
          (valueOf({ file }, reference.name) === undefined && !reference.conditional),
      );
      const found = resolved({ file }, value, name);
      if (open || problems.length > 0 || typeof found === 'string' || found.text.includes('$')) continue;
      const wrong = valueProblems(type, found.text.trim(), versions?.postfix).find(
        ({ tolerated }) => tolerated === undefined,
      );
      if (wrong === undefined) continue;
      const { en, ja } = wrong.expected.text;
      report({
        anchor,
        span: setting.valueSpan,
        message: message(
          {
            en: `With its names put in, this becomes \`{text}\`, which is no value for \`{name}\`: the programs that read it stop with an error. ${en}`,
            ja: `名前を展開すると \`{text}\` になり、\`{name}\` の値として使えません。読み込むプログラムがエラーで停止します。${ja}`,
          },
          { ...wrong.expected.values, name, text: found.text.trim() },
        ),
      });
    }
  },
});
