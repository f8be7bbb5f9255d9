import { message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { matchesMxPattern } from '../../values/mxPattern';
import { comparedPolicy } from '../policyDomain';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-unused-mx',
  on: 'mta-sts-policy-file',
  severity: 'information',
  title: { en: 'An `mx` that no MX record needs', ja: 'どの MX レコードにも対応しない `mx`' },
  references: ['RFC 8461 §4.1'],
  check(file, report) {
    const policy = comparedPolicy(file);
    if (policy?.zone.complete !== true) return;
    const { domain, hosts, patterns } = policy;
    for (const { member, value } of patterns) {
      if (hosts.some(({ name }) => matchesMxPattern(value.text, name))) continue;
      report({
        anchor: member.anchor,
        span: value.span,
        tag: 'unnecessary',
        message: message(
          {
            en: 'No MX record of {domain} names a host that `{pattern}` covers. Unless that server is yet to come, correct the pattern or remove the line.',
            ja: '{domain} の MX レコードに `{pattern}` に一致するホストはありません。今後使うサーバーでなければ、パターンを直すか行を削除してください。',
          },
          { domain: plainName(domain), pattern: value.text },
        ),
      });
    }
  },
});
