import type { MacroString } from '../syntax/spf/macroString';
import type { SpfTerm } from '../syntax/spf/term';
import type { Range } from '../syntax/tagList';
import type { RecognisedRecord } from './recognise';
import type { SpfRecord } from './spf';
import type { RecordTag } from './tagRecord';

/** What a part of a record is; the names are those of LSP's semantic token types. What is none of it is text. */
export interface RecordToken extends Range {
  readonly type: 'property' | 'keyword' | 'operator' | 'enumMember' | 'number' | 'variable' | 'macro';
}

/** The parts of a record that are more than text, in order, none over another; offsets count in its decoded text. */
export function recordTokens(recognised: RecognisedRecord): RecordToken[] {
  const tokens =
    recognised.kind === 'spf-record'
      ? spfTokens(recognised.value)
      : recognised.value.tags.flatMap((tag) => tagTokens(tag, recognised.value.text.text));
  let end = 0;
  return tokens.filter(({ from, to }) => {
    if (to <= from || from < end) return false;
    end = to;
    return true;
  });
}

function token({ from, to }: Range, type: RecordToken['type']): RecordToken {
  return { from, to, type };
}

function tagTokens({ name, value, read, definition }: RecordTag, text: string): RecordToken[] {
  const equals = text.indexOf('=', name.to);
  const head: RecordToken[] = [
    token(name, definition === undefined ? 'variable' : 'property'),
    ...(equals >= name.to && equals < value.from
      ? [token({ from: equals, to: equals + 1 }, 'operator')]
      : []),
  ];
  switch (read.type) {
    case 'keyword':
      return read.keyword === undefined ? head : [...head, token(value, 'enumMember')];
    case 'keyword-list':
      return [
        ...head,
        ...read.members
          .filter(({ keyword }) => keyword !== undefined)
          .map((member) => token(member, 'enumMember')),
      ];
    case 'integer':
      return read.number === undefined ? head : [...head, token(value, 'number')];
    case 'report-uris':
      return [
        ...head,
        ...read.uris.flatMap(({ size }) => (size === undefined ? [] : [token(size, 'number')])),
      ];
    default:
      return head;
  }
}

function spfTokens({ syntax: { version, terms, text } }: SpfRecord): RecordToken[] {
  const equals = text.slice(version.from, version.to).indexOf('=');
  const at = version.from + equals;
  const head: RecordToken[] =
    equals < 0
      ? [token(version, 'enumMember')]
      : [
          token({ from: version.from, to: at }, 'property'),
          token({ from: at, to: at + 1 }, 'operator'),
          token({ from: at + 1, to: version.to }, 'enumMember'),
        ];
  return [...head, ...terms.flatMap(termTokens)];
}

function termTokens(term: SpfTerm): RecordToken[] {
  if (term.kind === 'unknown') return [];
  const { name, separator } = term;
  if (term.kind === 'modifier') {
    return [
      token(name, term.modifier === 'unknown' ? 'variable' : 'property'),
      token(separator, 'operator'),
      ...macroTokens(term.domain ?? term.value),
    ];
  }
  return [
    token(term.sign, 'operator'),
    token(name, 'keyword'),
    token(separator, 'operator'),
    ...(term.network === undefined ? [] : [token(term.network, 'number')]),
    ...macroTokens(term.domain),
    ...[term.prefix4, term.prefix6].flatMap((prefix) =>
      prefix === undefined ? [] : [token(prefix, 'number')],
    ),
  ];
}

/** A domain with its macros. */
function macroTokens(text: MacroString | undefined): RecordToken[] {
  return (text?.parts ?? []).map((part) => token(part, part.kind === 'literal' ? 'variable' : 'macro'));
}
