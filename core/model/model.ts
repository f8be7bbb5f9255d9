import type { Versions } from '../facts/versions';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import type { Description, Expectation } from '../text/cursor';
import type { Moment } from '../values/serial';
import type { Editing } from './editing';
import type { ConfigurationKind, OtherDocuments } from './mailSystem';
import type { SubjectKind, SubjectMap } from './subject';

/** One aspect of an anchor that rules judge: its kind selects the rules, its value is what they are handed. */
export type Facet = {
  readonly [K in SubjectKind]: { readonly kind: K; readonly value: SubjectMap[K] };
}[SubjectKind];

/**
 * A piece of a document that keeps its identity while its text and its context stay the same: a zone entry, a
 * setting. Spans in its facets, and in findings about it, count from where it begins, so an edit elsewhere
 * leaves all of them true.
 */
export interface Anchor {
  readonly facets: readonly Facet[];
  /** Whether it holds what must not be shown again, such as a private key: no message may quote it. */
  readonly confidential?: boolean;
  /** What it holds only until it is judged for the first time can go. */
  forget?(): void;
}

/** An anchor of a group with the value that its judges read (the entry, the setting). */
export interface Member<T> {
  readonly anchor: Anchor;
  readonly value: T;
}

/** An anchor and where it begins, counted from the beginning of its section. */
export interface Placed {
  readonly at: number;
  readonly anchor: Anchor;
}

/** A stretch of the document that is read as one. Same object = nothing in it has changed. */
export interface Section {
  /** In document order; only what a rule may have a word on. */
  readonly placed: readonly Placed[];
}

/** Several anchors that are judged together: the records of one owner, the settings of one file. */
export type Group = {
  readonly [K in SubjectKind]: {
    readonly kind: K;
    readonly key: string;
    readonly value: SubjectMap[K];
    /** The anchors at which findings about it can stand. */
    readonly members: readonly Anchor[];
  };
}[SubjectKind];

/** Which groups differ from those of the model before. */
export interface ChangedGroups {
  /** Whether all groups are to be judged anew; none that is not among `keys` is left then. */
  readonly everything: boolean;
  /** Each once; a group that is no more may be among them. To be gone through before the next update. */
  readonly keys: Iterable<string>;
}

/** What a language makes of one text. Persistent: an update gives a new model that shares what did not change. */
export interface Model {
  readonly text: SourceText;
  readonly sections: readonly Section[];
  /** Where section `index` begins in the document. */
  sectionStart(index: number): number;
  /** The groups that differ from those of the model this one was updated from (all, for a fresh model). */
  readonly changedGroups: ChangedGroups;
  /**
   * The keys of the questions (`ZoneView`) to which the model before may have had other answers. Where all groups
   * changed any answer may have, and none is named.
   */
  readonly changedAnswers?: Iterable<number>;
  /** The keys of the groups whose rules asked one of these questions; each may come more than once. */
  askers?(questions: Iterable<number>): Iterable<string>;
  /** The keys of all groups, each once. To be gone through before the next update. */
  allGroups(): Iterable<string>;
  /** A group as it is now, put together for the asker; undefined where there is none (any more). */
  group(key: string): Group | undefined;
  /** Where the members of a group begin in the document, in their order. */
  groupPlaces(key: string): readonly number[];
  /** The index of the first section with something that reaches to the offset. */
  sectionAt(offset: number): number;
  /** The keys of all groups that may have a member touching the span; each may come more than once. */
  groupsIn(span: Span): Iterable<string>;
  /** What may be written at a document offset. @param now the moment, where it is known */
  expected(offset: number, now?: Moment): Expectation | undefined;
  /** What stands at a document offset. */
  described(offset: number): Description | undefined;
  /** What others of the mail system read in it, where it is a configuration; the same file while that is the same. */
  readonly configuration?: {
    readonly kind: ConfigurationKind;
    readonly file: object;
    readonly publicKey?: PublicKeyOf;
  };
  /** What else an editor may ask; absent where the language has nothing to say. */
  readonly editing?: Editing;
}

/** What is known of a document besides its text. */
export interface DocumentContext {
  /** The file's name without its folders (`example.com.zone`), where it has one. */
  readonly fileName?: string;
  /** The origin where somebody stated it (`--origin`, a setting); otherwise file and name tell. */
  readonly origin?: string;
  /** Whether another file is known to include this one. */
  readonly included?: boolean;
  /** The text as the file holds it: what was saved last; absent where there is no telling. */
  readonly saved?: SourceText;
  /** Finds the file that an `$INCLUDE` of this document names; absent where no files can be read. */
  readonly include?: Include;
  /** The other documents that are open; absent where a document is judged for itself. */
  readonly others?: OtherDocuments;
  /** The names in a folder, stated as an `$INCLUDE` would (`hosts/`; empty for the document's own). Does not throw. */
  readonly names?: (folder: string) => readonly string[];
  /**
   * The names in a folder of the machine that a configuration is for, as far as it can be seen here (the machine itself,
   * a copy of its files); those of folders end with `/`. `folder` is absolute and ends with `/`. Does not throw.
   */
  readonly paths?: (folder: string) => readonly string[];
  /**
   * The public half of the private key that a file of that machine holds, as SubjectPublicKeyInfo in DER (a code unit an
   * octet); undefined where no such key can be read here. The private half stays behind the door. Does not throw, and
   * gives the same answer every time; absent where no key files are read.
   */
  readonly publicKey?: PublicKeyOf;
  /** The releases in use, as they are stated now. */
  readonly versions?: () => Versions;
}

/** See {@link DocumentContext.publicKey}. `path` is as a configuration states it. */
export type PublicKeyOf = (path: string) => string | undefined;

/** Finds a file by its name as a document states it. Does not throw, and gives the same answer every time. */
export type Include = (path: string) => Inclusion;

/** What became of a file that a document includes. */
export type Inclusion = IncludedFile | { readonly problem: InclusionProblem };

/** A file that is read as a part of another. */
export interface IncludedFile {
  readonly text: SourceText;
  /** For the files that this one includes in its turn. */
  readonly include: Include;
}

/**
 * Why a file is not read: it is not there; it is no regular file; it is too large; it includes itself, perhaps by
 * way of others; it lies outside of the folders that may be read, or the reader is not able to read it.
 */
export type InclusionProblem = 'missing' | 'not-a-file' | 'too-large' | 'circular' | 'unreadable';

/** How a language reads texts. */
export interface Reader {
  open(text: SourceText, context: DocumentContext): Model;
  /**
   * The same in steps of a few milliseconds, for texts that take long. A section that it yields is likely to be one of
   * the model's: who judges it at once spares reading it again.
   */
  openInSteps?(text: SourceText, context: DocumentContext): Generator<Section, Model>;
  /** The model of `text`, an edited version of `previous.text`; `previous` came from this reader. */
  update(previous: Model, text: SourceText): Model;
  /** The same model for a document that was just saved; absent where that makes no difference. */
  saved?(previous: Model): Model;
}
