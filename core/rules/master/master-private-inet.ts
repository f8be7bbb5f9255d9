import { message } from '../../text/message';
import { fieldsOf } from '../masterServices';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'master-private-inet',
  on: 'master-service',
  severity: 'error',
  title: { en: 'An inet service that is private', ja: 'private な inet サービス' },
  references: ['master(5)'],
  check(service, report) {
    const fields = fieldsOf(service);
    if (fields?.type.text !== 'inet' || !/^[y-]$/.test(fields.private.text)) return;
    const { text, span } = fields.private;
    report({
      span,
      message: message(
        text === 'y'
          ? {
              en: 'A service at a TCP port cannot be private: Postfix stops over it and no mail moves. Write `n`.',
              ja: 'TCP ポートのサービスを private にすることはできません。Postfix はここで停止し、メールは流れません。`n` と書いてください。',
            }
          : {
              en: 'The default of this field is `y`, and a service at a TCP port cannot be private: Postfix stops over it and no mail moves. Write `n`.',
              ja: 'この欄の既定値は `y` ですが、TCP ポートのサービスを private にすることはできません。Postfix はここで停止し、メールは流れません。`n` と書いてください。',
            },
      ),
      fixes: [{ title: replaceTitle(text, 'n'), edits: [{ span, text: 'n' }] }],
    });
  },
});
