import { message } from '../../text/message';
import { daemonOf, fieldsOf } from '../masterServices';
import { rule } from '../rule';

export default rule({
  name: 'master-unexpected-argument',
  on: 'master-service',
  severity: 'error',
  title: { en: 'A word that the daemon does not take', ja: 'デーモンが受け付けない引数' },
  references: ['master(5)'],
  check(service, report) {
    const fields = fieldsOf(service);
    const daemon = fields && daemonOf(fields);
    const first = service.operands[0];
    if (daemon === undefined || first === undefined || daemon.operands === 'attributes') return;
    const last = service.operands.at(-1)!;
    // `-o name = value` and `-o name= value` have a rule of their own.
    if (/^=/.test(first.text) || service.options.at(-1)?.setting?.value.text === '') return;
    const comment = first.text.startsWith('#');
    const end = comment ? lineEnd(service.text, first.span.start) : last.span.end;
    const span = { start: first.span.start, end: Math.max(end, first.span.end) };
    report({
      span,
      ...(daemon.operands === 'ignored' && { severity: 'warning' }),
      message: message(
        comment
          ? {
              en: 'In master.cf a comment needs a line of its own. From here on the words are arguments of `{command}`, and options behind them are not read. Move the comment to a line of its own.',
              ja: 'master.cf のコメントは独立した行に書きます。ここから後は `{command}` の引数になり、後に続くオプションも読まれません。コメントを別の行に移してください。',
            }
          : daemon.operands === 'ignored'
            ? {
                en: '`{command}` takes options only: `{word}` and what follows are passed over, options among them as well. Remove it.',
                ja: '`{command}` が受け付けるのはオプションだけです。`{word}` 以降は、オプションも含めて無視されます。削除してください。',
              }
            : {
                en: '`{command}` takes options only: it stops over `{word}`, and the service fails again and again. Remove it, or put `-o` before a `name=value`.',
                ja: '`{command}` が受け付けるのはオプションだけです。`{word}` でエラー終了し、サービスは失敗し続けます。削除するか、`名前=値` の前に `-o` を付けてください。',
              },
        { command: fields!.command.text, word: first.text },
      ),
      fixes: comment
        ? [
            {
              title: message({
                en: 'Move the comment above the service',
                ja: 'コメントをサービスの上に移す',
              }),
              edits: [
                { span: { start: 0, end: 0 }, text: `${service.text.slice(span.start, span.end)}\n` },
                { span: { start: blanksBefore(service.text, span.start), end: span.end }, text: '' },
              ],
            },
          ]
        : /^\w+=/.test(first.text) && first === last
          ? [
              {
                title: message({ en: 'Insert `-o`', ja: '`-o` を挿入する' }),
                edits: [{ span: { start: first.span.start, end: first.span.start }, text: '-o ' }],
              },
            ]
          : [],
    });
  },
});

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  const end = found < 0 ? text.length : found;
  return text[end - 1] === '\r' ? end - 1 : end;
}

function blanksBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[ \t]/.test(text[start - 1]!)) start--;
  return start;
}
