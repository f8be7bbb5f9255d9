import { answered, ask } from '../../evaluate/dns';
import { viewResolver } from '../../model/zone/resolver';
import { modifiersOf } from '../../syntax/spf/record';
import { spanOf } from '../../records/textRecord';
import { message, type Localized } from '../../text/message';
import { absoluteName } from '../../values/domainName';
import { rule } from '../rule';

export default rule({
  name: 'spf-missing-explanation',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'An `exp` that leads to no explanation', ja: '説明文のない `exp`' },
  references: ['RFC 7208 §6.2'],
  check(owner, report) {
    for (const { anchor, record } of owner.spf) {
      for (const exp of modifiersOf(record.syntax, 'exp')) {
        const target = exp.domain?.literal;
        const name = target === undefined ? undefined : absoluteName(target, '.');
        if (name === undefined) continue;
        const answer = answered(ask('TXT', name), viewResolver(owner.zone));
        if (answer.status === 'failed') continue;
        const count = answer.status === 'found' ? new Set(answer.records).size : 0;
        if (count === 1) continue;
        report({
          anchor,
          span: spanOf(record, exp),
          message: message(count === 0 ? NONE : SEVERAL, { target: target!, count }),
        });
      }
    }
  },
});

const NONE: Localized = {
  en: 'There is no TXT record at `{target}`, so rejected mail comes back without the explanation. Add the record, or remove the `exp`.',
  ja: '`{target}` に TXT レコードがないため、拒否されたメールに説明文が付きません。レコードを追加するか、`exp` を削除してください。',
};
const SEVERAL: Localized = {
  en: '{count} TXT records stand at `{target}`; receivers use an explanation only where there is one. Keep that one.',
  ja: '`{target}` に TXT レコードが {count} 個あります。説明文は一つだけの場合にしか使われません。一つだけ残してください。',
};
