import { message } from '../../text/message';
import { effectiveSetting, switchedTo } from '../keywordFiles';
import { rule } from '../rule';

export default rule({
  name: 'opendmarc-no-spf',
  on: 'opendmarc-file',
  severity: 'information',
  title: { en: 'No SPF result counts', ja: 'SPF の結果がまったく使われない' },
  references: ['opendmarc.conf(5)', 'RFC 9989 §4.4.2'],
  check(file, report) {
    const ignoring = effectiveSetting(file, 'SPFIgnoreResults');
    if (ignoring === undefined || switchedTo(file, 'SPFIgnoreResults') !== true) return;
    if (switchedTo(file, 'SPFSelfValidate') === true) return;
    report({
      anchor: ignoring.anchor,
      span: ignoring.value.nameSpan,
      message: message({
        en: 'SPF results of others are ignored here, and OpenDMARC makes none of its own: mail that only SPF vouches for fails DMARC. Add `SPFSelfValidate true`, or remove this line.',
        ja: 'ほかのプログラムの SPF の結果を無視し、OpenDMARC 自身も SPF を検査しません。SPF だけで認証されるメールは DMARC に失敗します。`SPFSelfValidate true` を加えるか、この行を削除してください。',
      }),
    });
  },
});
