import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'postfix-nul-character',
  on: 'postfix-setting',
  severity: 'error',
  title: { en: 'A NUL character that cuts a line off', ja: '行を途中で切る NUL 文字' },
  references: ['postconf(5)'],
  check(setting, report) {
    let at = 0;
    for (const line of setting.text.split('\n')) {
      // What follows on further lines of the same setting is lost as well, so only the first one counts.
      const nul = /^\s*#/.test(line) ? -1 : line.indexOf('\0');
      if (nul >= 0) {
        const start = at + nul;
        report({
          span: { start, end: start + 1 },
          message: message({
            en: 'A NUL character ends the line for Postfix: nothing behind it is read, nor are the lines that continue it. Take it out.',
            ja: 'NUL 文字があるため、Postfix はここから後ろと継続行を読みません。取り除いてください。',
          }),
          fixes: [
            {
              title: message({ en: 'Take out the NUL character', ja: 'NUL 文字を取り除く' }),
              edits: [{ span: { start, end: start + 1 }, text: '' }],
            },
          ],
        });
        return;
      }
      at += line.length + 1;
    }
  },
});
