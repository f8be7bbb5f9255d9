import { message } from '../../text/message';
import { written } from '../keywordSettings';
import { isCInteger } from '../../values/integer';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-partial-body',
  on: 'opendkim-setting',
  severity: 'warning',
  title: { en: 'Signatures that leave the end of the body open', ja: '本文の末尾を守らない署名' },
  references: ['RFC 6376 §8.2'],
  check(setting, report) {
    const text = written(setting);
    if (setting.name.toLowerCase() !== 'maximumsignedbytes' || !isCInteger(text)) return;
    const span = { start: setting.valueSpan.start, end: setting.valueSpan.start + text.length };
    report({
      span,
      message: message(
        {
          en: 'Signatures then name how much of the body they cover (`l=`), and anyone can put text of their own behind it under your signature. Remove the line.',
          ja: '署名が本文のどこまでを対象とするか (`l=`) を示すようになり、その後ろに誰でも文章を足せます。この行を削除してください。',
        },
        { text },
      ),
    });
  },
});
