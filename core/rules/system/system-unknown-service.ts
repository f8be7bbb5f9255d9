import { serviceNamesIn, type NamedService } from '../../model/postfix/services';
import { message, type Localized } from '../../text/message';
import { nearest } from '../../values/nearest';
import { MOST_SEARCHES } from '../postfixSettings';
import { rule } from '../rule';
import { pairOf, reachableServices } from '../systemServices';
import { replaceTitle } from '../titles';

export default rule({
  name: 'system-unknown-service',
  on: 'mail-system',
  severity: 'warning',
  title: { en: 'A service that master.cf does not have', ja: 'master.cf にないサービス' },
  references: ['master(5)', 'postconf(5)', 'SMTPD_POLICY_README'],
  check(subject, report) {
    const pair = pairOf(subject);
    if (pair === undefined) return;
    const services = reachableServices(pair.master);
    if (services.size === 0) return;
    let searches = 0;
    for (const { anchor, value } of pair.own) {
      for (const named of serviceNamesIn(value)) {
        const { name, span, use } = named;
        if (use === 'limit' || services.has(name)) continue;
        const meant = ++searches > MOST_SEARCHES ? undefined : nearest(name, services);
        report({
          anchor,
          span,
          // Other programs make sockets there as well: Dovecot, for one.
          ...(use === 'policy' && meant === undefined && { severity: 'information' }),
          message: message(wordsFor(named, meant), { name, meant: meant ?? '' }),
          fixes:
            meant === undefined ? [] : [{ title: replaceTitle(name, meant), edits: [{ span, text: meant }] }],
        });
      }
    }
  },
});

function wordsFor({ use }: NamedService, meant: string | undefined): Localized {
  if (use === 'policy') return meant === undefined ? FOREIGN : joined(POLICY, MEANT);
  return joined(use === 'transport' ? TRANSPORT : SERVICE, meant === undefined ? DEFINE : MEANT);
}

function joined(first: Localized, second: Localized): Localized {
  return { en: `${first.en} ${second.en}`, ja: `${first.ja}${second.ja}` };
}

const TRANSPORT: Localized = {
  en: 'The open master.cf has no service `{name}`, so mail for this transport stays in the queue.',
  ja: '開いている master.cf に `{name}` というサービスがないため、この transport のメールはキューに溜まったままになります。',
};
const SERVICE: Localized = {
  en: 'The open master.cf has no service `{name}`, so what asks for it waits in vain.',
  ja: '開いている master.cf に `{name}` というサービスがないため、呼び出しても応答がありません。',
};
const POLICY: Localized = {
  en: 'The open master.cf has no service `{name}`. Where nothing answers at this socket, mail is deferred with “Server configuration problem”.',
  ja: '開いている master.cf に `{name}` というサービスがありません。このソケットで何も応答しなければ、メールは「Server configuration problem」で一時拒否されます。',
};
const FOREIGN: Localized = {
  en: 'The open master.cf has no service `{name}`. Unless another program listens at this socket, mail is deferred with “Server configuration problem”; a policy service that Postfix runs needs a line in master.cf (`spawn`).',
  ja: '開いている master.cf に `{name}` というサービスがありません。ほかのプログラムがこのソケットで待ち受けていなければ、メールは「Server configuration problem」で一時拒否されます。Postfix から起動するポリシーサービスは master.cf に (`spawn` で) 定義してください。',
};
const MEANT: Localized = { en: '`{meant}` was meant?', ja: '`{meant}` ではありませんか?' };
const DEFINE: Localized = {
  en: 'Define it in master.cf, or name one that is there.',
  ja: 'master.cf に定義するか、そこにあるサービスを指定してください。',
};
