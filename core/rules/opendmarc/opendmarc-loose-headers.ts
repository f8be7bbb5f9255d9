import { message } from '../../text/message';
import { effectiveSetting, switchedTo } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-loose-headers',
  on: 'opendmarc-file',
  severity: 'information',
  title: { en: 'Broken headers are not looked at', ja: '壊れたヘッダーの見逃し' },
  references: ['opendmarc.conf(5)', 'RFC 9989 §11.5'],
  check(file, report) {
    const found = effectiveSetting(file, 'RequiredHeaders');
    if (found === undefined || switchedTo(file, 'RequiredHeaders') !== false) return;
    report({
      anchor: found.anchor,
      span: found.value.valueSpan,
      message: message({
        en: 'Messages with no From, or with several, are not refused: DMARC has no one domain to judge there, and readers may show another one. Set `RequiredHeaders true` unless your own programs send such mail.',
        ja: 'From がない、または複数あるメールを拒否しません。DMARC は判定するドメインを決められず、メールソフトは別のドメインを表示するおそれがあります。自分のプログラムがそのようなメールを送らないなら `RequiredHeaders true` にしてください。',
      }),
    });
  },
});
