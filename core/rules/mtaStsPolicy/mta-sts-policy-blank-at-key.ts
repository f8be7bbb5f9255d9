import { meantKey } from '../../model/mtaStsPolicyFile';
import { message, type Localized } from '../../text/message';
import type { Span } from '../../text/span';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-blank-at-key',
  on: 'mta-sts-policy-line',
  severity: 'warning',
  title: { en: 'A blank before a key or before its colon', ja: 'キーやコロンの前の空白' },
  references: ['RFC 8461 §3.2'],
  check({ field, marked }, report) {
    if (field === undefined || field.key === '' || meantKey(field.key) === undefined) return;
    const { keySpan, colon, key } = field;
    const say = (span: Span, text: Localized): void => {
      if (span.start === span.end) return;
      report({
        span,
        message: message(text, { key }),
        fixes: [
          {
            title: message({ en: 'Remove the blank', ja: '空白を削除する' }),
            edits: [{ span, text: '' }],
          },
        ],
      });
    };
    say({ start: marked ? 1 : 0, end: keySpan.start }, BEFORE);
    say({ start: keySpan.end, end: colon }, BEHIND);
  },
});

const BEFORE: Localized = {
  en: 'A line begins with its key. Behind a blank, strict senders (mox, postfix-mta-sts-resolver) find no `{key}`. Remove the blank.',
  ja: '行はキーで始まります。前に空白があると、厳密な送信側（mox、postfix-mta-sts-resolver）は `{key}` を認識しません。空白を削除してください。',
};
const BEHIND: Localized = {
  en: 'The colon stands right behind its key; blanks may only follow it. Strict senders (mox, postfix-mta-sts-resolver) find no `{key}` here. Remove the blank.',
  ja: 'コロンはキーの直後に置き、空白はその後ろにだけ書けます。厳密な送信側（mox、postfix-mta-sts-resolver）は `{key}` を認識しません。空白を削除してください。',
};
