import { problemRule } from '../entryProblems';
import { replaceTitle } from '../titles';

export default problemRule({
  name: 'zone-foreign-comment',
  kind: 'foreign-comment',
  title: { en: 'A comment of another language', ja: '別の言語の書式のコメント' },
  references: ['RFC 1035 §5.1'],
  says: ({ span }, _entry, marked) => ({
    text: {
      en: 'A comment begins with `;` in a zone file; after `{mark}` this line is read as a record. {who}',
      ja: 'ゾーンファイルのコメントは `;` で始めます。`{mark}` で始まる行はレコードとして読まれます。{who}',
    },
    fixes: [{ title: replaceTitle(marked, ';'), edits: [{ span, text: ';' }] }],
  }),
});
