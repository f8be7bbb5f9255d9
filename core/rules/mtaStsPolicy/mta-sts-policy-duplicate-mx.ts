import type { PolicyFieldLine } from '../../model/mtaStsPolicyFile';
import type { Member } from '../../model/model';
import { message } from '../../text/message';
import { asciiLower } from '../../values/domainName';
import { removingLine, valueOf } from '../policyLines';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-duplicate-mx',
  on: 'mta-sts-policy-file',
  severity: 'information',
  title: { en: 'An `mx` pattern that stands twice', ja: '同じ `mx` のパターンが 2 回書かれている' },
  references: ['RFC 8461 §3.2'],
  check(file, report) {
    const seen = new Map<string, Member<PolicyFieldLine>>();
    for (const member of file.byKey.get('mx') ?? []) {
      const value = valueOf(member.value, 'mx');
      if (value === undefined || value.text === '') continue;
      const pattern = asciiLower(value.text);
      const first = seen.get(pattern);
      if (first === undefined) {
        seen.set(pattern, member);
        continue;
      }
      report({
        anchor: member.anchor,
        span: value.span,
        tag: 'unnecessary',
        message: message(
          {
            en: '`{pattern}` stands above already; once is enough. Remove the line, or write the host that was meant.',
            ja: '`{pattern}` はすでに上にあり、2 回書く必要はありません。行を削除するか、本来のホスト名に直してください。',
          },
          { pattern: value.text },
        ),
        related: [
          {
            anchor: first.anchor,
            span: first.value.field.valueSpan,
            message: message({ en: 'The same pattern', ja: '同じパターン' }),
          },
        ],
        fixes: [
          {
            title: message({ en: 'Remove the line', ja: '行を削除する' }),
            edits: [removingLine(member.value)],
          },
        ],
      });
    }
  },
});
