import type { Setting } from '../../model/configuration';
import { message } from '../../text/message';
import { listWords } from '../../values/words';
import { fieldsOf, type MasterFields } from '../masterServices';
import { rule } from '../rule';

/** Where users hand in their mail (RFC 6409, RFC 8314). */
const SUBMISSION = /^(?:\S*:)?(?:submission|submissions|smtps|465|587)$/;

export default rule({
  name: 'master-unsigned-submission',
  on: 'master-service',
  severity: 'information',
  title: { en: 'A submission service without milters', ja: 'milter を使わない送信サービス' },
  references: ['RFC 6376 §2.1'],
  check(service, report) {
    const fields = fieldsOf(service);
    if (fields === undefined || !isSubmission(fields)) return;
    const last = new Map<string, Setting>();
    for (const { setting } of service.options) if (setting !== undefined) last.set(setting.name, setting);
    for (const setting of last.values()) {
      if (!switchesOff(setting)) continue;
      report({
        span: { start: setting.nameSpan.start, end: setting.valueSpan.end },
        message: message({
          en: 'Mail that users hand in here passes no milter: one that signs with DKIM (OpenDKIM, Rspamd) never sees it, and the mail goes out unsigned. Where signing is done by a milter, remove this.',
          ja: 'ここから利用者が送るメールは milter を通りません。DKIM 署名を milter（OpenDKIM や Rspamd）で行っている場合、署名なしで送信されます。その場合はこの指定を削除してください。',
        }),
      });
    }
  },
});

function isSubmission({ service, type, command }: MasterFields): boolean {
  return type.text === 'inet' && command.text === 'smtpd' && SUBMISSION.test(service.text);
}

function switchesOff({ name, value }: Setting): boolean {
  if (name === 'smtpd_milters') return value.text === '';
  if (name !== 'receive_override_options') return false;
  return listWords(value.text).some(({ text }) => text.toLowerCase() === 'no_milters');
}
