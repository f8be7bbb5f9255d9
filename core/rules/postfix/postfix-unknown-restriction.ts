import { POSTFIX_RESTRICTIONS } from '../../facts/postfix';
import { isRestrictionList } from '../../facts/postfixTypes';
import type { Setting } from '../../model/configuration';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { listWords, type Word } from '../../values/words';
import { counts, replaceValue, restrictionClasses, trailingComments, valuePart } from '../postfixSettings';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

/** Names that Postfix still takes, from its older versions, and some that only tables are meant to give. */
const MORE = new Set([
  'check_address_map',
  'check_recipient_maps',
  'check_relay_domains',
  'permit_naked_ip_address',
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
  on: 'postfix-file',
  severity: 'warning',
  title: { en: 'A restriction that Postfix does not know', ja: 'Postfix にない制限' },
  references: ['postconf(5)'],
  check(file, report) {
    const classes = restrictionClasses(file);
    for (const { anchor, value: setting } of file.settings) {
      if (!counts(setting) || !(isRestrictionList(setting.name) || classes.has(setting.name))) continue;
      for (const { text, span } of unknownRestrictions(setting, classes)) {
        const meant = nearest(text, POSTFIX_RESTRICTIONS.keys());
        report({
          anchor,
          span: valuePart(setting, span),
          message: message(
            {
              en: 'Postfix has no restriction `{name}`, and it is no class of `smtpd_restriction_classes` here. Every request that comes this far is put off with a server configuration error. Correct the name.',
              ja: 'Postfix に `{name}` という制限はなく、`smtpd_restriction_classes` のクラスでもありません。ここまで来た要求はすべて設定エラーで一時的に拒否されます。名前を直してください。',
            },
            { name: text },
          ),
          fixes:
            meant === undefined
              ? []
              : [{ title: replaceTitle(text, meant), edits: [replaceValue(setting, span, meant)] }],
        });
      }
    }
  },
});

/** Words that look like restrictions and are none; trailing comments have a rule of their own. */
function unknownRestrictions(setting: Setting, classes: ReadonlySet<string>): Word[] {
  const comments = trailingComments(setting);
  return listWords(setting.value.text).filter(
    ({ text, span }) =>
      LIKELY.test(text) &&
      !isKnown(text) &&
      !classes.has(text) &&
      !comments.some(({ start, end }) => start <= span.start && span.end <= end),
  );
}

function isKnown(name: string): boolean {
  const folded = name.toLowerCase();
  return POSTFIX_RESTRICTIONS.has(folded) || MORE.has(folded);
}
