import { spfTermDefinition } from '../../records/spfTerms';
import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

/** RFC 7208 §4.6.4. */
const LIMIT = 10;

export default rule({
  name: 'spf-too-many-lookups',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'More than ten DNS lookups', ja: 'DNS 参照が 10 回を超えている' },
  references: ['RFC 7208 §4.6.4'],
  check(record, report) {
    const costly = record.syntax.terms.filter(
      (term) =>
        term.kind !== 'unknown' &&
        spfTermDefinition(term.name.text)?.counted === true &&
        !(term.kind === 'modifier' && term.modifier !== 'redirect'),
    );
    const over = costly[LIMIT];
    if (over === undefined) return;
    report({
      span: spanOf(record, { from: over.from, to: costly.at(-1)!.to }),
      message: message(
        {
          en: 'This record alone needs {count} DNS lookups; receivers stop after {limit} and give permerror. Replace names by `ip4` and `ip6`, or drop services that no longer send.',
          ja: 'このレコードだけで DNS 参照が {count} 回必要です。受信側は {limit} 回で打ち切り、permerror になります。名前を `ip4` や `ip6` に置き換えるか、使っていないサービスを外してください。',
        },
        { count: costly.length, limit: LIMIT },
      ),
    });
  },
});
