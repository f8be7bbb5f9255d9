import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'host-list-several-entries',
  on: 'host-entry',
  severity: 'warning',
  title: { en: 'Several entries in one line', ja: '1 行に書かれた複数の項目' },
  references: ['opendmarc.conf(5)', 'opendkim.conf(5)'],
  check(entry, report) {
    const { valueSpan, nameSpan, value } = entry;
    const glued = entry.name.includes(',');
    if (value.text === '' && !glued) return;
    report({
      span: value.text === '' ? nameSpan : valueSpan,
      message: message({
        en: 'A line holds one entry: what stands behind it is not read, and a comma is taken for a part of it. Put each entry on a line of its own; a comment begins with `#`.',
        ja: '1 行に書けるのは 1 項目です。後ろは読まれず、コンマは項目の一部とみなされます。項目ごとに行を分けてください。コメントは `#` で始めます。',
      }),
      fixes: [
        {
          title: message({ en: 'One entry a line', ja: '1 行に 1 項目にする' }),
          edits: [
            {
              span: { start: nameSpan.start, end: valueSpan.end },
              text: `${entry.name} ${value.text}`
                .split(/[\s,]+/)
                .filter((word) => word !== '')
                .join('\n'),
            },
          ],
        },
      ],
    });
  },
});
