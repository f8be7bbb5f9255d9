import { replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { listOfStrayAddress } from '../strayAddress';
import { insertTitle, replaceTitle } from '../titles';

export default rule({
  name: 'dmarc-report-uri-separator',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'Report addresses without a comma between', ja: 'レポートの送付先がカンマで区切られていない' },
  references: ['RFC 9989 §4.8'],
  check(record, report) {
    const { items } = record.list;
    items.forEach((item, index) => {
      const name = listOfStrayAddress(items, index);
      if (name === undefined) return;
      const before = items[index - 1]!;
      report({
        span: spanOf(record, { from: before.separator.to - 1, to: item.to }),
        message: message(
          {
            en: 'The `;` before `{address}` ends `{name}`, so this address gets no report. Write a comma between addresses.',
            ja: '`{address}` の前の `;` で `{name}` が終わってしまい、このアドレスにレポートは送られません。アドレスはカンマで区切ってください。',
          },
          { address: item.text, name },
        ),
        fixes: [
          {
            title: replaceTitle(';', ','),
            edits: replacing(record, { from: before.to, to: item.from }, ','),
          },
        ],
      });
    });
    for (const { read } of record.tags) {
      for (const { problem } of read.type === 'report-uris' ? read.uris : []) {
        if (problem?.kind !== 'blank-between') continue;
        report({
          span: spanOf(record, problem),
          message: message({
            en: 'Only a blank stands between two addresses, so receivers read them as one and send no report. Write a comma between them.',
            ja: '二つのアドレスの間に空白しかないため、一つの URI として読まれ、レポートは送られません。カンマで区切ってください。',
          }),
          fixes: [{ title: insertTitle(','), edits: replacing(record, problem, ',') }],
        });
      }
    }
  },
});
