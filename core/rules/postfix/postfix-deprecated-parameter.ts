import { postfixParameter } from '../../facts/postfix';
import { POSTFIX_VERSION } from '../../facts/postfixVersion';
import { message } from '../../text/message';
import { compareVersions } from '../../values/version';
import { effective } from '../postfixSettings';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

/** Parameters that only got another name: what they take and do is the same. */
const SAME_UNDER_ANOTHER_NAME = new Set([
  'authorized_verp_clients',
  'fallback_relay',
  'postscreen_blacklist_action',
  'postscreen_dnsbl_whitelist_threshold',
  'postscreen_whitelist_interfaces',
  'smtpd_client_connection_limit_exceptions',
  'tlsproxy_client_level',
  'tlsproxy_client_policy',
  'virtual_maps',
]);

export default rule({
  name: 'postfix-deprecated-parameter',
  on: 'postfix-file',
  severity: 'information',
  title: { en: 'A parameter that is on its way out', ja: '廃止予定のパラメーター' },
  references: ['postconf(5)'],
  check(file, report, versions) {
    const version = versions?.postfix ?? POSTFIX_VERSION;
    for (const [name, members] of effective(file)) {
      const instead = postfixParameter(name)?.useInstead;
      if (instead === undefined) continue;
      // What takes its place is not there yet.
      if (compareVersions(postfixParameter(instead)?.since ?? '0', version) > 0) continue;
      for (const { anchor, value } of members) {
        report({
          anchor,
          span: value.nameSpan,
          tag: 'deprecated',
          message:
            instead === ''
              ? message(
                  {
                    en: '`{name}` is deprecated, and nothing takes its place: leave it out and the default does what is right.',
                    ja: '`{name}` は非推奨で、代わるものもありません。削除して既定値に任せてください。',
                  },
                  { name },
                )
              : message(
                  {
                    en: '`{name}` is deprecated and will be removed some day. Use `{instead}`.',
                    ja: '`{name}` は非推奨で、将来なくなります。`{instead}` を使ってください。',
                  },
                  { name, instead },
                ),
          fixes:
            SAME_UNDER_ANOTHER_NAME.has(name) && instead !== '' && !file.byName.has(instead)
              ? [{ title: replaceTitle(name, instead), edits: [{ span: value.nameSpan, text: instead }] }]
              : [],
        });
      }
    }
  },
});
