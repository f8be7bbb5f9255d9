import type { TagRecord } from '../../records/tagRecord';
import { replacing, spanOf } from '../../records/tagRecord';
import { keywordOf, tagDefinition } from '../../records/definition';
import type { Item } from '../../syntax/tagList';
import { message } from '../../text/message';
import { rule, type Fix } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'dmarc-tag-without-value',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'A part of the record is no `tag=value`', ja: '`タグ=値` の形になっていない部分がある' },
  references: ['RFC 9989 §4.8'],
  check(record, report) {
    if (record.content === 'foreign') return;
    record.list.items.forEach((item, index) => {
      const nameless = item.tag?.name.text === '';
      if (item.text === '' || (item.tag !== undefined && !nameless)) return;
      // The version and addresses behind a wrong separator have rules of their own.
      if ((index === 0 && /^DMARC\d*$/i.test(item.text)) || /^mailto:/i.test(item.text)) return;
      const fix = nameless ? undefined : equalsFix(record, item);
      report({
        span: spanOf(record, item),
        message: message(
          {
            en: '`{text}` is not a tag with a value. Receivers ignore it, or the whole record. Write it as `tag=value`, or remove it.',
            ja: '`{text}` は `タグ=値` の形になっていません。この部分、またはレコード全体が無視されます。`タグ=値` の形に直すか、削除してください。',
          },
          { text: item.text },
        ),
        fixes: fix === undefined ? [] : [fix],
      });
    });
  },
});

/** Where a known name, a blank or colon and one of its words stand, only the `=` is wrong. */
function equalsFix(record: TagRecord, item: Item): Fix | undefined {
  const match = /^([a-z]+)(\s*[:-]\s*|\s+)(\S+)$/i.exec(item.text);
  if (match === null) return undefined;
  const [, name = '', between = '', value = ''] = match;
  const kind = tagDefinition(record.definition, name)?.value;
  const fits =
    kind?.type === 'keyword'
      ? keywordOf(kind, value) !== undefined
      : kind?.type === 'report-uris' && /^mailto:\S+@\S+$/i.test(value);
  if (!fits) return undefined;
  const from = item.from + name.length;
  return {
    title: replaceTitle(between.trim() === '' ? ' ' : between.trim(), '='),
    edits: replacing(record, { from, to: from + between.length }, '='),
  };
}
