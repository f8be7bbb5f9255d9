import { answered, ask } from '../../evaluate/dns';
import { isWhole, systemResolver } from '../../model/zone/resolver';
import { isSpf } from '../../syntax/spf/version';
import { message, type Localized } from '../../text/message';
import { absoluteName } from '../../values/domainName';
import { countingSetting } from '../mainCfValues';
import { mailDomainOf } from '../mainCfNames';
import { rule } from '../rule';

export default rule({
  name: 'system-unauthenticated-origin',
  on: 'mail-system',
  severity: 'information',
  title: {
    en: 'Mail of a domain without SPF or DKIM',
    ja: 'SPF や DKIM のないドメインからのメール',
  },
  references: ['postconf(5)', 'RFC 7208 §3', 'RFC 6376 §3.6.2'],
  check(subject, report) {
    if (subject.kind !== 'postfix-main') return;
    const { file, system } = subject;
    const member =
      countingSetting(file, 'myorigin') ??
      countingSetting(file, 'mydomain') ??
      countingSetting(file, 'myhostname');
    const domain = mailDomainOf(file, 'myorigin');
    const name = domain === undefined ? undefined : absoluteName(`${domain}.`, '.');
    const zone = name === undefined ? undefined : system.zoneFor(name);
    if (member === undefined || domain === undefined || name === undefined || zone === undefined) return;
    const answer = answered(ask('TXT', name), systemResolver(system));
    if (answer.status === 'failed' || !isWhole(zone) || zone.delegation(name) !== undefined) return;
    const noSpf = answer.status === 'missing' || !answer.records.some(isSpf);
    // A wildcard or an alias may stand for the keys.
    const keys = absoluteName(`_domainkey.${domain}.`, '.') ?? name;
    const noKey = !zone.exists(keys) && zone.wildcardFor(keys) === undefined;
    if (!noSpf && !noKey) return;
    report({
      anchor: member.anchor,
      span: member.value.valueSpan,
      message: message(noSpf && noKey ? NEITHER : noSpf ? NO_SPF : NO_KEY, { domain }),
    });
  },
});

const NEITHER: Localized = {
  en: 'Mail of this server bears senders at {domain}, whose zone has neither an SPF record nor a DKIM key for it: nothing tells it from forged mail. Publish both.',
  ja: 'このサーバーのメールの送信者は {domain} ですが、ゾーンにそのための SPF レコードも DKIM の鍵もなく、なりすましと区別できません。両方を公開してください。',
};

const NO_SPF: Localized = {
  en: 'Mail of this server bears senders at {domain}, whose zone has no SPF record for it. Publish one that permits this server.',
  ja: 'このサーバーのメールの送信者は {domain} ですが、ゾーンにそのための SPF レコードがありません。このサーバーを許可するレコードを公開してください。',
};

const NO_KEY: Localized = {
  en: 'Mail of this server bears senders at {domain}, whose zone has no DKIM key for it: forwarded mail cannot pass. Sign it, and publish the key.',
  ja: 'このサーバーのメールの送信者は {domain} ですが、ゾーンにそのための DKIM の鍵がなく、転送されたメールは認証に成功しません。署名を設定し、鍵を公開してください。',
};
