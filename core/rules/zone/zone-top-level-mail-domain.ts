import { message } from '../../text/message';
import { rule } from '../rule';
import { shown, targetsOf, typeSpan } from '../zoneRecords';

export default rule({
  name: 'zone-top-level-mail-domain',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'A mail domain without a dot', ja: 'ドットのないメールドメイン' },
  references: ['RFC 5321 §2.3.5'],
  check({ name, labels, records }, report) {
    if (labels.length > 1 || labels[0] === '*') return;
    for (const { anchor, value } of records) {
      const target = value.typeName === 'MX' ? targetsOf(value)[0] : undefined;
      if (target === undefined || target.name === '.') continue;
      report({
        anchor,
        span: typeSpan(value),
        message: message(
          {
            en: '`{name}` is a top-level domain or the root. Most mail software takes an address without a dot behind the `@` for a local one, so mail hardly ever arrives. Use a domain below it.',
            ja: '`{name}` はトップレベルドメインまたはルートです。`@` の後にドットのないアドレスはローカルのものと解釈されることが多く、メールはまず届きません。下位のドメインを使ってください。',
          },
          { name: shown(name) },
        ),
      });
    }
  },
});
