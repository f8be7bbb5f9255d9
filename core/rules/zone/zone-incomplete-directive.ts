import type { DirectivePart } from '../../syntax/masterFile/directive';
import { message, type Localized } from '../../text/message';
import { rule } from '../rule';

const WHAT: Readonly<Record<DirectivePart, Localized>> = {
  name: { en: 'a domain name', ja: 'ドメイン名' },
  ttl: { en: 'a time to live', ja: 'TTL' },
  file: { en: 'a file name', ja: 'ファイル名' },
  origin: { en: 'a domain name', ja: 'ドメイン名' },
  date: { en: 'a time', ja: '日時' },
  range: { en: 'a range such as `1-10`', ja: '`1-10` のような範囲' },
  owner: { en: 'an owner name', ja: 'オーナー名' },
  type: { en: 'a record type', ja: 'レコードタイプ' },
  data: { en: 'the data of the records', ja: 'レコードのデータ' },
};

export default rule({
  name: 'zone-incomplete-directive',
  on: 'zone-directive',
  severity: 'error',
  title: { en: 'A directive without what it needs', ja: '値の足りないディレクティブ' },
  references: ['RFC 1035 §5.1', 'RFC 2308 §4'],
  check(directive, report) {
    for (const { kind, part } of directive.problems) {
      if (kind !== 'missing' || part === undefined) continue;
      report({
        span: directive.nameSpan,
        message: message(
          {
            en: '`{name}` lacks {what}, and name servers refuse the zone. Add it behind, or remove the line.',
            ja: '`{name}` に{what}がないため、ネームサーバーはゾーンを拒否します。書き足すか、行を削除してください。',
          },
          { name: `$${directive.name}`, what: WHAT[part] },
        ),
      });
    }
  },
});
