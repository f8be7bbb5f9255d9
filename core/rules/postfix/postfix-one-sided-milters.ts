import { message } from '../../text/message';
import { counts } from '../postfixSettings';
import { rule } from '../rule';

const SMTPD = 'smtpd_milters';
const OTHERS = 'non_smtpd_milters';

export default rule({
  name: 'postfix-one-sided-milters',
  on: 'postfix-file',
  severity: 'information',
  title: { en: 'Milters for one kind of mail only', ja: '片方のメールにしか使われない milter' },
  references: ['postconf(5)', 'MILTER_README'],
  check(file, report) {
    const set = (name: string) =>
      file.byName.get(name)?.findLast(({ value }) => counts(value) && value.value.text !== '');
    const [smtpd, others] = [set(SMTPD), set(OTHERS)];
    // Who sets the other one, if only to nothing, knows of it.
    if (smtpd !== undefined && !file.byName.has(OTHERS)) {
      const end = smtpd.value.text.length;
      report({
        anchor: smtpd.anchor,
        span: smtpd.value.nameSpan,
        message: message({
          en: 'Mail that does not come in by SMTP (from the sendmail command, cron, web applications) passes no milter: it is not signed by OpenDKIM. Set `non_smtpd_milters` too, if need be to nothing.',
          ja: 'SMTP 以外で入るメール (sendmail コマンド、cron、ウェブアプリケーションなど) は milter を通らず、OpenDKIM の署名も付きません。`non_smtpd_milters` も設定してください (不要なら空にします)。',
        }),
        fixes: [
          {
            title: message({
              en: 'Add `non_smtpd_milters = $smtpd_milters`',
              ja: '`non_smtpd_milters = $smtpd_milters` を追加する',
            }),
            edits: [{ span: { start: end, end }, text: '\nnon_smtpd_milters = $smtpd_milters' }],
          },
        ],
      });
    } else if (others !== undefined && !file.byName.has(SMTPD)) {
      report({
        anchor: others.anchor,
        span: others.value.nameSpan,
        message: message({
          en: 'Mail that comes in by SMTP passes no milter of main.cf: it is neither judged nor signed, unless master.cf sets `smtpd_milters` for its services.',
          ja: 'SMTP で入るメールは main.cf の milter を通りません。master.cf で `smtpd_milters` を設定していなければ、判定も署名もされません。',
        }),
      });
    }
  },
});
