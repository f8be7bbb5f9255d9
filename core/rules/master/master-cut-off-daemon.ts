import { message } from '../../text/message';
import { daemonOf, fieldsOf } from '../masterServices';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'master-cut-off-daemon',
  on: 'master-service',
  severity: 'warning',
  title: {
    en: 'A chroot that cuts a daemon off from what it needs',
    ja: '必要なファイルから切り離される chroot',
  },
  references: ['master(5)'],
  check(service, report) {
    const fields = fieldsOf(service);
    if (fields?.chroot.text !== 'y' || daemonOf(fields)?.outside !== true) return;
    const { span } = fields.chroot;
    report({
      span,
      message: message(
        {
          en: '`{command}` works with files, programs or tables outside of the queue directory, which it cannot see with `y` here. Write `n`.',
          ja: '`{command}` はキューディレクトリの外のファイルやプログラム、表を使いますが、ここを `y` にすると見えません。`n` と書いてください。',
        },
        { command: fields.command.text },
      ),
      fixes: [{ title: replaceTitle('y', 'n'), edits: [{ span, text: 'n' }] }],
    });
  },
});
