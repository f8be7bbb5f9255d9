import type { ConfigurationFile, Setting } from '../../model/configuration';
import type { Member } from '../../model/model';
import { message } from '../../text/message';
import { compareVersions, isVersion } from '../../values/version';
import { counts, restrictionClasses } from '../postfixSettings';
import { restrictionsIn } from '../postfixRestrictions';
import { rule } from '../rule';

const RELAY = 'smtpd_relay_restrictions';
const RECIPIENT = 'smtpd_recipient_restrictions';

/** One of these must be reached in either list, or smtpd does not start. */
const KEEPS_OUT = new Set([
  'check_relay_domains',
  'defer',
  'defer_if_permit',
  'defer_unauth_destination',
  'reject',
  'reject_unauth_destination',
]);

/** Classes may name classes; they are not followed in a circle. */
const DEEPEST = 10;

export default rule({
  name: 'postfix-open-relay',
  on: 'postfix-file',
  severity: 'error',
  title: { en: 'Nothing that keeps strangers from relaying', ja: '他者の中継を防ぐ制限がない設定' },
  references: ['postconf(5)', 'SMTPD_ACCESS_README', 'COMPATIBILITY_README'],
  check(file, report) {
    const relay = last(file, RELAY);
    const recipient = last(file, RECIPIENT);
    const member = relay ?? recipient;
    if (member === undefined) return;
    // Values that come from elsewhere cannot be judged here.
    if ([relay, recipient].some((m) => m?.value.value.text.includes('$') === true)) return;
    const classes = restrictionClasses(file);
    const guarded = (m: Member<Setting>): boolean => keepsOut(m.value.value.text, file, classes, 0);
    if (relay === undefined ? relaysByDefault(file) : guarded(relay)) return;
    if (recipient !== undefined && guarded(recipient)) return;
    const { nameSpan, valueSpan } = member.value;
    report({
      anchor: member.anchor,
      span: valueSpan.end > valueSpan.start ? valueSpan : nameSpan,
      message: message({
        en: 'Neither `smtpd_relay_restrictions` nor `smtpd_recipient_restrictions` keeps strangers from sending mail through this server: nothing like `reject_unauth_destination` is reached. smtpd refuses to start, and no mail comes in. Put `reject_unauth_destination` before any `permit`.',
        ja: '`smtpd_relay_restrictions` にも `smtpd_recipient_restrictions` にも、他者によるメールの中継を防ぐ `reject_unauth_destination` などがありません (`permit` より後は評価されません)。smtpd は起動を拒み、メールを受信できません。`permit` より前に `reject_unauth_destination` を書いてください。',
      }),
    });
  },
});

function last(file: ConfigurationFile, name: string): Member<Setting> | undefined {
  return file.byName.get(name)?.findLast(({ value }) => counts(value));
}

/** The default keeps strangers out from compatibility level 1 on; below it is empty. */
function relaysByDefault(file: ConfigurationFile): boolean {
  const level = last(file, 'compatibility_level')?.value.value.text ?? '0';
  return !isVersion(level) || compareVersions(level, '1') >= 0;
}

/** As has_required() of smtpd looks through a list: up to a `permit`, and into classes. */
function keepsOut(
  value: string,
  file: ConfigurationFile,
  classes: ReadonlySet<string>,
  depth: number,
): boolean {
  const list = restrictionsIn(value);
  for (let i = 0; i < list.length; i++) {
    const { name, word } = list[i]!;
    if (name === 'warn_if_reject') {
      i++;
      continue;
    }
    if (name === 'permit') return false;
    if (KEEPS_OUT.has(name)) return true;
    if (depth >= DEEPEST || !classes.has(word.text)) continue;
    const inner = last(file, word.text)?.value.value.text ?? '';
    if (inner.includes('$') || keepsOut(inner, file, classes, depth + 1)) return true;
  }
  return false;
}
