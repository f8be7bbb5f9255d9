import { message } from '../../text/message';
import { hasKnownTopLevel, isPublicSuffix } from '../../values/publicSuffix';
import { mxPatternProblem } from '../../values/mxPattern';
import { valueOf } from '../policyLines';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-broad-mx',
  on: 'mta-sts-policy-line',
  severity: 'warning',
  title: {
    en: 'A wildcard for names that anybody can have',
    ja: '誰でも取得できる名前に一致するワイルドカード',
  },
  references: ['RFC 8461 §3.2', 'RFC 8461 §10.1'],
  check(line, report) {
    const value = valueOf(line, 'mx');
    if (value?.text.startsWith('*.') !== true || mxPatternProblem(value.text) !== undefined) return;
    const suffix = value.text.slice(2).toLowerCase();
    if (!isPublicSuffix(suffix) || !hasKnownTopLevel(suffix)) return;
    report({
      span: value.span,
      message: message(
        {
          en: 'Anybody can register a name below `{suffix}` and have a certificate for it: whoever forges the MX record then passes for this domain. Name the hosts, or a domain of their operator.',
          ja: '`{suffix}` の下の名前と証明書は誰でも取得できるため、MX レコードを偽装した攻撃者のサーバーも一致してしまいます。ホスト名か、運用者のドメインを書いてください。',
        },
        { suffix },
      ),
    });
  },
});
