import type { Span } from '../../text/span';
import type { Message } from '../../text/message';
import type { FieldName } from './fields';
import type { Comparison } from './values';

export const operators = ['=', '!=', ':', '<', '<=', '>', '>='] as const;
/** `:` asks whether the value is in the field's text; the others compare. */
export type Operator = (typeof operators)[number];

/** A query as understood. Spans are UTF-16 offsets into its text. */
export type Expression =
  | { readonly type: 'and' | 'or'; readonly parts: readonly Expression[]; readonly span: Span }
  | { readonly type: 'not'; readonly part: Expression; readonly span: Span }
  /** A plain word: some cell of the row has it. */
  | { readonly type: 'text'; readonly text: string; readonly span: Span }
  /** Whether a field has any value. */
  | { readonly type: 'has'; readonly field: FieldName; readonly span: Span }
  /** A field against values, any of which may hold; with `!=` none of them may. */
  | {
      readonly type: 'term';
      readonly field: FieldName;
      readonly operator: Operator;
      readonly values: readonly Comparison[];
      readonly span: Span;
    };

/** What is wrong with a query, and where. */
export interface QueryProblem {
  readonly message: Message;
  readonly span: Span;
}

/** A query: what could be understood of it, and what not. No expression means all rows. */
export interface Query {
  readonly expression: Expression | undefined;
  readonly problems: readonly QueryProblem[];
}
