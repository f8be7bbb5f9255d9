import { removing, spanOf } from '../../records/tagRecord';
import type { RecordTag, TagRecord } from '../../records/tagRecord';
import { effectiveKeyword } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'dmarc-redundant-default',
  on: 'dmarc-policy',
  severity: 'hint',
  title: { en: 'A tag that only states its default', ja: '既定値と同じ値を指定しているタグ' },
  references: ['RFC 9989 §4.7'],
  check(record, report) {
    for (const tag of record.tags) {
      if (!statesDefault(record, tag)) continue;
      const written = `${tag.name.text}=${tag.value.text}`;
      report({
        span: spanOf(record, tag),
        message: message(
          {
            en: '`{written}` is what holds without the tag as well. It can be left out.',
            ja: '`{written}` はタグを省略した場合と同じです。省略できます。',
          },
          { written },
        ),
        tag: 'unnecessary',
        fixes: [{ title: removeTitle(written), edits: removing(record, tag) }],
      });
    }
  },
});

function statesDefault(record: TagRecord, { key, definition, read, value }: RecordTag): boolean {
  // The policy belongs into every record, and what RFC 9989 removed has a rule of its own.
  if (definition === undefined || key === 'p' || definition.status?.rfc9989 === 'removed') return false;
  if (read.type === 'keyword-list') return value.text === definition.default;
  if (read.type !== 'keyword' || read.keyword === undefined) return false;
  const inherited = definition.inherits?.map((name) => effectiveKeyword(record, name))[0];
  return read.keyword.value === (inherited ?? definition.default);
}
