import type { PolicyLine } from '../syntax/mtaStsPolicy';
import { shiftSpan, touches, type Edit, type Span } from '../text/span';
import { asciiLower } from '../values/domainName';
import { mxPatternProblem } from '../values/mxPattern';
import type { Editing, NameHere, OutlineNode, SemanticToken } from './editing';
import { commentStart, meantKey, type PolicyFile } from './mtaStsPolicyFile';
import { unitAt, type Unit, type UnitsView } from './units';

type View = UnitsView<PolicyLine, PolicyFile>;

/** What an editor may ask of a policy. */
export function policyEditing(view: View): Editing {
  return {
    outline: () => view.units.flatMap(outlineOf),
    tokens: (span) => unitsIn(view, span).flatMap(tokensOf),
    nameAt: (offset) => {
      const unit = unitAt(view, offset);
      const here = unit && hostOf(unit);
      return here !== undefined && touches(here.span, offset) ? here : undefined;
    },
    occurrences: (name, span) =>
      (span === undefined ? view.units : unitsIn(view, span)).flatMap((unit) => {
        const here = hostOf(unit);
        return here?.name === name ? [{ span: here.span, role: 'reference' }] : [];
      }),
    renamed: (from, to) => view.units.flatMap((unit) => renamed(unit, from, to)),
    format: (_, span) => [(span === undefined ? view.units : unitsIn(view, span)).flatMap(formatted)],
  };
}

function unitsIn({ units }: View, span: Span): readonly Unit<PolicyLine>[] {
  return units.filter(({ at, value }) => at <= span.end && span.start <= at + value.text.length);
}

function outlineOf({ at, value: { text, field } }: Unit<PolicyLine>): OutlineNode[] {
  if (field === undefined || field.key === '') return [];
  return [
    {
      name: field.key,
      detail: field.value,
      kind: 'setting',
      span: { start: at, end: at + text.length },
      selection: shiftSpan(field.keySpan, at),
    },
  ];
}

function tokensOf({ at, value: { kind, text, field } }: Unit<PolicyLine>): SemanticToken[] {
  if (kind === 'comment') return [{ span: { start: at, end: at + text.length }, type: 'comment' }];
  if (field === undefined) return [];
  const key = meantKey(field.key);
  const tokens: SemanticToken[] = [];
  const add = (start: number, end: number, type: SemanticToken['type']): void => {
    if (end > start) tokens.push({ span: { start: start + at, end: end + at }, type });
  };
  add(field.keySpan.start, field.keySpan.end, key === undefined ? 'variable' : 'property');
  const { start, end } = field.valueSpan;
  const valueEnd = key === undefined ? end : start + (commentStart(field.value) ?? field.value.length);
  if (key === 'mx') {
    const wildcard = field.value.startsWith('*') ? 1 : 0;
    add(start, start + wildcard, 'operator');
    add(start + wildcard, valueEnd, 'namespace');
  } else add(start, valueEnd, VALUE_TYPES[key ?? 'other']);
  add(valueEnd, end, 'comment');
  return tokens;
}

const VALUE_TYPES = {
  version: 'enumMember',
  mode: 'enumMember',
  max_age: 'number',
  other: 'string',
} as const;

/** The host of an `mx` line, or the name under which the hosts of its wildcard are. */
function hostOf({ at, value: { field } }: Unit<PolicyLine>): NameHere | undefined {
  if (field === undefined || meantKey(field.key) !== 'mx') return undefined;
  const pattern = field.value.slice(0, commentStart(field.value));
  if (mxPatternProblem(pattern) !== undefined) return undefined;
  const front = pattern.startsWith('*.') ? 2 : 0;
  const start = at + field.valueSpan.start;
  return {
    span: { start: start + front, end: start + pattern.length },
    name: `${asciiLower(pattern.slice(front))}.`,
  };
}

/** A host that is renamed in a zone, or lies below a name that is, follows. */
function renamed(unit: Unit<PolicyLine>, from: string, to: string): Edit[] {
  const here = hostOf(unit);
  if (here === undefined || from === '.' || to === '.') return [];
  const front = here.name.length - from.length;
  const below = here.name === from || here.name.endsWith(`.${from}`);
  const text = `${here.name.slice(0, front)}${to}`.replace(/\.$/, '');
  return below && mxPatternProblem(text) === undefined ? [{ span: here.span, text }] : [];
}

/** A key at the line's beginning, its colon, one blank, the value; no blanks at the end of any line. */
function formatted({ at, value: line }: Unit<PolicyLine>): Edit[] {
  const { text, field, marked } = line;
  const begin = marked ? 1 : 0;
  const edits: Edit[] = [];
  const put = (start: number, end: number, wanted: string): void => {
    if (text.slice(start, end) === wanted) return;
    edits.push({ span: { start: at + start, end: at + end }, text: wanted });
  };
  if (field !== undefined) {
    put(begin, field.keySpan.start, '');
    put(field.keySpan.end, field.colon, '');
    put(field.colon + 1, field.valueSpan.start, field.value === '' ? '' : ' ');
  }
  const end = field === undefined ? text.replace(/[ \t]+$/, '').length : field.valueSpan.end;
  put(Math.max(end, begin), text.length, '');
  return edits;
}
