import { message } from '../../text/message';
import { written } from '../keywordSettings';
import { isCInteger } from '../../values/integer';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-short-keys',
  on: 'opendkim-setting',
  severity: 'warning',
  title: { en: 'Keys too short to be safe are accepted', ja: '短すぎる鍵の受け入れ' },
  references: ['RFC 8301 §3.2'],
  check(setting, report) {
    const text = written(setting);
    if (
      setting.name.toLowerCase() !== 'minimumkeybits' ||
      !(
        isCInteger(text) &&
        Number.parseInt(text, /^0x/i.test(text) ? 16 : text.startsWith('0') ? 8 : 10) < 1024
      )
    )
      return;
    const span = { start: setting.valueSpan.start, end: setting.valueSpan.start + text.length };
    report({
      span,
      message: message(
        {
          en: 'Keys of fewer than 1024 bits can be broken, and signatures made with them must not be accepted (RFC 8301). Leave `{text}` at 1024 or more.',
          ja: '1024 ビット未満の鍵は破られるおそれがあり、その署名を受け入れてはいけません (RFC 8301)。`{text}` ではなく 1024 以上にしてください。',
        },
        { text },
      ),
    });
  },
});
