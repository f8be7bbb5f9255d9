import { message } from '../../text/message';
import { firstLetterBoolean } from '../../values/boolean';
import { rule } from '../rule';

/** What OpenDMARC reads as `n/t[u]`. */
const RATE = /^\d*\/[ \t]*[+-]?\d+[smhd]?$/i;

export default rule({
  name: 'opendmarc-bad-restart-rate',
  on: 'opendmarc-file',
  severity: 'error',
  title: { en: 'A restart rate that cannot be read', ja: '読み取れない再起動の頻度' },
  references: ['opendmarc.conf(5)'],
  check(file, report) {
    const restarts = file.byName.get('autorestart')?.at(-1)?.value.value.text ?? '';
    // The rate is only read where it is used.
    const used = firstLetterBoolean(restarts)?.value === true;
    for (const { anchor, value } of file.byName.get('autorestartrate') ?? []) {
      const text = value.value.text.replace(/\r$/, '');
      if (text === '' || text.startsWith('=') || RATE.test(text)) continue;
      report({
        anchor,
        span: { start: value.valueSpan.start, end: value.valueSpan.start + text.length },
        ...(!used && { severity: 'warning' }),
        message: message(
          {
            en: '`{text}` is no rate: with AutoRestart on, OpenDMARC does not start. Write how many restarts in which time, such as `10/1h`.',
            ja: '`{text}` は頻度として読み取れず、AutoRestart が有効だと OpenDMARC は起動しません。`10/1h` のように回数と時間を書いてください。',
          },
          { text },
        ),
      });
    }
  },
});
