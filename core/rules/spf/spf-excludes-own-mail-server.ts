import { answered, ask, type Resolver } from '../../evaluate/dns';
import { checkHost } from '../../evaluate/spf/checkHost';
import { viewResolver } from '../../model/zone/resolver';
import type { SpfRecord } from '../../records/spf';
import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import type { Span } from '../../text/span';
import { plainName } from '../../values/domainName';
import { formatIp, type IpAddress } from '../../values/ipAddress';
import { isMailDomain, permitsNobody } from '../mailDomain';
import { rule } from '../rule';
import { targetsOf } from '../zoneRecords';

/** So many addresses are tried for one domain. */
const MOST = 16;

export default rule({
  name: 'spf-excludes-own-mail-server',
  on: 'zone-owner',
  severity: 'information',
  title: {
    en: 'SPF does not permit the domain’s own mail servers',
    ja: '自ドメインのメールサーバーが SPF で許可されていない',
  },
  references: ['RFC 7208 §5.4', 'RFC 7208 §10.1.2'],
  check(owner, report) {
    // Where nobody may send, that is said by another rule.
    if (owner.spf.length !== 1 || !isMailDomain(owner)) return;
    const [{ anchor, record }] = owner.spf as [(typeof owner.spf)[number]];
    if (permitsNobody(record)) return;
    const domain = plainName(owner.name);
    const resolver = viewResolver(owner.zone);
    const hosts = owner.records.flatMap(({ value }) =>
      value.typeName === 'MX' ? targetsOf(value).map(({ name }) => name) : [],
    );
    const tried = [...new Set(hosts)]
      .flatMap((name) => addressesOf(name, resolver).map((ip) => ({ name, ip })))
      .slice(0, MOST);
    const refused = tried.filter(({ name, ip }) => {
      const request = { ip, mailFrom: `postmaster@${domain}`, helo: plainName(name) };
      const { result } = answered(checkHost(request), resolver);
      return result === 'fail' || result === 'softfail';
    });
    const [first] = refused;
    if (first === undefined) return;
    report({
      anchor,
      span: deciding(record),
      message: message(
        {
          en: 'The record does not permit {ip}, an address of the domain’s own mail server {host}. That is right where the server only receives; where it sends as well, bounces and replies of its own included, add `mx` or its address.',
          ja: 'このレコードでは、自ドメインのメールサーバー {host} のアドレス {ip} が許可されていません。受信専用なら問題ありませんが、返信や不達通知も含めて送信するなら、`mx` かそのアドレスを追加してください。',
        },
        { ip: formatIp(first.ip), host: plainName(first.name) },
      ),
    });
  },
});

/** The addresses of a host, as far as the open zones tell. */
function addressesOf(name: string, resolver: Resolver): IpAddress[] {
  return (['A', 'AAAA'] as const).flatMap((type) => {
    const answer = answered(ask(type, name), resolver);
    return answer.status === 'found' ? answer.records : [];
  });
}

/** The `all` that decides, else the version. */
function deciding(record: SpfRecord): Span {
  const { terms, version } = record.syntax;
  const all = terms.find((term) => term.kind === 'directive' && term.mechanism === 'all');
  return spanOf(record, all ?? version);
}
