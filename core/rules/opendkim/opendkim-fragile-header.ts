import { message } from '../../text/message';
import { replaceTitle } from '../titles';
import { written } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-fragile-header',
  on: 'opendkim-setting',
  severity: 'information',
  title: { en: 'Header fields signed to the last blank', ja: '空白まで厳密に署名されるヘッダー' },
  references: ['RFC 6376 §3.4.1'],
  check(setting, report) {
    const text = written(setting);
    if (setting.name.toLowerCase() !== 'canonicalization' || !/^simple(?:\/|$)/i.test(text)) return;
    const span = { start: setting.valueSpan.start, end: setting.valueSpan.start + text.length };
    report({
      span,
      message: message(
        {
          en: 'With `simple` for the header, a mail server that folds or trims a field breaks the signature. `relaxed/simple` survives that.',
          ja: 'ヘッダーを `simple` にすると、途中の MTA がヘッダーを折り返したり空白を整えたりしただけで署名が壊れます。`relaxed/simple` なら耐えられます。',
        },
        { text },
      ),
      fixes: [
        {
          title: replaceTitle(text, text.replace(/^simple/i, 'relaxed')),
          edits: [{ span: { start: span.start, end: span.start + 6 }, text: 'relaxed' }],
        },
      ],
    });
  },
});
