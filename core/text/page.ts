import { message, type Message, type MessageValue } from './message';

/** What a passage tells at a glance; a door shows it by colour or mark. */
export type Tone = 'good' | 'bad' | 'warning' | 'neutral';

/** Where a link of a page leads. */
export type LinkTarget =
  /** A line of an open document, counted from 0. */
  | { readonly to: 'place'; readonly uri: string; readonly line: number }
  /** The page of a rule, by its id. */
  | { readonly to: 'rule'; readonly rule: string }
  /** A public page of the standard. */
  | { readonly to: 'web'; readonly url: string };

/** A passage of running text, or a link. */
export type Inline = Message | { readonly link: LinkTarget; readonly label: Message };

/** A line of a table; those of greater depth belong to the one before. */
export interface TableRow {
  readonly depth: number;
  /** A row with fewer cells than there are columns runs over the rest with its last cell. */
  readonly cells: readonly (readonly Inline[])[];
  readonly tone?: Tone;
}

/** A part of a page, from top to bottom. */
export type Block =
  | { readonly kind: 'heading'; readonly text: Message }
  /** @property badge a word that stands out before the text */
  | {
      readonly kind: 'paragraph';
      readonly text: readonly Inline[];
      readonly tone?: Tone;
      readonly badge?: Message;
    }
  /** The user's or a stranger's text, character for character. */
  | { readonly kind: 'verbatim'; readonly text: string }
  /** What each term says: paragraphs, the last of which may be an aside. */
  /** @property compact for facts of a word or two */
  | { readonly kind: 'terms'; readonly items: readonly ExplainedTerm[]; readonly compact?: true }
  | {
      readonly kind: 'list';
      readonly items: readonly {
        readonly depth: number;
        readonly text: readonly Inline[];
        readonly tone?: Tone;
      }[];
    }
  | { readonly kind: 'table'; readonly head: readonly Message[]; readonly rows: readonly TableRow[] };

/** A term of a record, or a fact's name, with what is to be said of it. */
export interface ExplainedTerm {
  readonly term: Message;
  readonly text: readonly (readonly Inline[])[];
  /** Where it is laid down and the like; shown less prominently. */
  readonly aside?: readonly Inline[];
}

/** Something to read, as plain data: the doors make HTML, Markdown or plain text of it. */
export interface Page {
  readonly title: Message;
  readonly blocks: readonly Block[];
}

/** The user's or a stranger's text within running text, set as code. */
export function code(text: string): Message {
  return message({ en: '`{text}`', ja: '`{text}`' }, { text });
}

/** A value alone within running text. */
export function words(text: MessageValue): Message {
  return message({ en: '{text}', ja: '{text}' }, { text });
}

/** Whether a passage is a link. */
export function isLink(passage: Inline): passage is Extract<Inline, { link: LinkTarget }> {
  return 'link' in passage;
}
