import type { Setting } from '../../model/configuration';
import { message } from '../../text/message';
import { listWords } from '../../values/words';
import { expanded, valueOf } from '../mainCfValues';
import { fieldsOf, type MasterFields } from '../masterServices';
import { rule } from '../rule';
import { milterWords } from '../systemMilters';
import { pairOf } from '../systemServices';

export default rule({
  name: 'system-bypassed-milters',
  on: 'mail-system',
  severity: 'information',
  title: {
    en: 'Mail from the Internet that passes by main.cf’s milters',
    ja: 'main.cf の milter を通らないインターネットからのメール',
  },
  references: ['master(5)', 'MILTER_README'],
  check(subject, report) {
    const pair = subject.kind === 'postfix-master' ? pairOf(subject) : undefined;
    const all = pair && valueOf(pair.main, 'smtpd_milters');
    if (pair === undefined || all === undefined) return;
    const wanted = milterWords(all);
    if (wanted.length === 0) return;
    for (const { anchor, value: service } of pair.master.services) {
      const fields = fieldsOf(service);
      if (fields === undefined || !facesTheInternet(fields)) continue;
      const last = new Map<string, Setting>();
      for (const { setting, problem } of service.options) {
        if (setting !== undefined && problem === undefined) last.set(setting.name, setting);
      }
      for (const setting of last.values()) {
        const kept = milters(setting, (text) => expanded(pair.main, text));
        const missed = kept && wanted.filter((one) => !kept.includes(one));
        if (missed === undefined || missed.length === 0) continue;
        report({
          anchor,
          span: { start: setting.nameSpan.start, end: setting.valueSpan.end },
          message: message(
            {
              en: 'Mail from the Internet arrives here and does not pass {milters}, which main.cf has in `smtpd_milters`: nothing there verifies or judges it. Leave this out unless that is meant.',
              ja: 'インターネットからのメールはここに届きますが、main.cf の `smtpd_milters` にある {milters} を通らず、そこでの検証や判定を受けません。意図したものでなければ、この指定を外してください。',
            },
            { milters: missed.join(', ') },
          ),
        });
      }
    }
  },
});

/** The milters that a setting leaves; undefined where it has no say, or cannot be told. */
function milters(
  { name, value }: Setting,
  expand: (text: string) => string | undefined,
): readonly string[] | undefined {
  if (name === 'smtpd_milters') {
    const text = expand(value.text);
    return text === undefined ? undefined : milterWords(text);
  }
  if (name !== 'receive_override_options') return undefined;
  return listWords(value.text).some(({ text }) => text.toLowerCase() === 'no_milters') ? [] : undefined;
}

/** Port 25 of an address that others reach, or what postscreen hands on. */
function facesTheInternet({ service, type, command }: MasterFields): boolean {
  if (command.text !== 'smtpd') return false;
  if (type.text === 'pass') return true;
  const [, host = '', port = ''] = /^(?:(.*):)?([^:]*)$/.exec(service.text) ?? [];
  const loopback = /^(?:localhost|127\.[\d.]+|\[(?:ipv6:)?::1\]|\[127\.[\d.]+\])$/i.test(host);
  return type.text === 'inet' && !loopback && (port === 'smtp' || port === '25');
}
