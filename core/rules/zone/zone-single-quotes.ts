import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-single-quotes',
  on: 'zone-entry',
  severity: 'warning',
  title: { en: 'Text in single quotes', ja: '一重引用符で囲まれたテキスト' },
  references: ['RFC 1035 §5.1'],
  check(entry, report) {
    const pieces = entry.strings?.pieces ?? [];
    const first = pieces[0];
    const last = pieces.at(-1);
    if (entry.strings === undefined || first === undefined || last === undefined) return;
    const span = { start: first.source.start, end: last.source.end };
    const whole = entry.text.slice(span.start, span.end);
    const plain = pieces.every((piece) => !piece.quoted);
    if (!plain || whole.length < 2 || !/^['‘’].*['‘’]$/s.test(whole)) return;
    const inner = whole.slice(1, -1);
    const sure = !/['"\\()\n]/.test(inner);
    report({
      span,
      message: message(
        {
          en: 'Only `"` quotes text in a zone file. These single quotes become a part of it, and the blanks inside part it into strings: receivers read `{text}`. Write `"`.',
          ja: 'ゾーンファイルでテキストを囲めるのは `"` だけです。一重引用符はテキストの一部になり、中の空白で文字列が分かれるため、受信側には `{text}` と見えます。`"` で囲んでください。',
        },
        { text: entry.strings.text },
      ),
      fixes: sure
        ? [
            {
              title: message({ en: 'Use double quotes', ja: '二重引用符にする' }),
              edits: [{ span, text: `"${inner}"` }],
            },
          ]
        : [],
    });
  },
});
