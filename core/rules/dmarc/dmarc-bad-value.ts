import type { KeywordDefinition, ValueKind } from '../../records/definition';
import type { ListMember, RecordTag, TagRecord } from '../../records/tagRecord';
import { replacing, spanOf } from '../../records/tagRecord';
import type { Range } from '../../syntax/tagList';
import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import { nearest } from '../../values/nearest';
import { rule, type Fix, type Report } from '../rule';
import { removeTitle, replaceTitle } from '../titles';

export default rule({
  name: 'dmarc-bad-value',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'A tag has a value that it cannot have', ja: 'タグの値が正しくない' },
  references: ['RFC 9989 §4.7', 'RFC 9989 §4.10.1', 'RFC 7489 §6.3'],
  check(record, report) {
    for (const tag of record.tags) {
      // The version and the addresses have rules of their own.
      const kind = tag.definition?.value;
      if (kind === undefined || kind.type === 'report-uris' || tag.key === 'v') continue;
      for (const found of judge(record, tag, kind)) report(found);
    }
  },
});

const BAD: Localized = {
  en: '`{value}` is no value for `{name}`. Receivers go on as if the tag were not there. Use {allowed}.',
  ja: '`{value}` は `{name}` の値として正しくありません。受信側はこのタグが無いものとして扱います。{allowed}を指定してください。',
};

const EMPTY: Localized = {
  en: '`{name}` has no value. Receivers go on as if the tag were not there. Use {allowed}, or remove the tag.',
  ja: '`{name}` に値がありません。受信側はこのタグが無いものとして扱います。{allowed}を指定するか、タグを削除してください。',
};

/** RFC 9989 §4.10.1: without sound policies the record as a whole is worth little. */
const BAD_POLICY: Localized = {
  en: '`{value}` is no value for `{name}`. Receivers take the whole record for `p=none` where it names a report address, and ignore it where not. Use {allowed}.',
  ja: '`{value}` は `{name}` の値として正しくありません。受信側は、レポートの送付先があればレコード全体を `p=none` とみなし、なければ無視します。{allowed}を指定してください。',
};

const EMPTY_POLICY: Localized = {
  en: '`{name}` has no value. Receivers take the whole record for `p=none` where it names a report address, and ignore it where not. Use {allowed}, or remove the tag.',
  ja: '`{name}` に値がありません。受信側は、レポートの送付先があればレコード全体を `p=none` とみなし、なければ無視します。{allowed}を指定するか、タグを削除してください。',
};

const POLICIES: ReadonlySet<string> = new Set(['p', 'sp', 'np']);

const EXCLUSIVE: Localized = {
  en: '`{value}` cannot stand beside `{first}` in `{name}`: each asks for reports in a different case. Keep one of them.',
  ja: '`{name}` では `{value}` と `{first}` を併記できません(レポートの条件が異なるため)。どちらか一方だけにしてください。',
};

const TWICE: Localized = {
  en: '`{value}` stands twice in `{name}`; the grammar allows it once. Remove one.',
  ja: '`{name}` に `{value}` が 2 回書かれています。文法上 1 回だけ書けます。片方を削除してください。',
};

