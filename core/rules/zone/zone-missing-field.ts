import { problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-missing-field',
  kind: 'missing-field',
  title: { en: 'A record that lacks a field', ja: '項目が足りないレコード' },
  references: ['RFC 1035 §3.3', 'RFC 1035 §5.1'],
  says: ({ detail, field }) =>
    detail === 'before'
      ? {
          text: {
            en: 'Before `{text}` something is missing in this {type} record: {fields} ({meaning}). {who}',
            ja: 'この {type} レコードには、`{text}` の前に {fields}（{meaning}）がありません。{who}',
          },
          values: { meaning: field?.meaning ?? '' },
        }
      : {
          text: {
            en: 'This {type} record lacks its {fields}: {meaning}. {who}',
            ja: 'この {type} レコードには {fields}（{meaning}）がありません。{who}',
          },
          values: { meaning: field?.meaning ?? '' },
        },
});
