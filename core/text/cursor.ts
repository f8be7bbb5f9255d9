import type { Message } from './message';
import type { Span } from './span';

/** Something that may be written where the cursor stands. */
export interface Candidate {
  /** What the list shows, and what is written unless `insert` says otherwise. */
  readonly label: string;
  readonly kind: 'record' | 'tag' | 'value' | 'parameter' | 'reference' | 'name' | 'type' | 'directive';
  /** What is written in place of {@link Expectation.replace}. With `snippet`, in LSP snippet syntax. */
  readonly insert?: string;
  readonly snippet?: boolean;
  /** A few words beside the label. */
  readonly detail?: Message;
  /** Markdown shown beside the list. */
  readonly documentation?: Message;
  readonly deprecated?: boolean;
  /** The list is asked for again once this is written (a tag name is followed by its value). */
  readonly again?: boolean;
  /** It is offered whatever is typed already, and takes its place: a fresh number for an old one. */
  readonly always?: true;
}

/** What is expected at a place of the document. */
export interface Expectation {
  /** What a candidate takes the place of. A model's offsets count from the document's beginning. */
  readonly replace: Span;
  /** In the order in which they should be offered. */
  readonly candidates: readonly Candidate[];
  /** There are more than are listed: once more is typed, it pays to ask again. */
  readonly incomplete?: true;
  /** What is taken out elsewhere: the parts of a word that is split over several strings. Apart from `replace`. */
  readonly also?: readonly Span[];
}

/** The fields of what is being written, as a call's parameters are shown. */
export interface Signature {
  /** `MX preference exchange` */
  readonly label: string;
  readonly documentation?: Message;
  /** Ranges of `label`. */
  readonly parameters: readonly { readonly span: Span; readonly documentation?: Message }[];
  /** Index into `parameters`; -1 where the cursor is in none. */
  readonly active: number;
}

/** What stands at a place of the document, explained. */
export interface Description {
  /** A model's offsets count from the document's beginning. */
  readonly span: Span;
  /** Markdown paragraphs. String values in them are the user's text; the door escapes them. */
  readonly paragraphs: readonly Message[];
}
