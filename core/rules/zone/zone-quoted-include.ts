import { innerSpan, isClosed } from '../../syntax/masterFile/strings';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-quoted-include',
  on: 'zone-directive',
  severity: 'warning',
  title: { en: 'A file name in quotes', ja: '引用符で囲まれたファイル名' },
  references: ['RFC 1035 §5.1'],
  check(directive, report) {
    const { text, include } = directive;
    const [token] = directive.arguments;
    if (include?.quoted !== true || token === undefined || !isClosed(text, token)) return;
    const inner = innerSpan(text, token);
    const file = text.slice(inner.start, inner.end);
    // A name with blanks or with what masters files read specially cannot do without.
    const plain = /^[^\s;()"\\]+$/.test(file);
    report({
      span: token.span,
      message: message(
        plain
          ? {
              en: 'NSD takes the quotes for a part of the file’s name and finds no such file; BIND and Knot DNS read it. Remove the quotes.',
              ja: 'NSD は引用符もファイル名の一部とみなすため、ファイルを見つけられません (BIND と Knot DNS は読めます)。引用符を外してください。',
            }
          : {
              en: 'NSD cannot read a file name in quotes, and this one needs them; BIND and Knot DNS read it. Give the file a name of plain characters.',
              ja: 'NSD は引用符で囲まれたファイル名を読めませんが、この名前には引用符が必要です (BIND と Knot DNS は読めます)。空白や記号のないファイル名にしてください。',
            },
      ),
      ...(plain && {
        fixes: [
          {
            title: message({ en: 'Remove the quotes', ja: '引用符を外す' }),
            edits: [{ span: token.span, text: file }],
          },
        ],
      }),
    });
  },
});
