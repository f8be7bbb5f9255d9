import { MASTER_COLUMNS } from '../../facts/postfixServices';
import { message } from '../../text/message';
import { fieldsOf } from '../masterServices';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'master-unread-digits',
  on: 'master-service',
  severity: 'warning',
  title: {
    en: 'A number with something behind it that Postfix does not read',
    ja: '数値の後に読まれない文字がある欄',
  },
  references: ['master(5)'],
  check(service, report) {
    const fields = fieldsOf(service);
    if (fields === undefined) return;
    for (const [column, { text, span }] of [
      [5, fields.wakeup],
      [6, fields.limit],
    ] as const) {
      const [, digits, rest] = /^(\d+)(\D.*)$/.exec(text) ?? [];
      // `?`: wake the service only once it is in use.
      if (digits === undefined || rest === undefined || (column === 5 && rest === '?')) continue;
      const kept = column === 5 && rest.endsWith('?') ? `${digits}?` : digits;
      report({
        span: { start: span.start + digits.length, end: span.end },
        message: message(
          {
            en: 'Postfix reads `{text}` as {digits}: the field `{column}` is a plain number without a unit. Write the number that you want.',
            ja: 'Postfix は `{text}` を {digits} と読みます。`{column}` の欄は単位のない数値です。意図した数値を書いてください。',
          },
          { text, digits, column: MASTER_COLUMNS[column]!.name },
        ),
        fixes: [{ title: replaceTitle(text, kept), edits: [{ span, text: kept }] }],
      });
    }
  },
});
