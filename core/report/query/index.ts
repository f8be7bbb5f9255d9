export type { Expression, Operator, Query, QueryProblem } from './ast';
export { completeQuery, type QueryCandidate, type QueryCompletion } from './complete';
export { fieldNamed, fieldNames, fields, type Field, type FieldKind, type FieldName } from './fields';
export { parseQuery } from './parse';
export { chipsOf, placeOf, quoted, reportQuery, termFor, toggleTerm, withoutTerm, type Chip } from './term';
