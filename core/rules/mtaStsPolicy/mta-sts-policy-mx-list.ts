import { message } from '../../text/message';
import { mxPatternProblem } from '../../values/mxPattern';
import { bareValue, valueOf } from '../policyLines';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-mx-list',
  on: 'mta-sts-policy-line',
  severity: 'error',
  title: { en: 'Several hosts in one `mx`', ja: '1 つの `mx` に複数のホスト' },
  references: ['RFC 8461 §3.2'],
  check(line, report) {
    const value = valueOf(line, 'mx');
    if (value === undefined || !/[^\s,;][\s,;]+[^\s,;]/.test(value.text)) return;
    const hosts = value.text
      .split(/[\s,;]+/)
      .map(bareValue)
      .filter((host) => host !== '');
    const sure = hosts.every((host) => mxPatternProblem(host) === undefined);
    const lineEnd = line.lineEnd === '' ? '\n' : line.lineEnd;
    report({
      span: value.span,
      message: message({
        en: 'Each `mx` names one host. Senders compare the whole value with the MX host, so that none matches. Write a line `mx: …` for each.',
        ja: '`mx` には 1 つのホストだけを書きます。値全体が MX ホストと比較されるため、どれにも一致しません。`mx: …` の行を 1 つずつ書いてください。',
      }),
      fixes: sure
        ? [
            {
              title: message({ en: 'Write one line for each host', ja: 'ホストごとに行を分ける' }),
              edits: [{ span: value.span, text: hosts.join(`${lineEnd}mx: `) }],
            },
          ]
        : [],
    });
  },
});
