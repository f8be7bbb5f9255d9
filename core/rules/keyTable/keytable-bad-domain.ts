import { message } from '../../text/message';
import { keyFields } from '../../syntax/columnFile';
import { rule } from '../rule';

/** A name of several labels; underscores are not usual, but resolve. */
const DOMAIN = /^(?=.{1,253}$)[\w](?:[\w-]{0,61}\w)?(?:\.[\w](?:[\w-]{0,61}\w)?)+$/;
const SELECTOR = /^(?=.{1,200}$)\w(?:[\w-]{0,61}\w)?(?:\.\w(?:[\w-]{0,61}\w)?)*$/;

export default rule({
  name: 'keytable-bad-domain',
  on: 'opendkim-key',
  severity: 'error',
  title: { en: 'A domain or selector that is no name', ja: '名前になっていないドメインやセレクター' },
  references: ['RFC 6376 §3.1', 'RFC 6376 §3.5'],
  check(row, report) {
    const fields = keyFields(row.value.text);
    if (fields === undefined) return;
    const { start } = row.valueSpan;
    const parts = [
      { text: fields.domain, at: 0, good: fields.domain === '%' || DOMAIN.test(fields.domain) },
      { text: fields.selector, at: fields.selectorStart, good: SELECTOR.test(fields.selector) },
    ];
    for (const { text, at, good } of parts) {
      if (good) continue;
      report({
        span: { start: start + at, end: start + at + text.length },
        message: message(
          at === 0
            ? {
                en: '`{text}` is no domain: the signatures made with it (`d=`) are valid nowhere. Write one such as `example.com`, or `%` for the sender’s own.',
                ja: '`{text}` はドメインではありません。これを使った署名 (`d=`) はどこでも無効です。`example.com` のようなドメインか、送信者のドメインを表す `%` を書いてください。',
              }
            : {
                en: '`{text}` is no selector: receivers cannot look for a key under such a name. Use letters, digits and hyphens.',
                ja: '`{text}` はセレクターとして使えません。受信側はこの名前の鍵を探せません。英数字とハイフンを使ってください。',
              },
          { text },
        ),
      });
    }
  },
});
