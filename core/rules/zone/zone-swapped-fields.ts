import { meantFix, problemRule } from '../entryProblems';

export default problemRule({
  name: 'zone-swapped-fields',
  kind: 'swapped-fields',
  title: { en: 'Fields in the wrong order', ja: '項目の順序が違う' },
  references: ['RFC 1035 §3.3.9', 'RFC 2782'],
  says: (problem, _entry, marked) => ({
    text: {
      en: 'The fields of {type} stand in the order {fields}, the name last. {who}',
      ja: '{type} の項目は {fields} の順で、名前は最後に書きます。{who}',
    },
    fixes: meantFix(problem, marked),
  }),
});
