import type { LookupTable } from '../../model/lookupTableFile';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'table-duplicate-key',
  on: 'table-file',
  severity: 'warning',
  title: { en: 'A key that was there before', ja: '重複したキー' },
  references: ['postmap(1)', 'postalias(1)'],
  check({ form, lines }, report) {
    // Of patterns and networks the first that matches counts: one that stands twice does no harm.
    if (form !== 'keyed' && form !== 'aliases') return;
    const first = new Map<string, LookupTable['lines'][number]>();
    for (const member of lines) {
      const { lookup, key } = member.value;
      if (lookup === undefined || key === undefined) continue;
      const before = first.get(lookup);
      if (before === undefined) {
        first.set(lookup, member);
        continue;
      }
      report({
        anchor: member.anchor,
        span: key.span,
        tag: 'unnecessary',
        message: message(
          {
            en: '`{key}` stands further up already, and the first counts: this line has no effect. Put all results behind the one key, or remove one line.',
            ja: '`{key}` は上の行にもあり、最初の行だけが有効です。この行に効果はありません。結果を 1 つの行にまとめるか、どちらかを削除してください。',
          },
          { key: key.text },
        ),
        related: [
          {
            anchor: before.anchor,
            span: before.value.key!.span,
            message: message({ en: 'This one counts', ja: 'こちらが有効です' }),
          },
        ],
      });
    }
  },
});