function judge(record: TagRecord, tag: RecordTag, kind: ValueKind): Report[] {
  const { read, value, key: name } = tag;
  const policy = POLICIES.has(name);
  if (value.text === '') {
    const words = policy ? EMPTY_POLICY : EMPTY;
    return [{ span: spanOf(record, tag), message: message(words, { name, allowed: allowedWords(kind) }) }];
  }
  const bad = (range: Range, text: string): Report => ({
    span: spanOf(record, range),
    message: message(policy ? BAD_POLICY : BAD, { name, value: text, allowed: allowedWords(kind) }),
    fixes: 'keywords' in kind ? keywordFix(record, range, text, kind.keywords) : [],
  });
  if (read.type === 'keyword') return read.keyword === undefined ? [bad(value, value.text)] : [];
  if (read.type === 'integer') return read.number === undefined ? [bad(value, value.text)] : [];
  if (read.type !== 'keyword-list' || kind.type !== 'keyword-list') return [];
  // A list with other separators is one mistake, not one for each word.
  const listed = value.text.split(/[\s,:/|]+/).filter((word) => word !== '');
  if (!value.text.includes(kind.separator) && listed.length > 1) {
    const known = listed.every((word) =>
      kind.keywords.some((keyword) => keyword.value === word.toLowerCase()),
    );
    const text = listed.join(kind.separator);
    const fix: Fix = { title: replaceTitle(value.text, text), edits: replacing(record, value, text) };
    return [{ ...bad(value, value.text), fixes: known ? [fix] : [] }];
  }
  const seen = new Map<string, ListMember>();
  let before: ListMember | undefined;
  return read.members.flatMap((member) => {
    const said =
      member.keyword === undefined
        ? [bad(member.text === '' ? value : member, member.text)]
        : clash(record, tag, kind, { seen, before }, member);
    if (member.keyword !== undefined && !seen.has(member.keyword.value))
      seen.set(member.keyword.value, member);
    before = member;
    return said;
  });
}

/** What stands before a member of a list: a list may have thousands. */
interface Earlier {
  /** The first of each keyword, in their order. */
  readonly seen: ReadonlyMap<string, ListMember>;
  readonly before: ListMember | undefined;
}

function clash(
  record: TagRecord,
  { key: name }: RecordTag,
  kind: Extract<ValueKind, { type: 'keyword-list' }>,
  { seen, before }: Earlier,
  member: ListMember,
): Report[] {
  const value = member.keyword!.value;
  const span = spanOf(record, member);
  const fixes: Fix[] = [
    {
      title: removeTitle(`${kind.separator}${member.text}`),
      edits: replacing(record, { from: before?.to ?? member.from, to: member.to }, ''),
    },
  ];
  if (seen.has(value)) {
    return [{ span, severity: 'warning', message: message(TWICE, { name, value }), fixes }];
  }
  if (!kind.exclusive.includes(value)) return [];
  const other = [...seen.values()].find(({ keyword }) => kind.exclusive.includes(keyword!.value));
  if (other === undefined) return [];
  return [{ span, severity: 'warning', message: message(EXCLUSIVE, { name, value, first: other.text }) }];
}

function keywordFix(
  record: TagRecord,
  range: Range,
  text: string,
  keywords: readonly KeywordDefinition[],
): Fix[] {
  const lower = text.toLowerCase().replace(/^["'“”‘’]+|["'“”‘’.]+$/g, '');
  const alias = keywords.find(({ value, aliases }) => value === lower || aliases?.includes(lower));
  const meant =
    alias?.value ??
    nearest(
      lower,
      keywords.map(({ value }) => value).filter((word) => word.length > 1),
    );
  if (meant === undefined) return [];
  return [{ title: replaceTitle(text, meant), edits: replacing(record, range, meant) }];
}

/** The values that a tag can have, in words. */
function allowedWords(kind: ValueKind): Localized {
  if (kind.type === 'integer') {
    const bounds = { least: String(kind.least), most: String(kind.most) };
    return {
      en: `a whole number from ${bounds.least} to ${bounds.most}`,
      ja: `${bounds.least} から ${bounds.most} までの整数`,
    };
  }
  if (!('keywords' in kind)) return { en: 'URIs', ja: 'URI ' };
  const words = kind.keywords.map(({ value }) => `\`${value}\``);
  const last = words.at(-1)!;
  if (words.length === 1) return { en: last, ja: `${last} ` };
  const head = words.slice(0, -1).join(', ');
  return kind.type === 'keyword-list'
    ? {
        en: `${head} and ${last} with \`${kind.separator}\` between`,
        ja: `${words.join('、')} を \`${kind.separator}\` で区切ったもの`,
      }
    : { en: `${head} or ${last}`, ja: `${words.join('、')} のいずれか` };
}
