import { message } from '../../text/message';
import { rule } from '../rule';
import {
  isAtDaemonsPath,
  masterBeside,
  meets,
  MILTER_PARAMETERS,
  namedMilters,
  openDaemons,
} from '../systemMilters';

export default rule({
  name: 'system-unanswered-milter',
  on: 'mail-system',
  severity: 'warning',
  title: { en: 'A milter where no daemon listens', ja: '待ち受けているデーモンのない milter' },
  references: ['postconf(5)', 'opendkim.conf(5)', 'opendmarc.conf(5)'],
  check(subject, report) {
    if (subject.kind !== 'postfix-main') return;
    const { file, system } = subject;
    const daemons = openDaemons(system);
    if (daemons.length === 0) return;
    const master = masterBeside(system);
    const named = MILTER_PARAMETERS.map((parameter) => namedMilters(file, parameter));
    // A milter that meets no daemon may be some other one, unless a daemon is left over that nobody calls.
    for (const milters of named) {
      const lonely = daemons.filter(
        (daemon) => milters?.some((milter) => meets(milter, daemon, file, master)) === false,
      );
      const unmet = (milters ?? []).filter(
        (milter) =>
          milter.place !== undefined && !daemons.some((daemon) => meets(milter, daemon, file, master)),
      );
      for (const { member, span, text, place } of unmet) {
        const meant = lonely.length === 1 && unmet.length === 1 ? lonely[0] : likely(lonely, text);
        // The right path in the wrong folder is a defect of its own.
        if (meant === undefined || isAtDaemonsPath(place, meant)) continue;
        report({
          anchor: member.anchor,
          span,
          message: message(
            {
              en: 'No open daemon listens at `{milter}`: {program} listens at `{socket}`. Mail then gets what `milter_default_action` says, by default a temporary error. Name the same place in both.',
              ja: '`{milter}` で待ち受けているデーモンがありません。{program} は `{socket}` で待ち受けています。このままでは `milter_default_action` に従い、既定では一時エラーになります。両方で同じ場所を指定してください。',
            },
            { milter: text, program: meant.program, socket: meant.socket },
          ),
          related: [{ elsewhere: meant.elsewhere, message: message(SOCKET, { program: meant.program }) }],
        });
      }
    }
  },
});

const SOCKET = { en: 'Where {program} listens', ja: '{program} の待ち受け先' };

/** The daemon that a milter is called like. */
function likely<D extends { readonly kind: string }>(daemons: readonly D[], text: string): D | undefined {
  return daemons.find(({ kind }) => text.toLowerCase().includes(kind));
}
