import { message, type Localized } from '../../text/message';
import { rule } from '../rule';
import {
  isAtDaemonsPath,
  isChrooted,
  masterBeside,
  MILTER_PARAMETERS,
  namedMilters,
  openDaemons,
  pathsOf,
  queueDirectory,
} from '../systemMilters';

export default rule({
  name: 'system-socket-outside-chroot',
  on: 'mail-system',
  severity: 'warning',
  title: {
    en: 'A socket that a chrooted Postfix does not reach',
    ja: 'chroot した Postfix から届かないソケット',
  },
  references: ['postconf(5)', 'master(5)', 'BASIC_CONFIGURATION_README'],
  check(subject, report) {
    if (subject.kind !== 'postfix-main') return;
    const { file, system } = subject;
    const master = masterBeside(system);
    const daemons = openDaemons(system);
    const queue = queueDirectory(file);
    for (const parameter of MILTER_PARAMETERS) {
      if (isChrooted(master, parameter) !== true) continue;
      for (const { member, span, text, place } of namedMilters(file, parameter) ?? []) {
        if (place?.kind !== 'unix' || !place.path.startsWith('/')) continue;
        const [inside] = pathsOf(place.path, file, true);
        const listens = (path: string | undefined) =>
          daemons.find((daemon) => daemon.place.kind === 'unix' && daemon.place.path === path);
        const daemon = daemons.find((one) => isAtDaemonsPath(place, one));
        const isBelow = place.path.startsWith(`${queue}/`);
        if (listens(inside) !== undefined || (daemon === undefined && !isBelow)) continue;
        const command = parameter === 'smtpd_milters' ? 'smtpd' : 'cleanup';
        report({
          anchor: member.anchor,
          span,
          message: message(isBelow ? DOUBLED : OUTSIDE, {
            command,
            path: place.path,
            inside: inside ?? '',
            queue,
            rest: place.path.slice(queue.length + 1),
          }),
          ...(daemon && { related: [{ elsewhere: daemon.elsewhere, message: LISTENS }] }),
          ...(isBelow &&
            member.value.text.slice(span.start, span.end) === text && {
              fixes: [
                {
                  title: message(
                    { en: 'Write `unix:{rest}`', ja: '`unix:{rest}` と書く' },
                    { rest: place.path.slice(queue.length + 1) },
                  ),
                  edits: [{ span, text: `unix:${place.path.slice(queue.length + 1)}` }],
                },
              ],
            }),
        });
      }
    }
  },
});

const LISTENS = message({ en: 'The daemon listens here', ja: 'デーモンの待ち受け先' });

const DOUBLED: Localized = {
  en: 'By master.cf `{command}` runs chrooted in {queue}, so it looks for this socket at `{inside}` and reaches no milter. Write the path from there on: `unix:{rest}`.',
  ja: 'master.cf によると `{command}` は {queue} に chroot して動くため、このソケットを `{inside}` で探し、milter に接続できません。そこからのパス `unix:{rest}` を書いてください。',
};

const OUTSIDE: Localized = {
  en: 'By master.cf `{command}` runs chrooted in {queue}, so it looks for this socket at `{inside}`, where no daemon listens. Have the daemon listen below {queue}, or use `inet:`, or end the chroot.',
  ja: 'master.cf によると `{command}` は {queue} に chroot して動くため、このソケットを `{inside}` で探しますが、そこで待ち受けるデーモンはありません。デーモンを {queue} の下で待ち受けさせるか、`inet:` を使うか、chroot をやめてください。',
};
