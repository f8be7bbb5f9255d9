import type { TagVocabulary } from '../syntax/tagList';
import type { Localized } from '../text/message';

/** One word that a tag's value can be. */
export interface KeywordDefinition {
  /** In the case in which it is written. */
  readonly value: string;
  /** What it does, in a line. */
  readonly meaning: Localized;
  /** What people write for it by mistake, in lower case: `relaxed` for `r`. */
  readonly aliases?: readonly string[];
}

/** What a tag's value is made of. */
export type ValueKind =
  | {
      readonly type: 'keyword';
      readonly keywords: readonly KeywordDefinition[];
      readonly caseSensitive?: true;
    }
  | {
      readonly type: 'keyword-list';
      readonly keywords: readonly KeywordDefinition[];
      readonly separator: string;
      /** Of these at most one may be given. */
      readonly exclusive: readonly string[];
    }
  | { readonly type: 'integer'; readonly least: number; readonly most: number }
  | {
      readonly type: 'report-uris';
      /** Reports may be posted over HTTPS, too (RFC 8460 §3). */
      readonly https?: true;
    }
  /** A single HTTPS URI; empty where that has a meaning. */
  | { readonly type: 'https-uri' }
  /** Base64, blanks anywhere (RFC 6376 §2.10). */
  | { readonly type: 'base64' }
  /** Free text, or text of a form. */
  | { readonly type: 'text'; readonly form?: RegExp };

/** Where a tag stands in the two standards that readers follow. */
export interface TagStatus {
  /** `rfc9091`: unknown to RFC 7489 itself, added by RFC 9091. */
  readonly rfc7489: 'required' | 'optional' | 'rfc9091' | 'unknown';
  readonly rfc9989: 'required' | 'recommended' | 'optional' | 'removed';
}

/** One tag of a record: what completion, hover, the checks and the generator know of it. */
export interface TagDefinition {
  /** In lower case. */
  readonly name: string;
  /** Its name in words. */
  readonly title: Localized;
  /** Markdown: what it is for and what to watch. */
  readonly documentation: Localized;
  readonly value: ValueKind;
  /** The value that holds where the tag is absent. */
  readonly default?: string;
  /** The tags whose value it takes where it is absent, the first present one; goes before {@link default}. */
  readonly inherits?: readonly string[];
  /** Of DMARC's tags. */
  readonly status?: TagStatus;
  /** Of the other records' tags: how much the standard asks for it; `historic`: it was taken out of the standard. */
  readonly need?: 'required' | 'recommended' | 'optional' | 'historic';
  /** Where it is laid down. */
  readonly reference: string;
  /** The generator's question: one sentence that explains the choice. Absent: it does not ask. */
  readonly question?: Localized;
}

/** A whole record to begin with. */
export interface RecordBeginning {
  /**
   * Decoded; `{domain}` stands for the domain that it is for, without final dot, `{now}` for the moment as a policy's
   * identifier.
   */
  readonly text: string;
  /** What it does, in a few words. */
  readonly detail: Localized;
}

/** A record type that is a tag list. */
export interface RecordDefinition {
  readonly kind: string;
  readonly title: Localized;
  /** The tag that must come first, and its only value. */
  readonly version: { readonly tag: string; readonly value: string };
  /**
   * What becomes of a tag that stands twice: the first one counts, or the standard does not say. Absent: the record is
   * void, as tag lists are (RFC 6376 §3.2).
   */
  readonly duplicates?: 'first' | 'unsaid';
  /** What completion offers for an empty record, the safest first. */
  readonly beginnings?: readonly RecordBeginning[];
  readonly tags: readonly TagDefinition[];
  readonly byName: ReadonlyMap<string, TagDefinition>;
  /** What the tag-list parser is told, so that it sees where a `;` was forgotten. */
  readonly vocabulary: TagVocabulary;
  readonly reference: string;
}

/** A record definition with what follows from its tags. */
export function defineRecord(record: Omit<RecordDefinition, 'byName' | 'vocabulary'>): RecordDefinition {
  const byName = new Map(record.tags.map((tag) => [tag.name, tag]));
  const words = new Map(
    record.tags.map(({ name, value }) => [
      name,
      'keywords' in value ? value.keywords.map((keyword) => keyword.value.toLowerCase()) : [],
    ]),
  );
  const equals = new Map<string, 'base64' | 'text'>();
  for (const { name, value } of record.tags) {
    if (value.type === 'base64') equals.set(name, 'base64');
    else if (value.type === 'text' && value.form === undefined) equals.set(name, 'text');
  }
  const vocabulary: TagVocabulary = {
    names: new Set(byName.keys()),
    keywords: (name) => words.get(name) ?? [],
    equals,
  };
  return { ...record, byName, vocabulary };
}

/** The definition of a tag by its name, whatever its case. */
export function tagDefinition(record: RecordDefinition, name: string): TagDefinition | undefined {
  return record.byName.get(name.toLowerCase());
}

/** The keyword that a text is, as the readers compare it. */
export function keywordOf(
  kind: Extract<ValueKind, { keywords: readonly KeywordDefinition[] }>,
  text: string,
): KeywordDefinition | undefined {
  if (kind.type === 'keyword' && kind.caseSensitive) return kind.keywords.find(({ value }) => value === text);
  const wanted = text.toLowerCase();
  return kind.keywords.find(({ value }) => value.toLowerCase() === wanted);
}
