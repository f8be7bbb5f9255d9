import { commentStart, meantKey } from '../../model/mtaStsPolicyFile';
import { message, type Localized } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-comment',
  on: 'mta-sts-policy-line',
  severity: 'warning',
  title: { en: 'A comment, of which policies have none', ja: 'ポリシーに書けないコメント' },
  references: ['RFC 8461 §3.2'],
  check({ kind, text, field }, report) {
    if (kind === 'comment') {
      const start = /^[\ufeff \t]*/.exec(text)![0].length;
      report({ span: { start, end: text.length }, message: message(LINE) });
      return;
    }
    // The value of an extension may hold any character.
    if (field === undefined || meantKey(field.key) === undefined) return;
    const comment = commentStart(field.value);
    if (comment === undefined) return;
    const { start, end } = field.valueSpan;
    const span = { start: start + comment, end };
    report({
      span: { start: start + comment + /^[ \t]*/.exec(field.value.slice(comment))![0].length, end },
      severity: 'error',
      message: message(BEHIND, { key: field.key }),
      fixes: [
        {
          title: message({ en: 'Remove the comment', ja: 'コメントを削除する' }),
          edits: [{ span, text: '' }],
        },
      ],
    });
  },
});

const LINE: Localized = {
  en: 'Policies have no comments. Some senders (mox, maddy) take a file with such a line for no policy, others skip the line. Remove it.',
  ja: 'ポリシーにコメントは書けません。この行があるとポリシー全体を無効とする送信側（mox、maddy）も、読み飛ばす送信側もあります。削除してください。',
};
const BEHIND: Localized = {
  en: 'Policies have no comments: senders read this as a part of the value of `{key}`, which then is none. Remove it.',
  ja: 'ポリシーにコメントは書けません。`{key}` の値の一部として読まれ、値が正しくなくなります。削除してください。',
};
