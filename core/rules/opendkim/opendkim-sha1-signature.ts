import { message } from '../../text/message';
import { replaceTitle } from '../titles';
import { written } from '../keywordSettings';
import { rule } from '../rule';

export default rule({
  name: 'opendkim-sha1-signature',
  on: 'opendkim-setting',
  severity: 'warning',
  title: { en: 'Signatures with SHA-1', ja: 'SHA-1 による署名' },
  references: ['RFC 8301 §3.1'],
  check(setting, report) {
    const text = written(setting);
    if (setting.name.toLowerCase() !== 'signaturealgorithm' || !/^rsa-sha1$/i.test(text)) return;
    const span = { start: setting.valueSpan.start, end: setting.valueSpan.start + text.length };
    report({
      span,
      message: message(
        {
          en: 'Signatures with SHA-1 must not be made any more (RFC 8301), and receivers take them for none. Write `rsa-sha256`.',
          ja: 'SHA-1 による署名は禁止されており (RFC 8301)、受信側では署名なしとみなされます。`rsa-sha256` と書いてください。',
        },
        { text },
      ),
      fixes: [{ title: replaceTitle(text, 'rsa-sha256'), edits: [{ span, text: 'rsa-sha256' }] }],
    });
  },
});
