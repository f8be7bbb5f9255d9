import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-circular-include',
  on: 'zone-directive',
  severity: 'error',
  title: { en: 'Files that include each other in a circle', ja: 'ファイルの取り込みが循環している' },
  references: ['RFC 1035 §5.1'],
  check(directive, report) {
    const { include, inclusion } = directive;
    if (include === undefined || inclusion?.problem !== 'circular') return;
    report({
      span: include.fileSpan,
      message: message(
        inclusion.direct
          ? {
              en: '`{file}` is this file, or one that includes it: name servers read in a circle until they give up, and refuse the zone. Remove the line.',
              ja: '`{file}` はこのファイル自身か、これを取り込んでいるファイルです。取り込みが終わらないため、ネームサーバーはゾーンを拒否します。行を削除してください。',
            }
          : {
              en: 'By way of `{file}` files include each other in a circle (`{inner}`): name servers read until they give up, and refuse the zone.',
              ja: '`{file}` をたどると取り込みが循環しています (`{inner}`)。取り込みが終わらないため、ネームサーバーはゾーンを拒否します。',
            },
        { file: include.file, inner: inclusion.file },
      ),
    });
  },
});
