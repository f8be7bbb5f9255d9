import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { problemsIn, replaceFix } from '../spfProblems';

export default rule({
  name: 'spf-wrong-separator',
  on: 'spf-record',
  severity: 'error',
  title: { en: '`=` and `:` mixed up', ja: '`=` と `:` の取り違え' },
  references: ['RFC 7208 §4.6.1'],
  check(record, report) {
    for (const { term } of problemsIn(record, 'modifier-as-mechanism')) {
      const colon = term.separator.text === ':' && term.argument.text !== '' && term.from === term.name.from;
      report({
        span: spanOf(record, { from: term.from, to: Math.max(term.separator.to, term.name.to) }),
        message: message(
          {
            en: '`{name}` is a modifier and takes its domain behind `=`. As it stands receivers discard the whole record (permerror). Write `{name}=domain`.',
            ja: '`{name}` は修飾子で、ドメインは `=` の後に書きます。このままではレコード全体が無効になります(permerror)。`{name}=ドメイン` と書いてください。',
          },
          { name: term.name.text },
        ),
        fixes: colon ? [replaceFix(record, term.separator, '=')] : [],
      });
    }
    for (const { term } of problemsIn(record, 'mechanism-as-modifier')) {
      report({
        span: spanOf(record, { from: term.name.from, to: term.separator.to }),
        message: message(
          {
            en: '`{name}` is a mechanism. With `=` it becomes an unknown modifier, which receivers skip, so it does nothing. Write `:`.',
            ja: '`{name}` はメカニズムです。`=` では未知の修飾子になって読み飛ばされ、効果がありません。`:` と書いてください。',
          },
          { name: term.name.text },
        ),
        fixes: /^all$/i.test(term.name.text) ? [] : [replaceFix(record, term.separator, ':')],
      });
    }
  },
});
