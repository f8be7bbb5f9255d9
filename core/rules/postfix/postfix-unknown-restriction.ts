import { postfixParameter, POSTFIX_RESTRICTIONS } from '../../facts/postfix';
import { isRestrictionList } from '../../facts/postfixTypes';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { listWords } from '../../values/words';
import { counts, replaceValue, trailingComments, valuePart } from '../postfixSettings';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

/** Names that Postfix still takes, from its older versions, and some that only tables are meant to give. */
const MORE = new Set([
  'check_address_map',
  'check_recipient_maps',
  'check_relay_domains',
  'check_sender_a_access',
  'permit_naked_ip_address',
  'permit_sasl_authenticated',
  'reject_maps_rbl',
  'reject_unknown_address',
  'reject_unknown_client',
  'reject_unknown_hostname',
  'reject_invalid_hostname',
  'reject_non_fqdn_hostname',
]);

/** What every restriction's name that is not one of ours begins with. */
const LIKELY = /^(?:check|defer|permit|reject|warn)_\w+$/i;

export default rule({
  name: 'postfix-unknown-restriction',
  on: 'postfix-setting',
  severity: 'warning',
  title: { en: 'A restriction that Postfix does not know', ja: 'Postfix にない制限' },
  references: ['postconf(5)'],
  check(setting, report) {
    if (!counts(setting) || !isRestrictionList(setting.name)) return;
    if (postfixParameter(setting.name)?.type.kind === 'text') return;
    const comments = trailingComments(setting);
    for (const { text, span } of listWords(setting.value.text)) {
      if (!LIKELY.test(text) || isKnown(text)) continue;
      if (comments.some(({ start, end }) => start <= span.start && span.end <= end)) continue;
      const meant = nearest(text, POSTFIX_RESTRICTIONS.keys());
      report({
        span: valuePart(setting, span),
        message: message(
          {
            en: 'Postfix has no restriction `{name}`. Unless it is a class in `smtpd_restriction_classes`, every request that comes this far is put off with a server configuration error. Correct the name.',
            ja: 'Postfix に `{name}` という制限はありません。`smtpd_restriction_classes` のクラスでなければ、ここまで来た要求はすべて設定エラーで一時的に拒否されます。名前を直してください。',
          },
          { name: text },
        ),
        fixes:
          meant === undefined
            ? []
            : [{ title: replaceTitle(text, meant), edits: [replaceValue(setting, span, meant)] }],
      });
    }
  },
});

function isKnown(name: string): boolean {
  const folded = name.toLowerCase();
  return POSTFIX_RESTRICTIONS.has(folded) || MORE.has(folded);
}
