import { operators, type Expression, type Operator, type Query, type QueryProblem } from './ast';
import { allFieldNames, fieldNamed, type Field } from './fields';
import { tokens, type Token } from './lex';
import { queryTexts } from './texts';
import { isMessage, readValue, type Comparison } from './values';
import type { Span } from '../../text/span';
import { message, type Localized, type MessageValue } from '../../text/message';
import { nearest } from '../../values/nearest';

/** Longer queries are cut: nobody types them. */
const longest = 10_000;
const deepest = 50;

/**
 * Reads a query: plain words, `field=value`, `field:part`, `count>10`, `has:field`, `missing:field`, with `and`
 * (which may be left out), `or`, `not` (or `-`) and parentheses; `and` binds closer than `or`.
 * @returns what could be understood; a part that is wrong is told and left out
 */
export function parseQuery(text: string): Query {
  const problems: QueryProblem[] = [];
  const tell = (span: Span, told: Localized, values?: Record<string, MessageValue>): void => {
    problems.push({ message: message(told, values), span });
  };
  if (text.length > longest)
    tell({ start: longest, end: text.length }, queryTexts.tooLong, { limit: longest });
  const list = tokens(text.slice(0, longest));
  let next = 0;
  let depth = 0;

  const alternatives = (): Expression | undefined => {
    const parts: Expression[] = [];
    for (;;) {
      const before = list[next];
      const part = conjunction();
      if (part !== undefined) parts.push(part);
      const or = list[next];
      if (or?.type !== 'or') break;
      if (before === or) tell(or.span, queryTexts.missingLeft, { word: or.word });
      next++;
      if (!operandFollows()) {
        tell(or.span, queryTexts.missingOperand, { word: or.word });
        break;
      }
    }
    return joined('or', parts);
  };

  const conjunction = (): Expression | undefined => {
    const parts: Expression[] = [];
    for (let token = list[next]; token !== undefined && token.type !== 'or'; token = list[next]) {
      if (token.type === 'close') {
        if (depth > 0) break;
        tell(token.span, queryTexts.extraClose);
        next++;
        continue;
      }
      if (token.type === 'and') {
        next++;
        if (parts.length === 0) tell(token.span, queryTexts.missingLeft, { word: token.word });
        else if (!operandFollows()) tell(token.span, queryTexts.missingOperand, { word: token.word });
        continue;
      }
      const part = operand();
      if (part !== undefined) parts.push(part);
    }
    return joined('and', parts);
  };

  const operandFollows = (): boolean => {
    const token = list[next];
    return token !== undefined && token.type !== 'close' && token.type !== 'and' && token.type !== 'or';
  };

  const operand = (): Expression | undefined => {
    // Negations in a row are counted, not nested, so that no length of them exhausts the stack.
    const start = list[next]!.span.start;
    let negated = false;
    for (let token = list[next]!; token.type === 'not' || token.type === 'minus'; token = list[next]!) {
      negated = !negated;
      next++;
      if (!operandFollows()) {
        tell(token.span, queryTexts.missingOperand, { word: token.type === 'not' ? token.word : '-' });
        return undefined;
      }
    }
    const part = single();
    if (part === undefined || !negated) return part;
    return { type: 'not', part, span: { start, end: part.span.end } };
  };

  const single = (): Expression | undefined => {
    const token = list[next++]!;
    switch (token.type) {
      case 'open':
        return group(token.span);
      case 'word':
        if (!token.closed) tell(token.span, queryTexts.unclosedQuote);
        return token.text === ''
          ? undefined
          : { type: 'text', text: token.text.toLowerCase(), span: token.span };
      case 'term':
        return termOf(token, tell);
      default:
        return undefined;
    }
  };

  const group = (open: Span): Expression | undefined => {
    if (depth >= deepest) {
      tell(open, queryTexts.tooDeep);
      next = list.length;
      return undefined;
    }
    depth++;
    const told = problems.length;
    const inner = alternatives();
    depth--;
    const close = list[next];
    if (close?.type === 'close') {
      next++;
      if (inner === undefined && problems.length === told) {
        tell({ start: open.start, end: close.span.end }, queryTexts.emptyGroup);
      }
      return inner === undefined ? undefined : { ...inner, span: { start: open.start, end: close.span.end } };
    }
    tell(open, queryTexts.unclosedGroup);
    return inner;
  };

  const expression = alternatives();
  return { expression, problems };
}

function joined(type: 'and' | 'or', parts: readonly Expression[]): Expression | undefined {
  if (parts.length <= 1) return parts[0];
  return { type, parts, span: { start: parts[0]!.span.start, end: parts.at(-1)!.span.end } };
}

type Tell = (span: Span, told: Localized, values?: Record<string, MessageValue>) => void;

function termOf(token: Extract<Token, { type: 'term' }>, tell: Tell): Expression | undefined {
  const { name, operator, values, nameSpan, span } = token;
  const lower = name.toLowerCase();
  if ((lower === 'has' || lower === 'missing') && operator === ':')
    return presence(token, lower === 'has', tell);
  const field = knownField(name, nameSpan, tell);
  if (field === undefined) return undefined;
  if (values.length === 0) {
    tell(span, queryTexts.noValue, { name, example: example(field) });
    return undefined;
  }
  if (/[<>]/.test(operator) && field.kind !== 'number' && field.kind !== 'time') {
    tell(span, queryTexts.noOrder, { operator, name });
    return undefined;
  }
  const comparisons: Comparison[] = [];
  for (const value of values) {
    if (!value.closed) tell(value.span, queryTexts.unclosedQuote);
    const read = readValue(field, value);
    if (isMessage(read)) tell(value.span, read.text, read.values);
    else comparisons.push(read);
  }
  if (comparisons.length === 0 || !isOperator(operator)) return undefined;
  return { type: 'term', field: field.name, operator, values: comparisons, span };
}

/** `has:field` and `missing:field`. */
function presence(
  { name, values, span }: Extract<Token, { type: 'term' }>,
  wanted: boolean,
  tell: Tell,
): Expression | undefined {
  const [value] = values;
  if (value === undefined) {
    tell(span, queryTexts.noValue, { name, example: `${name}:envelope-from` });
    return undefined;
  }
  const field = knownField(value.text, value.span, tell);
  if (field === undefined) return undefined;
  const has: Expression = { type: 'has', field: field.name, span };
  return wanted ? has : { type: 'not', part: has, span };
}

function knownField(name: string, span: Span, tell: Tell): Field | undefined {
  const field = fieldNamed(name);
  if (field !== undefined) return field;
  const near = nearest(name.toLowerCase(), allFieldNames);
  if (near === undefined) tell(span, queryTexts.unknownField, { name });
  else tell(span, queryTexts.unknownFieldNear, { name, near });
  return undefined;
}

function example(field: Field): string {
  switch (field.kind) {
    case 'number':
      return `${field.name}>10`;
    case 'time':
      return `${field.name}>=2026-11-01`;
    case 'address':
      return `${field.name}=192.0.2.0/24`;
    case 'choice':
      return `${field.name}=${field.values[0] ?? 'pass'}`;
    case 'text':
      return `${field.name}:example.com`;
  }
}

function isOperator(operator: string): operator is Operator {
  return (operators as readonly string[]).includes(operator);
}
