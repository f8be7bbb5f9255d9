import { message } from '../../text/message';
import { daemonOf, fieldsOf, leadingNumber } from '../masterServices';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'master-process-limit',
  on: 'master-service',
  severity: 'error',
  title: {
    en: 'A process limit with which the daemon does not start',
    ja: 'デーモンが起動しないプロセス数の上限',
  },
  references: ['master(5)'],
  check(service, report) {
    const fields = fieldsOf(service);
    const wanted = fields && daemonOf(fields)?.limit;
    if (fields === undefined || wanted === undefined) return;
    const { text, span } = fields.limit;
    const number = leadingNumber(text);
    if (number === wanted || (number === undefined && text !== '-')) return;
    const meant = String(wanted);
    report({
      span,
      message: message(
        wanted === 1
          ? {
              en: '`{command}` must be a single process and refuses to start with the limit `{text}`. Write `1`.',
              ja: '`{command}` は 1 プロセスでなければならず、上限 `{text}` では起動しません。`1` と書いてください。',
            }
          : {
              en: '`{command}` must not be limited, or mail could stand still; it refuses to start with `{text}`. Write `0`.',
              ja: '`{command}` はプロセス数を制限するとメールが止まりうるため、`{text}` では起動しません。`0` と書いてください。',
            },
        { command: fields.command.text, text },
      ),
      fixes: [{ title: replaceTitle(text, meant), edits: [{ span, text: meant }] }],
    });
  },
});
