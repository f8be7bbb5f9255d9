import { postfixParameter } from '../../facts/postfix';
import { POSTFIX_VERSION } from '../../facts/postfixVersion';
import { message } from '../../text/message';
import { compareVersions } from '../../values/version';
import { effective } from '../postfixSettings';
import { rule } from '../rule';

export default rule({
  name: 'postfix-newer-parameter',
  on: 'postfix-file',
  severity: 'warning',
  title: { en: 'A parameter of a later Postfix', ja: 'より新しい Postfix のパラメーター' },
  references: ['postconf(5)'],
  check(file, report, versions) {
    const version = versions?.postfix ?? POSTFIX_VERSION;
    for (const [name, members] of effective(file)) {
      const since = postfixParameter(name)?.since;
      if (since === undefined || compareVersions(since, version) <= 0) continue;
      // A fix may have brought it to the older branches as well.
      if (postfixParameter(name)?.defaults['3.7'] !== undefined && compareVersions(version, '3.7') >= 0)
        continue;
      for (const { anchor, value } of members) {
        report({
          anchor,
          span: value.nameSpan,
          message: message(
            {
              en: '`{name}` came with Postfix {since}; {version} does not know it, and the line has no effect. Remove it, or state the version in the setting `mailAuth.postfix.version`.',
              ja: '`{name}` は Postfix {since} で加わりました。{version} にはないため、この行に効果はありません。削除するか、設定 `mailAuth.postfix.version` で使っている版を指定してください。',
            },
            { name, since, version },
          ),
        });
      }
    }
  },
});
