import { postfixParameter } from '../../facts/postfix';
import { message } from '../../text/message';
import { counts, trailingComments, valuePart } from '../postfixSettings';
import { rule } from '../rule';

const INT_MAX = 2_147_483_647;

export default rule({
  name: 'postfix-bad-feedback',
  on: 'postfix-setting',
  severity: 'warning',
  title: { en: 'A feedback that Postfix ignores', ja: '無視されるフィードバック値' },
  references: ['postconf(5)', 'SCHEDULER_README'],
  check(setting, report) {
    const type = postfixParameter(setting.name)?.type;
    const { text: value } = setting.value;
    const judged = setting.name.endsWith('_feedback') && (type?.kind === 'text' || type?.kind === 'raw');
    if (!judged || value === '' || value.includes('$') || !counts(setting)) return;
    if (trailingComments(setting).length > 0 || isFeedback(value)) return;
    report({
      span: valuePart(setting, { start: 0, end: value.length }),
      message: message(
        {
          en: '`{found}` is no feedback: write a number from 0 to 1, a fraction such as `1/8`, `1/concurrency` or `1/sqrt_concurrency`. The queue manager warns in its log and takes 1.',
          ja: '`{found}` は読めません。0 から 1 の数値、`1/8` のような分数、`1/concurrency`、`1/sqrt_concurrency` のどれかを書きます。このままではキューマネージャーが警告を出し、1 とみなします。',
        },
        { found: value },
      ),
    });
  },
});

/** As qmgr_feedback_init() reads it: what follows a number that no `/` follows is not looked at. */
function isFeedback(value: string): boolean {
  const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/i.exec(value)?.[0];
  if (number === undefined) return false;
  const over = /^\s*\/\s*(.*)$/s.exec(value.slice(number.length));
  if (over === null) return isShare(Number(number));
  const below = over[1]!;
  if (/^(?:sqrt_)?concurrency$/i.test(below)) return isShare(Number(number));
  if (below.length > 30 || !/^\+?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(below)) return false;
  const divisor = Number(below);
  const fits =
    Number(number) >= 0 && Number(number) <= INT_MAX && divisor >= 1 / INT_MAX && divisor <= INT_MAX;
  return fits && isShare(Number(number) / divisor);
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}
