import type { ZoneEntry } from '../../syntax/masterFile/entry';
import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import type { Span } from '../../text/span';
import { problemRule, removal } from '../entryProblems';
import type { Fix } from '../rule';
import { removeTitle } from '../titles';

const WORDS: Readonly<Record<string, Localized>> = {
  'second-ttl': {
    en: 'A TTL stands in front of this already. {who} Remove one of them.',
    ja: 'TTL がすでに書かれています。{who}一方を削除してください。',
  },
  'second-class': {
    en: 'A class stands in front of this already. {who} Remove one of them.',
    ja: 'クラスがすでに書かれています。{who}一方を削除してください。',
  },
  'class-behind-type': {
    en: 'The class stands before the type: `{text} {type}`. {who}',
    ja: 'クラスは型の前に `{text} {type}` のように書きます。{who}',
  },
  'ttl-behind-type': {
    en: 'The TTL stands before the type: `{text} {type}`. {who}',
    ja: 'TTL は型の前に `{text} {type}` のように書きます。{who}',
  },
};

export default problemRule({
  name: 'zone-misplaced-head',
  kind: 'misplaced-head',
  title: {
    en: 'A TTL or class that stands twice or behind the type',
    ja: 'TTL やクラスが二重、または型の後にある',
  },
  references: ['RFC 1035 §5.1'],
  says(problem, entry, marked) {
    const text = WORDS[problem.detail ?? ''];
    return text && { text, fixes: fixes(problem.detail ?? '', problem.span, entry, marked) };
  },
});

function fixes(detail: string, span: Span, entry: ZoneEntry, marked: string): Fix[] {
  if (detail === 'second-ttl' || detail === 'second-class') {
    const other = detail === 'second-ttl' ? entry.ttl?.span : entry.class;
    const same =
      other !== undefined && entry.text.slice(other.start, other.end).toLowerCase() === marked.toLowerCase();
    return same ? [{ title: removeTitle(marked), edits: [removal(entry, span)] }] : [];
  }
  const stated = detail === 'class-behind-type' ? entry.class : entry.ttl;
  const { type } = entry;
  if (stated !== undefined || type === undefined) return [];
  const title = message(
    { en: 'Move `{text}` before the type', ja: '`{text}` を型の前へ移す' },
    { text: marked },
  );
  return [
    {
      title,
      edits: [{ span: { start: type.start, end: type.start }, text: `${marked} ` }, removal(entry, span)],
    },
  ];
}
