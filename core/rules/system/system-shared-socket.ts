import type { Elsewhere } from '../../model/mailSystem';
import { message, type Localized } from '../../text/message';
import { collides } from '../../values/milterPlace';
import { fieldsOf } from '../masterServices';
import { rule } from '../rule';
import { daemonIn, openDaemons } from '../systemMilters';

export default rule({
  name: 'system-shared-socket',
  on: 'mail-system',
  severity: 'warning',
  title: { en: 'Two daemons at one socket', ja: '一つのソケットを使う二つのデーモン' },
  references: ['opendkim.conf(5)', 'opendmarc.conf(5)', 'master(5)'],
  check(subject, report) {
    const { kind, system } = subject;
    if (kind !== 'opendkim' && kind !== 'opendmarc') return;
    const daemon = daemonIn(kind, subject.file);
    if (daemon === undefined) return;
    const others: { who: string; elsewhere: Elsewhere }[] = openDaemons(system)
      // Two files of one program are more likely two versions of one file.
      .filter((other) => other.kind !== kind && collides(other.place, daemon.place))
      .map(({ program, elsewhere }) => ({ who: program, elsewhere }));
    const { place } = daemon;
    for (const master of system.configurations('postfix-master')) {
      for (const { anchor, value } of master.file.services) {
        const fields = fieldsOf(value);
        if (fields?.type.text !== 'inet' || place.kind !== 'inet') continue;
        const port = fields.service.text.replace(/^.*:(?=[^:]*$)/, '');
        if (port !== place.port) continue;
        others.push({ who: 'Postfix', elsewhere: master.place(anchor, fields.service.span) });
      }
    }
    const first = others[0];
    if (first === undefined) return;
    report({
      anchor: daemon.setting.anchor,
      span: daemon.setting.value.valueSpan,
      message: message(SHARED, { who: first.who, socket: daemon.socket, program: daemon.program }),
      related: others.map(({ who, elsewhere }) => ({ elsewhere, message: message(THERE, { who }) })),
    });
  },
});

const SHARED: Localized = {
  en: '{who} listens there as well: whichever of the two starts later cannot open `{socket}` and ends. Give {program} a place of its own.',
  ja: '{who} も同じ場所で待ち受けます。後から起動した方は `{socket}` を開けずに終了します。{program} には別の場所を指定してください。',
};

const THERE: Localized = { en: '{who} listens here', ja: '{who} の待ち受け先' };
