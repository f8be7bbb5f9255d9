import { message } from '../../text/message';
import { daemonOf, fieldsOf } from '../masterServices';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'master-needs-privileges',
  on: 'master-service',
  severity: 'error',
  title: { en: 'A daemon that does not start without privileges', ja: '特権なしでは起動しないデーモン' },
  references: ['master(5)'],
  check(service, report) {
    const fields = fieldsOf(service);
    if (fields === undefined || daemonOf(fields)?.privileged !== true) return;
    const { text, span } = fields.unprivileged;
    if (!/^[y-]$/.test(text)) return;
    report({
      span,
      message: message(
        {
          en: '`{command}` delivers under other accounts and refuses to start without root’s rights; `{text}` takes them away. Write `n`.',
          ja: '`{command}` は別のアカウントで動作するため root 権限がないと起動しません。`{text}` ではその権限がなくなります。`n` と書いてください。',
        },
        { command: fields.command.text, text },
      ),
      fixes: [{ title: replaceTitle(text, 'n'), edits: [{ span, text: 'n' }] }],
    });
  },
});
