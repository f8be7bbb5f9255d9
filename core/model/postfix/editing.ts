import type { ParsedSetting } from '../../syntax/setting';
import { decodedOffset, sourceSpan } from '../../text/joinedText';
import { shiftSpan, touches, type Span } from '../../text/span';
import { wordAt } from '../../values/words';
import type { Editing, Fold, OutlineNode } from '../editing';
import { settingAt, type SettingsView } from '../settings';
import { formatMainCf } from './format';
import { mainCfLinks } from './links';
import { definitions, nameAt, occurrences, renamedParameter, renameParameter } from './names';
import { mainCfTokens } from './tokens';

/** How much of a value stands beside its name in the outline. */
const EXCERPT = 60;

/** What an editor may ask of a main.cf beyond findings, completion and hover. */
export function mainCfEditing(view: SettingsView): Editing {
  return {
    outline: () => view.parsed.map(node),
    search: (query, limit) => search(view, query, limit),
    folds: () => folds(view),
    links: (span) => mainCfLinks(view, span),
    tokens: (span) => mainCfTokens(view, span),
    selections: (offset) => selections(view, offset),
    nameAt: (offset) => nameAt(view, offset),
    definitions: (offset) => definitions(view, offset),
    occurrences: (name, span) => occurrences(view, name, span),
    scope: () => 'main.cf',
    inSet: true,
    rename: (offset, to) => renameParameter(view, offset, to),
    renamed: (from, to) => renamedParameter(view, from, to),
    format: (_, span) => [formatMainCf(view, span)],
  };
}

function node({ at, setting }: ParsedSetting): OutlineNode {
  const { name, nameSpan, value, text } = setting;
  const words = value.text.trim().replace(/\s+/g, ' ');
  return {
    name: name === '' ? '=' : name,
    ...(words !== '' && { detail: words.length > EXCERPT ? `${words.slice(0, EXCERPT - 1)}…` : words }),
    kind: 'setting',
    span: { start: at, end: at + text.length },
    selection: shiftSpan(nameSpan, at),
  };
}

function search(view: SettingsView, query: string, limit: number): OutlineNode[] {
  const wanted = query.toLowerCase();
  return view.parsed
    .filter(({ setting }) => setting.name.toLowerCase().includes(wanted))
    .slice(0, limit)
    .map(node);
}

/** Settings over several lines, and comments over several lines. */
function folds(view: SettingsView): Fold[] {
  const long = view.parsed
    .filter(({ setting }) => setting.text.includes('\n'))
    .map(({ at, setting }): Fold => ({ span: { start: at, end: at + setting.text.length } }));
  const taken = (start: number): boolean => {
    const found = settingAt(view, start);
    return found !== undefined && found.at <= start;
  };
  const comments = [...view.text.matchAll(/(?:^[ \t]*#.*(?:\n(?=[ \t]*#)|$)){2,}/gm)]
    .filter(({ index }) => !taken(index))
    .map(({ index, 0: all }): Fold => {
      return { span: { start: index, end: index + all.trimEnd().length }, kind: 'comment' };
    });
  return [...long, ...comments].sort((a, b) => a.span.start - b.span.start);
}

/** The word, the value, the setting. */
function selections(view: SettingsView, offset: number): Span[] {
  const found = settingAt(view, offset);
  if (found === undefined) return [];
  const { at, setting } = found;
  const whole = { start: at, end: at + setting.text.length };
  if (touches(setting.nameSpan, offset - at)) return [shiftSpan(setting.nameSpan, at), whole];
  const decoded = decodedOffset(setting.value, offset - at);
  if (decoded === undefined) return [whole];
  const word = wordAt(setting.value.text, decoded).span;
  const value = shiftSpan(setting.valueSpan, at);
  const inner = shiftSpan(sourceSpan(setting.value, word.start, word.end), at);
  return word.end > word.start && inner.end - inner.start < value.end - value.start
    ? [inner, value, whole]
    : [value, whole];
}
