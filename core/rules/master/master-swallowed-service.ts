import { MASTER_COLUMNS } from '../../facts/postfixServices';
import type { MasterWord } from '../../syntax/masterCf';
import { message } from '../../text/message';
import { fieldsOf } from '../masterServices';
import { rule } from '../rule';

const TYPES: ReadonlySet<string> = new Set(MASTER_COLUMNS[1]!.values.map(({ name }) => name));

export default rule({
  name: 'master-swallowed-service',
  on: 'master-service',
  severity: 'warning',
  title: {
    en: 'An indented service that the one above swallows',
    ja: '上のサービスに飲み込まれる字下げされたサービス',
  },
  references: ['master(5)'],
  check(service, report) {
    const fields = fieldsOf(service);
    if (fields === undefined) return;
    const { operands, text } = service;
    operands.forEach((word, index) => {
      if (!looksLikeService(operands.slice(index, index + 5))) return;
      const from = text.lastIndexOf('\n', word.span.start) + 1;
      if (from === 0 || !/^[ \t]+$/.test(text.slice(from, word.span.start))) return;
      report({
        span: word.span,
        message: message(
          {
            en: 'This line begins with a blank, so its words are arguments of `{above}`; there is no service `{name}`. Begin it in the first column.',
            ja: 'この行は空白で始まるため `{above}` の引数になり、`{name}` というサービスはできません。行頭から書いてください。',
          },
          { above: fields.command.text, name: word.text },
        ),
        fixes: [
          {
            title: message(
              { en: 'Begin `{name}` in the first column', ja: '`{name}` を行頭から始める' },
              { name: word.text },
            ),
            edits: [{ span: { start: from, end: word.span.start }, text: '' }],
          },
        ],
      });
    });
  },
});

/** Name, type and three answers, one behind the other. */
function looksLikeService(words: readonly MasterWord[]): boolean {
  const [, type, ...answers] = words;
  return (
    type !== undefined &&
    TYPES.has(type.text) &&
    answers.length === 3 &&
    answers.every(({ text }) => /^[yn-]$/.test(text))
  );
}
