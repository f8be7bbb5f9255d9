import { message, type Localized } from '../../text/message';
import { plainName } from '../../values/domainName';
import { matchesMxPattern, mxPatternProblem } from '../../values/mxPattern';
import { comparedPolicy } from '../policyDomain';
import { rule } from '../rule';
import { insertTitle } from '../titles';

export default rule({
  name: 'mta-sts-policy-uncovered-mx',
  on: 'mta-sts-policy-file',
  severity: 'warning',
  title: { en: 'A mail server that the policy does not cover', ja: 'ポリシーに含まれていない受信サーバー' },
  references: ['RFC 8461 §4.1', 'RFC 8461 §5'],
  check(file, report) {
    const policy = comparedPolicy(file);
    const last = policy?.patterns.at(-1);
    if (policy === undefined || last === undefined || policy.mode === 'none') return;
    const { domain, hosts, patterns, mode } = policy;
    const enforced = mode === 'enforce';
    const lineEnd = last.member.value.lineEnd === '\r\n' ? '\r\n' : '\n';
    for (const { name, place } of hosts) {
      if (patterns.some(({ value }) => matchesMxPattern(value.text, name))) continue;
      const at = last.value.span.end;
      report({
        anchor: last.member.anchor,
        span: last.value.span,
        ...(!enforced && { severity: 'information' }),
        message: message(enforced ? REFUSED : TOLD, { host: name, domain: plainName(domain) }),
        related:
          place === undefined
            ? []
            : [{ elsewhere: place, message: message({ en: 'The MX record', ja: 'この MX レコード' }) }],
        fixes:
          mxPatternProblem(name) === undefined
            ? [
                {
                  title: insertTitle(`mx: ${name}`),
                  edits: [{ span: { start: at, end: at }, text: `${lineEnd}mx: ${name}` }],
                },
              ]
            : [],
      });
    }
  },
});

const REFUSED: Localized = {
  en: 'Mail for {domain} goes to `{host}`, too, and no `mx` covers that host: senders that keep to the policy do not deliver to it. Add `mx: {host}`, then change the `id` at `_mta-sts`.',
  ja: '{domain} の MX レコードには `{host}` もありますが、どの `mx` にも一致しないため、ポリシーに従う送信側はこのサーバーへ配送しません。`mx: {host}` を加え、`_mta-sts` の `id` も変更してください。',
};
const TOLD: Localized = {
  en: 'Mail for {domain} goes to `{host}`, too, and no `mx` covers that host: senders report it, and in mode `enforce` they will not deliver to it. Add `mx: {host}`.',
  ja: '{domain} の MX レコードには `{host}` もありますが、どの `mx` にも一致しません。送信側から報告され、`enforce` にすると配送されなくなります。`mx: {host}` を加えてください。',
};
