import { POLICY_ID } from '../../records/mtaSts';
import { replacing, spanOf, wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { isCutByComment } from '../../records/dmarcPolicy';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'mta-sts-bad-id',
  on: 'mta-sts',
  severity: 'error',
  title: { en: 'An MTA-STS record without a proper `id`', ja: 'MTA-STS レコードの `id` が正しくない' },
  references: ['RFC 8461 §3.1'],
  check(record, report) {
    if (record.content === 'foreign' || record.text.pieces.length === 0) return;
    const tag = record.byName.get('id');
    if (tag === undefined) {
      // A `;` outside of quotes cut the record off, or only the `=` is wrong: both are reported as that.
      if (isCutByComment(record.entry) || record.list.items.some(({ text }) => /^id\b/i.test(text))) return;
      report({
        span: wholeSpan(record),
        message: message({
          en: 'The record has no `id`, so senders take the domain to have no MTA-STS. Add `id=` and 1 to 32 letters and digits, such as the date and time.',
          ja: 'レコードに `id` がないため、送信側は MTA-STS がないものとして扱います。`id=` と 1～32 文字の英数字(日時など)を追加してください。',
        }),
      });
      return;
    }
    const { value } = tag;
    if (POLICY_ID.test(value.text)) return;
    const meant = value.text.replace(/[^A-Za-z0-9]+/g, '');
    report({
      span: spanOf(record, value.text === '' ? tag : value),
      message: message(
        {
          en: '`{value}` is no `id`: it takes 1 to 32 letters and digits, nothing else. Senders take the domain to have no MTA-STS.',
          ja: '`{value}` は `id` として正しくありません。使えるのは 1～32 文字の英数字だけです。送信側は MTA-STS がないものとして扱います。',
        },
        { value: value.text },
      ),
      fixes: POLICY_ID.test(meant)
        ? [{ title: replaceTitle(value.text, meant), edits: replacing(record, value, meant) }]
        : [],
    });
  },
});
