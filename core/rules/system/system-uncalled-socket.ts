import type { ConfigurationFile } from '../../model/configuration';
import { message } from '../../text/message';
import { rule } from '../rule';
import { calledMilters, daemonIn, isAtDaemonsPath, masterBeside, meets } from '../systemMilters';

export default rule({
  name: 'system-uncalled-socket',
  on: 'mail-system',
  severity: 'warning',
  title: { en: 'A milter that Postfix does not call', ja: 'Postfix から呼び出されない milter' },
  references: ['postconf(5)', 'opendkim.conf(5)', 'opendmarc.conf(5)'],
  check(subject, report) {
    const { kind, system } = subject;
    if (kind !== 'opendkim' && kind !== 'opendmarc') return;
    const daemon = daemonIn(kind, subject.file);
    const mains = system.configurations('postfix-main');
    if (daemon === undefined || mains.length === 0) return;
    const master = masterBeside(system);
    const isCalled = (main: ConfigurationFile): boolean => {
      const milters = calledMilters(main, master);
      // What cannot be told from the file may lead here.
      return (
        milters?.some((one) => meets(one, daemon, main, master) || isAtDaemonsPath(one.place, daemon)) ?? true
      );
    };
    if (mains.some(({ file }) => isCalled(file))) return;
    const { anchor, value } = daemon.setting;
    report({
      anchor,
      span: value.valueSpan,
      message: message(
        {
          en: 'No milter of the open main.cf leads to `{socket}`, so mail passes {program} by. Name it in `smtpd_milters` and `non_smtpd_milters`.',
          ja: '開いている main.cf の milter に `{socket}` へ接続するものがないため、メールは {program} を通りません。`smtpd_milters` と `non_smtpd_milters` に指定してください。',
        },
        { socket: daemon.socket, program: daemon.program },
      ),
    });
  },
});
