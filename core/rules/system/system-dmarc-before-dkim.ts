import { message } from '../../text/message';
import { rule } from '../rule';
import {
  calledLike,
  masterBeside,
  meets,
  MILTER_PARAMETERS,
  namedMilters,
  openDaemons,
  type DaemonKind,
  type NamedMilter,
} from '../systemMilters';

export default rule({
  name: 'system-dmarc-before-dkim',
  on: 'mail-system',
  severity: 'warning',
  title: { en: 'DMARC judged before DKIM', ja: 'DKIM より前に置かれた DMARC' },
  references: ['postconf(5)', 'opendmarc(8)', 'RFC 9989 §4.4'],
  check(subject, report) {
    if (subject.kind !== 'postfix-main') return;
    const { file, system } = subject;
    const daemons = openDaemons(system);
    const master = masterBeside(system);
    const isKind = (milter: NamedMilter, kind: DaemonKind): boolean => {
      const known = daemons.filter((daemon) => meets(milter, daemon, file, master));
      return known.length > 0 ? known.some((one) => one.kind === kind) : calledLike(milter.text) === kind;
    };
    for (const parameter of MILTER_PARAMETERS) {
      const milters = namedMilters(file, parameter) ?? [];
      const judge = milters.findIndex((milter) => isKind(milter, 'opendmarc'));
      const dkim = milters.findIndex((milter) => isKind(milter, 'opendkim'));
      const early = milters[judge];
      const late = milters[dkim];
      if (early === undefined || late === undefined || dkim < judge) continue;
      report({
        anchor: early.member.anchor,
        span: early.span,
        message: message(
          {
            en: 'Milters are asked in this order, and OpenDMARC reads the DKIM results that `{dkim}` adds: asked first, it finds none, and mail that only DKIM vouches for fails. Put it behind.',
            ja: 'milter はこの順に呼び出されます。OpenDMARC は `{dkim}` が付ける DKIM の結果を読むため、先に呼び出すと結果がなく、DKIM だけで認証されるメールが失敗します。後ろに置いてください。',
          },
          { dkim: late.text },
        ),
        ...(late.span.start !== early.span.start && {
          related: [{ anchor: late.member.anchor, span: late.span, message: FIRST }],
        }),
      });
    }
  },
});

const FIRST = message({ en: 'This one has to be first', ja: 'こちらが先です' });
