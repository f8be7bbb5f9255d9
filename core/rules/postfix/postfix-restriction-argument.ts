import { message, type Localized } from '../../text/message';
import { valuePart } from '../postfixSettings';
import {
  restrictionLists,
  restrictionsIn,
  type Restriction,
  type RestrictionArgument,
} from '../postfixRestrictions';
import { rule, type Severity } from '../rule';

const MISSING: Readonly<Record<RestrictionArgument, Localized>> = {
  table: {
    en: '`{name}` must be followed by a table, `type:name`. As it is, every request that comes this far is put off with a server configuration error.',
    ja: '`{name}` の後には `種類:名前` の形で表が必要です。このままでは、ここまで来た要求はすべて設定エラーで一時的に拒否されます。',
  },
  domain: {
    en: '`{name}` must be followed by the domain of a DNS list. As it is, it does nothing.',
    ja: '`{name}` の後には DNS リストのドメインが必要です。このままでは何もしません。',
  },
  number: {
    en: '`{name}` must be followed by a number of seconds. As it is, every request that comes this far is put off with a server configuration error.',
    ja: '`{name}` の後には秒数が必要です。このままでは、ここまで来た要求はすべて設定エラーで一時的に拒否されます。',
  },
  service: {
    en: '`{name}` must be followed by the server’s endpoint, `unix:path` or `inet:host:port`. As it is, every request that comes this far is put off with a server configuration error.',
    ja: '`{name}` の後には `unix:パス` か `inet:ホスト:ポート` の形でサーバーが必要です。このままでは、ここまで来た要求はすべて設定エラーで一時的に拒否されます。',
  },
};

const NO_TABLE: Localized = {
  en: '`{found}` is no table: behind `{name}` Postfix wants `type:name`, such as `hash:/etc/postfix/access`. As it is, every request that comes this far is put off with a server configuration error.',
  ja: '`{found}` は表ではありません。`{name}` の後には `hash:/etc/postfix/access` のように `種類:名前` を書きます。このままでは、ここまで来た要求はすべて設定エラーで一時的に拒否されます。',
};
const NO_ENDPOINT: Localized = {
  en: '`{found}` is no endpoint: `{name}` wants `unix:path` or `inet:host:port`. smtpd stops with an error, and no mail comes in.',
  ja: '`{found}` は接続先になりません。`{name}` の後には `unix:パス` か `inet:ホスト:ポート` を書きます。smtpd がエラーで停止し、メールを受信できません。',
};

export default rule({
  name: 'postfix-restriction-argument',
  on: 'postfix-file',
  severity: 'warning',
  title: { en: 'A restriction without what it needs', ja: '引数のない、または誤った制限' },
  references: ['postconf(5)', 'SMTPD_ACCESS_README'],
  check(file, report) {
    for (const { anchor, value: setting } of restrictionLists(file)) {
      for (const restriction of restrictionsIn(setting.value.text)) {
        const problem = problemOf(restriction);
        if (problem === undefined) continue;
        const { word, text, severity } = problem;
        report({
          anchor,
          span: valuePart(setting, word.span),
          ...(severity !== undefined && { severity }),
          message: message(text, { name: restriction.word.text, found: word.text }),
        });
      }
    }
  },
});

function problemOf({
  word,
  needs,
  argument,
}: Restriction):
  { readonly word: Restriction['word']; readonly text: Localized; readonly severity?: Severity } | undefined {
  if (needs === undefined) return undefined;
  if (argument === undefined) return { word, text: MISSING[needs] };
  if (argument.text.includes('$')) return undefined;
  if (needs === 'table' && !argument.text.includes(':')) return { word: argument, text: NO_TABLE };
  if (needs === 'service' && !/^\{?\s*[^:\s]+:\S/.test(argument.text)) {
    return { word: argument, text: NO_ENDPOINT, severity: 'error' };
  }
  return undefined;
}
