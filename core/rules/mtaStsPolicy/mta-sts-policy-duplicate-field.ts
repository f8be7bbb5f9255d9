import { message } from '../../text/message';
import { removingLine } from '../policyLines';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-duplicate-field',
  on: 'mta-sts-policy-file',
  severity: 'warning',
  title: { en: 'A field that stands twice', ja: '同じフィールドが 2 回書かれている' },
  references: ['RFC 8461 §3.2'],
  check(file, report) {
    for (const [key, [first, ...others]] of file.byKey) {
      if (key === 'mx' || first === undefined) continue;
      for (const { anchor, value: line } of others) {
        report({
          anchor,
          span: line.field.keySpan,
          tag: 'unnecessary',
          message: message(
            {
              en: '`{key}` stands above already. By the standard the first one counts, yet postfix-mta-sts-resolver takes the last. Keep one.',
              ja: '`{key}` はすでに上にあります。規格では最初のものが有効ですが、postfix-mta-sts-resolver は最後のものを使います。1 つにしてください。',
            },
            { key },
          ),
          related: [
            {
              anchor: first.anchor,
              span: first.value.field.keySpan,
              message: message({ en: 'This one counts', ja: 'こちらが有効です' }),
            },
          ],
          // Only where it makes no difference which one goes.
          fixes:
            line.field.value === first.value.field.value
              ? [
                  {
                    title: message({ en: 'Remove the line', ja: '行を削除する' }),
                    edits: [removingLine(line)],
                  },
                ]
              : [],
        });
      }
    }
  },
});
