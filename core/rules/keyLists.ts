// The colon lists of a DKIM key record: h, s and t.
import type { KeywordDefinition } from '../records/definition';
import { replacing, type RecordTag, type TagRecord } from '../records/tagRecord';
import type { Range } from '../syntax/tagList';
import type { Fix } from './rule';
import { replaceTitle } from './titles';

/** The words of a list, whatever stands between them. */
export function listedWords({ value }: RecordTag): string[] {
  return value.text
    .toLowerCase()
    .split(/[\s,:|/]+/)
    .filter((word) => word !== '');
}

/** The word that one of a tag's words stands for: itself, or one it is an alias of. */
export function meantKeyword({ definition }: RecordTag, word: string): KeywordDefinition | undefined {
  const kind = definition?.value;
  if (kind?.type !== 'keyword-list') return undefined;
  const lower = word.toLowerCase();
  return kind.keywords.find(({ value, aliases }) => value === lower || aliases?.includes(lower) === true);
}

/** The fix that writes other words in place of a list, or of a part of it. */
export function listFix(record: TagRecord, part: Range, old: string, text: string): Fix[] {
  return [{ title: replaceTitle(old, text), edits: replacing(record, part, text) }];
}
