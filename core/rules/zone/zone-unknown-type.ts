import { insertTitle } from '../titles';
import { meantFix, problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-unknown-type',
  kind: 'unknown-type',
  title: { en: 'A record type that does not exist', ja: '存在しないレコード型' },
  references: ['RFC 1035 §3.2.2', 'RFC 3597 §5'],
  says(problem, _entry, marked) {
    switch (problem.detail) {
      case 'name':
        return {
          fixes: meantFix(problem, marked),
          text: {
            en: '`{text}` is no record type. {who} Correct the name; a type without one is written `TYPEn`.',
            ja: '`{text}` というレコード型はありません。{who}名前を直してください。名前のない型は `TYPEn` と書きます。',
          },
        };
      case 'number':
        return {
          text: {
            en: '`{text}` is no record type: the numbers go from 1 to 65535. {who}',
            ja: '`{text}` というレコード型はありません。番号は 1〜65535 です。{who}',
          },
        };
      case 'owner-is-type':
        return {
          text: {
            en: 'This line begins in the first column, so `{owner}` is read as the owner and `{text}` as the type. {who} Put the owner or a blank in front.',
            ja: '行の先頭から書かれているため、`{owner}` がオーナー名、`{text}` が型とみなされます。{who}先頭にオーナー名か空白を入れてください。',
          },
          fixes: [
            {
              title: insertTitle(' '),
              edits: [{ span: { start: problem.span.start, end: problem.span.start }, text: '\t' }],
            },
          ],
        };
      default:
        return undefined;
    }
  },
});
