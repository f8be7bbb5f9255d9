import { postfixParameter } from '../../facts/postfix';
import { message } from '../../text/message';
import { counts, valuePart } from '../postfixSettings';
import { rule } from '../rule';

export default rule({
  name: 'postfix-unclosed-quote',
  on: 'postfix-setting',
  // The programs start with it; what fails is each delivery.
  severity: 'warning',
  title: { en: 'A command with an unclosed quote', ja: '引用符が閉じていないコマンド' },
  references: ['postconf(5)', 'local(8)'],
  check(setting, report) {
    const type = postfixParameter(setting.name)?.type;
    const command = type?.kind === 'text' && type.shape === 'command';
    const runs = command || setting.name === 'mailbox_command' || setting.name === 'debugger_command';
    if (!runs || !counts(setting)) return;
    const { text } = setting.value;
    const quote = openQuote(text);
    if (quote === undefined) return;
    report({
      span: valuePart(setting, { start: quote, end: quote + 1 }),
      message: message(
        {
          en: 'The quote `{quote}` is not closed: the shell refuses the command, and what it was to do is not done.',
          ja: '引用符 `{quote}` が閉じていません。シェルがコマンドを拒否し、処理は行われません。',
        },
        { quote: text[quote]! },
      ),
    });
  },
});

/** Where a quote opens that nothing closes, as sh reads a command; undefined where a comment or `<<` makes it doubtful. */
function openQuote(text: string): number | undefined {
  if (/(?:^|[\s;&|])#|<</.test(text)) return undefined;
  let open: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const inside = open === undefined ? undefined : text[open];
    if (character === '\\' && inside !== "'") at++;
    else if (inside === undefined) {
      if (character === '"' || character === "'" || character === '`') open = at;
    } else if (character === inside) open = undefined;
    // A command in the midst of a text has quotes of its own.
    else if (inside === '"' && character === '`') return undefined;
    else if (inside === '"' && character === '$' && text[at + 1] === '(') return undefined;
    else if (inside === '`' && (character === '"' || character === "'")) return undefined;
  }
  return open;
}
