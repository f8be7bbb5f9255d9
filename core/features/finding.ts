import type { RecordElsewhere } from '../model/mailSystem';
import type { Severity } from '../rules/rule';
import type { Message } from '../text/message';
import type { Edit, Span } from '../text/span';

/** A mend, placed in the document. */
export interface PlacedFix {
  readonly rule: string;
  readonly title: Message;
  /** Document offsets. */
  readonly edits: readonly Edit[];
  /** Records to be added to zones in other documents. */
  readonly elsewhere?: readonly RecordElsewhere[];
}

/** Another place that belongs to a finding. */
export interface PlacedRelated {
  /** The document it lies in; absent where it is the finding's own. */
  readonly uri?: string;
  /** Document offsets. */
  readonly span: Span;
  readonly message: Message;
}

/** Something that a rule has to say about a place of a document: plain data, document offsets. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Message;
  /** Where it is laid down, such as "RFC 9989 §4.7"; several are joined by "; ". */
  readonly reference: string;
  readonly fixes: readonly PlacedFix[];
  readonly related: readonly PlacedRelated[];
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** From the gravest on. */
export const SEVERITIES: readonly Severity[] = Object.freeze(['error', 'warning', 'information', 'hint']);
