import { postfixParameter } from '../../facts/postfix';
import { message } from '../../text/message';
import { milterOrderInPostfix } from '../../values/milterEndpoint';
import { nextHopProblem } from '../../values/nextHop';
import { listWords } from '../../values/words';
import { counts, replaceValue, trailingComments, valuePart } from '../postfixSettings';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'postfix-milter-endpoint',
  on: 'postfix-setting',
  severity: 'warning',
  title: { en: 'A milter written as in opendkim.conf', ja: 'opendkim.conf の書式で書かれた milter' },
  references: ['postconf(5)', 'MILTER_README'],
  check(setting, report) {
    if (!counts(setting) || postfixParameter(setting.name)?.type.kind !== 'milters') return;
    const comments = trailingComments(setting);
    for (const { text, span } of listWords(setting.value.text)) {
      if (comments.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
      const open = /^\{\s*/.exec(text)?.[0].length ?? 0;
      const endpoint = open === 0 ? text : /^[^\s,{}]*/.exec(text.slice(open))![0];
      const start = span.start + open;
      const part = { start, end: start + endpoint.length };
      const mended = milterOrderInPostfix(endpoint)?.mended;
      if (mended !== undefined && /^local:/i.test(endpoint)) {
        if (endpoint.startsWith('local:')) {
          report({
            span: valuePart(setting, part),
            severity: 'information',
            message: message(
              {
                en: '`local:` is how the milter’s own configuration writes it. Postfix takes it for `unix:`, though its manual does not say so. Write `{mended}`.',
                ja: '`local:` は milter 側の設定ファイルの書式です。Postfix は `unix:` と同じに扱いますが、文書化されていません。`{mended}` と書いてください。',
              },
              { mended },
            ),
            fixes: [{ title: replaceTitle(endpoint, mended), edits: [replaceValue(setting, part, mended)] }],
          });
        }
      } else if (mended !== undefined) {
        report({
          span: valuePart(setting, part),
          message: message(
            {
              en: '`{endpoint}` is how the milter’s own configuration writes it. Postfix wants `inet:host:port` or `unix:path`; as it is, it reaches no milter, and `milter_default_action` decides. Write `{mended}`.',
              ja: '`{endpoint}` は milter 側の設定ファイルの書式です。Postfix では `inet:ホスト:ポート` か `unix:パス` と書きます。このままでは milter に接続できず、`milter_default_action` に従います。`{mended}` と書いてください。',
            },
            { endpoint, mended },
          ),
          fixes: [{ title: replaceTitle(endpoint, mended), edits: [replaceValue(setting, part, mended)] }],
        });
      } else if (/^inet:(?:localhost|[^:\s$[\]]*\.[^:\s$[\]]*)$/i.test(endpoint)) {
        // A bare port or service is one of this host (inet_connect.c).
        report({
          span: valuePart(setting, part),
          message: message(
            {
              en: '`{endpoint}` has no port, so Postfix reaches no milter there. Write `inet:host:port`.',
              ja: '`{endpoint}` にポートがないため、Postfix は milter に接続できません。`inet:ホスト:ポート` と書いてください。',
            },
            { endpoint },
          ),
        });
      } else if (isUnreadable(endpoint)) {
        report({
          span: valuePart(setting, part),
          message: message(
            {
              en: '`{endpoint}` cannot be read: write `inet:host:port`, with a port from 1 to 65535 and an IPv6 address in brackets. As it is, Postfix reaches no milter there.',
              ja: '`{endpoint}` は読み取れません。`inet:ホスト:ポート` の形で、ポートは 1 から 65535、IPv6 アドレスは角括弧で囲みます。このままでは milter に接続できません。',
            },
            { endpoint },
          ),
        });
      } else if (endpoint !== '' && !/[$]|^(?:inet|unix|local):./.test(endpoint)) {
        report({
          span: valuePart(setting, part),
          message: message(
            {
              en: '`{endpoint}` is no milter: Postfix wants `inet:host:port` or `unix:path`, in lower case. As it is, it reaches no milter, and `milter_default_action` decides.',
              ja: '`{endpoint}` は milter として使えません。`inet:ホスト:ポート` か `unix:パス` と小文字で書きます。このままでは milter に接続できず、`milter_default_action` に従います。',
            },
            { endpoint },
          ),
        });
      }
    }
  },
});

/** Whether inet_connect() cannot take it apart; no host at all means this one. */
function isUnreadable(endpoint: string): boolean {
  const place = /^inet:([^$]*:[^$]*)$/.exec(endpoint)?.[1];
  const problem = place === undefined ? undefined : nextHopProblem(place);
  return problem !== undefined && problem.kind !== 'missing-host';
}
