import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { counts, replaceValue, trailingComments, valuePart } from '../postfixSettings';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

const LISTS = /^(?:smtpd?|lmtp|postscreen|tlsproxy(?:_client)?)_tls_(?:mandatory_)?protocols$/;
const NAMES = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

export default rule({
  name: 'postfix-bad-tls-protocol',
  on: 'postfix-setting',
  severity: 'warning',
  title: { en: 'A TLS version that Postfix does not know', ja: 'Postfix の知らない TLS のバージョン' },
  references: ['postconf(5)', 'TLS_README'],
  check(setting, report) {
    const value = setting.value.text;
    if (!LISTS.test(setting.name) || !counts(setting) || value.includes('$')) return;
    if (trailingComments(setting).length > 0) return;
    for (const { 0: word, index } of value.matchAll(/[^\s,:]+/g)) {
      const [, sign = '', name = ''] = /^(>=|<=|!?)(.*)$/s.exec(word) ?? [];
      const folded = name.toLowerCase();
      // Behind `>=` and `<=` OpenSSL's number of a version will do.
      const number = sign !== '' && sign !== '!' && /^(?:0x)?[0-9a-f]+$/i.test(name);
      if (number || NAMES.some((known) => known.toLowerCase() === folded)) continue;
      const start = index + sign.length;
      const part = { start: name === '' ? index : start, end: index + word.length };
      const meant = name === '' ? undefined : (usual(folded) ?? nearest(name, NAMES));
      report({
        span: valuePart(setting, part),
        message: message(
          {
            en: '`{name}` is no version of TLS: Postfix cannot use the list, and goes on without TLS or refuses to deliver. Known are {names}, with `>=`, `<=` or `!` before them.',
            ja: '`{name}` は TLS のバージョンではありません。Postfix はこのリストを使えず、TLS なしで動作するか配送を見合わせます。使えるのは {names} で、前に `>=`、`<=`、`!` を付けられます。',
          },
          { name: word, names: NAMES.join(', ') },
        ),
        fixes:
          meant === undefined
            ? []
            : [{ title: replaceTitle(name, meant), edits: [replaceValue(setting, part, meant)] }],
      });
    }
  },
});

/** `TLS1.2`, `TLSv12`, `tls-1.2`: what others write. */
function usual(folded: string): string | undefined {
  const digits = /^tls[v-]?1[.-]?([0-3])?(?:\.0)?$/.exec(folded);
  if (digits === null) return undefined;
  const minor = digits[1] ?? '0';
  return minor === '0' ? 'TLSv1' : `TLSv1.${minor}`;
}
