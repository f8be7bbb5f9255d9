import type { Localized } from '../../text/message';
import { meantFix, problemRule } from '../entryProblems';

const WORDS: Readonly<Record<string, Localized>> = {
  length: {
    en: 'Behind `\\#` stands the number of octets (0 to 65535) and then the octets in hexadecimal. {who}',
    ja: '`\\#` の後にはオクテット数（0〜65535）、続けて 16 進のデータを書きます。{who}',
  },
  character: {
    en: '`{text}` is no hex digit. {who}',
    ja: '`{text}` は 16 進数字ではありません。{who}',
  },
  odd: {
    en: 'The hex digits do not come in pairs: a part is missing. {who}',
    ja: '16 進数字が 2 桁ずつになっておらず、一部が欠けています。{who}',
  },
  mismatch: {
    en: 'The length says {length} octets, and {octets} follow. {who} Correct the number if the data is whole.',
    ja: '長さは {length} と書かれていますが、データは {octets} オクテットです。{who}データが揃っているなら数を直してください。',
  },
  'not-of-type': {
    en: 'These octets are no data of type {type}. {who} Write the record in its own form.',
    ja: 'このオクテット列は {type} のデータになっていません。{who}その型の通常の書式で書いてください。',
  },
  'only-generic': {
    en: 'Type {type} has no form of its own: write `\\#`, the number of octets and the octets in hexadecimal. {who}',
    ja: '{type} には専用の書式がありません。`\\#`、オクテット数、16 進データの順に書いてください。{who}',
  },
};

export default problemRule({
  name: 'zone-bad-generic-data',
  kind: 'bad-generic-data',
  title: {
    en: 'Data in the form `\\# length hex` that is wrong',
    ja: '`\\# 長さ 16進` 形式のデータが正しくない',
  },
  references: ['RFC 3597 §5'],
  says(problem, entry) {
    const text = WORDS[problem.detail ?? ''];
    if (text === undefined) return undefined;
    // The number is sure only where the data cannot have been cut.
    const marked = entry.text.slice(problem.span.start, problem.span.end);
    return { text, fixes: problem.detail === 'mismatch' ? meantFix(problem, marked) : [] };
  },
});
