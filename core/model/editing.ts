import type { Signature } from '../text/cursor';
import type { Message } from '../text/message';
import type { Page } from '../text/page';
import type { SourceText } from '../text/sourceText';
import type { Edit, Span } from '../text/span';
import type { DocumentContext } from './model';
import type { Moment, SerialStyle } from '../values/serial';

export type { Signature } from '../text/cursor';

/** A line of the outline. */
export interface OutlineNode {
  readonly name: string;
  /** A few words beside the name: types, RDATA. It is the user's own text. */
  readonly detail?: string;
  readonly kind: 'zone' | 'owner' | 'record' | 'directive' | 'setting' | 'service';
  /** All that belongs to it. */
  readonly span: Span;
  /** What is selected when it is chosen; within `span`. */
  readonly selection: Span;
  readonly children?: readonly OutlineNode[];
}

/** Lines that can be folded: from the line of `span.start` to that of `span.end`. */
export interface Fold {
  readonly span: Span;
  readonly kind?: 'comment' | 'region';
}

/** A place that leads to a file. */
export interface Link {
  readonly span: Span;
  /** The path as written, unquoted; the door resolves it. */
  readonly path: string;
}

/** A document that a link leads to, as the linking one reads it. */
export interface Linked {
  readonly text: SourceText;
  readonly context: DocumentContext;
}

/** What a word of the document is; the names are those of LSP's semantic token types and modifiers. */
export interface SemanticToken {
  readonly span: Span;
  readonly type: SemanticTokenType;
  readonly modifiers?: readonly SemanticTokenModifier[];
}

/** In the order of the legend that clients are given. */
export const SEMANTIC_TOKEN_TYPES = Object.freeze([
  'comment',
  'string',
  'keyword',
  'number',
  'namespace',
  'type',
  'property',
  'variable',
  'enumMember',
  'operator',
  'macro',
] as const);
export type SemanticTokenType = (typeof SEMANTIC_TOKEN_TYPES)[number];

/** In the order of the legend that clients are given. */
export const SEMANTIC_TOKEN_MODIFIERS = Object.freeze([
  'declaration',
  'readonly',
  'deprecated',
  'defaultLibrary',
] as const);
export type SemanticTokenModifier = (typeof SEMANTIC_TOKEN_MODIFIERS)[number];

/** Text that the editor shows between the characters. */
export interface Hint {
  readonly offset: number;
  readonly label: string | Message;
  /** The setting that asks for hints of its kind, such as `zone.inlayHints.owner`. */
  readonly setting: string;
  readonly tooltip?: Message;
}

/** A symbol that can stand in several places, also of other documents: a domain name. */
export interface NameHere {
  readonly span: Span;
  /** What two places have in common: for a zone the absolute name in lower case. */
  readonly name: string;
}

/** One place where a name stands. */
export interface Occurrence {
  readonly span: Span;
  /** Whether it is defined here (an owner) or used (RDATA). */
  readonly role: 'definition' | 'reference';
}

/** A change that the user may want, though nothing is wrong. */
export interface Refactoring {
  readonly title: Message;
  /** The rule whose finding it mends, where there is one. */
  readonly mends?: string;
  /** The words change, though not what their readers make of them. */
  readonly rewords?: true;
  /** Whether all of the document changes, and not only what is selected. */
  readonly whole?: boolean;
  /** The edits are only put together for who wants them. */
  readonly edits: () => readonly Edit[];
}

/** What a change may depend on besides the text: the moment, and what the person or project chose. */
export interface Circumstances {
  readonly now: Moment;
  readonly serialStyle: SerialStyle;
}

/** A record of mail authentication, so that it can be found again after an edit. */
export interface MailRecord {
  /** Its kind: that of the subject which rules judge. */
  readonly kind: string;
  /** The name at which it stands, absolute; empty where it stands at none. */
  readonly owner: string;
  /** Which of the owner's records of this kind it is, from 0. */
  readonly index: number;
}

/** A record of mail authentication where it stands. */
export interface StandingMailRecord extends MailRecord {
  /** The domain that it is for, without final dot. */
  readonly domain: string;
  readonly span: Span;
}

/** How to lay text out. */
export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/** What a change does, or why it cannot be done. */
export type Changing = { readonly edits: readonly Edit[] } | { readonly refused: Message };

/** What a rename does (`from` and `to` are names as {@link NameHere.name}), or why it cannot be done. */
export type Renaming =
  | { readonly edits: readonly Edit[]; readonly from: string; readonly to: string }
  | { readonly refused: Message };

/**
 * What an editor asks of a model beyond findings, completion and hover. A language leaves out what it has no answer
 * to. All offsets are the document's; nothing here changes the model.
 */
export interface Editing {
  outline?(): readonly OutlineNode[];
  /** Symbols of the whole workspace's search: those whose name holds `query`, at most `limit`. */
  search?(query: string, limit: number): readonly OutlineNode[];
  folds?(): readonly Fold[];
  /** Without a span, those of all of the document. */
  links?(span?: Span): readonly Link[];
  /** What stands behind a link; undefined where it cannot be read. */
  linked?(link: Link): Linked | undefined;
  /** In document order, none over another, none over a line's end. */
  tokens?(span: Span): readonly SemanticToken[];
  hints?(span: Span): readonly Hint[];
  /** From the innermost outwards. */
  selections?(offset: number): readonly Span[];
  signature?(offset: number): Signature | undefined;
  nameAt?(offset: number): NameHere | undefined;
  /** Where what stands at the offset is defined, also where it is meant without being written. */
  definitions?(offset: number): readonly Span[];
  /** In document order; with a span, only the places that it touches. */
  occurrences?(name: string, span?: Span): readonly Occurrence[];
  /**
   * What the document's names belong to (a zone's apex). Of two documents of one scope neither is part of the other,
   * unless a link says so: they are two versions of one thing.
   */
  scope?(): string;
  /**
   * Whether the document is one of a set, as main.cf and master.cf of one mail server are. Of several documents of one
   * scope only the nearest is of its set.
   */
  readonly inSet?: true;
  /** Renames the name at the offset, everywhere in the document. `to` is what the user typed. */
  rename?(offset: number, to: string): Renaming;
  /** What a rename in another document changes in this one. */
  renamed?(from: string, to: string): readonly Edit[];
  /**
   * The edits that lay the text out; without a span, all of it. They come in batches, in document order, so that a
   * door can do other work between two of them.
   */
  format?(options: FormatOptions, span?: Span): Iterable<readonly Edit[]>;
  /** The record of mail authentication that an offset stands in or touches. */
  mailRecordAt?(offset: number): StandingMailRecord | undefined;
  /** All of the document, in its order. */
  mailRecords?(): Iterable<StandingMailRecord>;
  /** Where a record stands now; undefined where it is not there any more. */
  findMailRecord?(record: MailRecord): StandingMailRecord | undefined;
  /** A record in plain sentences; undefined where it is not there any more. */
  explain?(record: MailRecord): Page | undefined;
  refactorings?(span: Span, circumstances: Circumstances): readonly Refactoring[];
  /**
   * Raises the number by which others see that there is something new: a zone's serial.
   * @param when `changed`: only where there is something new since the document was saved, and the number does not say
   * so yet; otherwise there are no edits
   */
  raiseSerial?(circumstances: Circumstances, when: 'now' | 'changed' | 'changing'): Changing;
}
