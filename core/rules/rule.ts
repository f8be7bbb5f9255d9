import type { Versions } from '../facts/versions';
import type { Elsewhere, RecordElsewhere } from '../model/mailSystem';
import type { Anchor } from '../model/model';
import type { SubjectKind, SubjectMap } from '../model/subject';
import type { Localized, Message } from '../text/message';
import type { Edit, Span } from '../text/span';

export type { Versions } from '../facts/versions';

/** error: will break or be ignored; warning: works against you; information: worth knowing; hint: style, history. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Which receivers the author cares for: those that read DMARC records by RFC 9989, by RFC 7489, or both. */
export type DmarcReaders = 'both' | 'rfc9989' | 'rfc7489';

export const DMARC_READERS: readonly DmarcReaders[] = Object.freeze(['both', 'rfc9989', 'rfc7489']);

/** An edit of a fix. */
export interface FixEdit extends Edit {
  /** What its span counts from, where that is not the finding's anchor but another one of the group. */
  readonly anchor?: Anchor;
}

/** A mend that a machine can be sure of. */
export interface Fix {
  /** What is done, as a command: "Remove `pct`". */
  readonly title: Message;
  readonly edits: readonly FixEdit[];
  /** Records to be added to zones in other documents. */
  readonly elsewhere?: readonly RecordElsewhere[];
}

/** Another place that belongs to a finding: in the same document, counted from an anchor, or in another one. */
export type Related =
  | { readonly anchor: Anchor; readonly span: Span; readonly message: Message }
  | { readonly elsewhere: Elsewhere; readonly message: Message };

/** What a rule found. */
export interface Report {
  /** As small as the mistake; counts from the beginning of the anchor. */
  readonly span: Span;
  /** What is wrong, why it matters, what to do. */
  readonly message: Message;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** How an editor may draw the place. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Which of the group's anchors the finding stands at; needed where the subject is a group. */
  readonly anchor?: Anchor;
}

/** One defect that can be found, in one kind of subject. */
export interface Rule<K extends SubjectKind = SubjectKind> {
  /** Kebab-case, names the defect, equals the file's name, never changes once released. */
  readonly name: string;
  readonly on: K;
  readonly severity: Severity;
  /** The defect in a few words, for lists and pages. */
  readonly title: Localized;
  /** Where it is laid down: "RFC 9989 §4.7". */
  readonly references: readonly string[];
  /** Under which choices of DMARC readers the rule has a word, where it speaks of one standard's readers only. */
  readonly readers?: readonly DmarcReaders[];
  check(subject: SubjectMap[K], report: (found: Report) => void, versions?: Versions): void;
}

/** Types a rule by the kind of its subject; returns it as it is. */
export function rule<K extends SubjectKind>(definition: Rule<K>): Rule<K> {
  return Object.freeze(definition);
}
