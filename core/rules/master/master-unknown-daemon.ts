import { POSTFIX_DAEMONS } from '../../facts/postfixDaemons';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { fieldsOf } from '../masterServices';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'master-unknown-daemon',
  on: 'master-service',
  severity: 'warning',
  title: { en: 'A command that is no daemon of Postfix', ja: 'Postfix のデーモンにないコマンド' },
  references: ['master(5)'],
  check(service, report) {
    const { text, span } = fieldsOf(service)?.command ?? { text: '-', span: { start: 0, end: 0 } };
    if (text === '-' || POSTFIX_DAEMONS.has(text)) return;
    const meant = POSTFIX_DAEMONS.has(text.toLowerCase())
      ? text.toLowerCase()
      : nearest(text, POSTFIX_DAEMONS.keys());
    report({
      span,
      message:
        meant === undefined
          ? message(
              {
                en: 'Postfix brings no daemon `{text}`. The command is looked for in daemon_directory alone; programs of others run by way of `pipe` or `spawn`. Where it is missing, the service fails again and again.',
                ja: 'Postfix に `{text}` というデーモンはありません。コマンドは daemon_directory だけから探されます。他のプログラムは `pipe` や `spawn` を通して動かします。見つからなければサービスは失敗し続けます。',
              },
              { text },
            )
          : message(
              {
                en: 'Postfix brings no daemon `{text}`; `{meant}` was meant? Where it is missing from daemon_directory, the service fails again and again.',
                ja: 'Postfix に `{text}` というデーモンはありません。`{meant}` ではありませんか? daemon_directory に無ければサービスは失敗し続けます。',
              },
              { text, meant },
            ),
      fixes:
        meant === undefined ? [] : [{ title: replaceTitle(text, meant), edits: [{ span, text: meant }] }],
    });
  },
});
