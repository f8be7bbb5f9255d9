import { postfixParameter, POSTFIX_RESTRICTIONS } from '../../facts/postfix';
import { isRestrictionList } from '../../facts/postfixTypes';
import type { Setting } from '../../syntax/setting';
import { sourceSpan } from '../../text/joinedText';
import { shiftSpan, type Span } from '../../text/span';
import { readExpansion } from '../../values/expansion';
import { allTables } from '../../values/tableSpec';
import { listWords } from '../../values/words';
import type { SemanticToken, SemanticTokenType } from '../editing';
import type { SettingsView } from '../settings';
import { classNames } from './names';
import { tablesIn } from './tables';

/** The words of a stretch of a main.cf by what they are. */
export function mainCfTokens(view: SettingsView, span: Span): SemanticToken[] {
  const classes = classNames(view);
  const found = view.parsed.flatMap(({ at, setting }) =>
    at > span.end || at + setting.text.length < span.start
      ? []
      : [...settingTokens(setting, classes)].map((token) => ({ ...token, span: shiftSpan(token.span, at) })),
  );
  return [...found, ...comments(view.text, span)].sort((a, b) => a.span.start - b.span.start);
}

/** Lines whose first character is a `#`, wherever they stand. */
function* comments(text: string, span: Span): Generator<SemanticToken> {
  let at = text.lastIndexOf('\n', span.start - 1) + 1;
  while (at <= span.end && at < text.length) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const [, blank = '', comment] = /^([ \t]*)(#[^\r]*)?/.exec(text.slice(at, end)) ?? [];
    if (comment !== undefined) {
      const start = at + blank.length;
      yield { span: { start, end: start + comment.length }, type: 'comment' };
    }
    at = end + 1;
  }
}

/** The words of one setting, of main.cf or of a service in master.cf; spans count from its beginning. */
export function* settingTokens(setting: Setting, classes: ReadonlySet<string>): Generator<SemanticToken> {
  const { name, nameSpan, value } = setting;
  const known = postfixParameter(name);
  if (name !== '') {
    yield known === undefined
      ? { span: nameSpan, type: 'variable', modifiers: ['declaration'] }
      : {
          span: nameSpan,
          type: 'property',
          ...(known.useInstead !== undefined && { modifiers: ['deprecated'] }),
        };
  }
  let last = 0;
  for (const { span, type } of valueWords(setting, classes)) {
    // What lies in another word was told with it.
    if (span.start < last || span.end <= span.start) continue;
    last = span.end;
    const source = sourceSpan(value, span.start, span.end);
    if (!setting.text.slice(source.start, source.end).includes('\n')) yield { span: source, type };
  }
}

interface ValueWord {
  /** Of the decoded value. */
  readonly span: Span;
  readonly type: SemanticTokenType;
}

/** What of a value has a meaning of its own, by place. */
function valueWords({ name, value }: Setting, classes: ReadonlySet<string>): ValueWord[] {
  const { text } = value;
  const type = postfixParameter(name)?.type;
  const references: ValueWord[] =
    type?.kind === 'raw'
      ? []
      : readExpansion(text).references.map(({ span }) => ({ span, type: 'variable' as const }));
  const tables = tablesIn(name, text, isRestrictionList(name) || classes.has(name)).flatMap(({ spec }) =>
    spec === undefined
      ? []
      : [...allTables(spec)].map(({ typeSpan }): ValueWord => ({ span: typeSpan, type: 'type' })),
  );
  return [...references, ...tables, ...plainWords(name, text, classes)].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
}

function plainWords(name: string, text: string, classes: ReadonlySet<string>): ValueWord[] {
  const type = postfixParameter(name)?.type;
  const whole = (kind: SemanticTokenType): ValueWord[] =>
    text === '' || text.includes('$') ? [] : [{ span: { start: 0, end: text.length }, type: kind }];
  if (isRestrictionList(name) || classes.has(name)) {
    return listWords(text).flatMap(({ text: word, span }): ValueWord[] => {
      if (POSTFIX_RESTRICTIONS.has(word.toLowerCase())) return [{ span, type: 'keyword' }];
      return classes.has(word) ? [{ span, type: 'variable' }] : [];
    });
  }
  switch (type?.kind) {
    case 'boolean':
      return whole('enumMember');
    case 'integer':
    case 'time':
    case 'level':
      return whole('number');
    case 'keyword': {
      const names = new Set(type.enumeration.values.map((value) => value.name.toLowerCase()));
      return listWords(text)
        .filter(({ text: word }) => names.has(word.toLowerCase()))
        .map(({ span }) => ({ span, type: 'enumMember' as const }));
    }
    case 'milters':
      return [...text.matchAll(/(?:^|[\s,{])(inet6?|unix|local)(?=:)/g)].map(
        ({ index, 0: all, 1: scheme }) => ({
          span: { start: index + all.length - scheme!.length, end: index + all.length },
          type: 'type' as const,
        }),
      );
    default:
      return [];
  }
}
