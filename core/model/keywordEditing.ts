import type { ConfigurationKeyword, KeywordTable } from '../facts/keywordTable';
import type { Setting } from '../syntax/setting';
import { shiftSpan, type Edit, type Span } from '../text/span';
import { dataSetOf, dataSetPath, listEntries } from '../values/dataSet';
import { blocks, byPlace, commentFolds, commentTokens, meets } from './columnEditing';
import type { Editing, FormatOptions, Link, SemanticToken } from './editing';
import type { SettingsView } from './settings';

/** What an editor may ask of an opendmarc.conf or opendkim.conf. */
export function keywordEditing(table: KeywordTable, view: SettingsView): Editing {
  const known = ({ name }: Setting) => table.keywords.get(name.toLowerCase());
  return {
    outline: () =>
      view.parsed.map(({ at, setting }) => ({
        name: setting.name,
        ...(setting.value.text !== '' && { detail: setting.value.text }),
        kind: 'setting',
        span: { start: at, end: at + setting.text.length },
        selection: shiftSpan(setting.nameSpan, at),
      })),
    folds: () => commentFolds(view.text),
    tokens: (span) => [...commentTokens(view.text, span), ...settingTokens(view, known, span)].sort(byPlace),
    links: (span) =>
      view.parsed.flatMap(({ at, setting }) =>
        linksOf(known(setting), setting)
          .map((link) => ({ ...link, span: shiftSpan(link.span, at) }))
          .filter((link) => span === undefined || meets(link.span, span)),
      ),
    format: (options, span) => [formatted(view, options, span)],
  };
}

type Known = (setting: Setting) => ConfigurationKeyword | undefined;

function* settingTokens(view: SettingsView, known: Known, span: Span): Generator<SemanticToken> {
  for (const { at, setting } of view.parsed) {
    if (at > span.end || at + setting.text.length < span.start) continue;
    const keyword = known(setting);
    yield {
      span: shiftSpan(setting.nameSpan, at),
      type: keyword === undefined ? 'variable' : 'property',
      ...(keyword?.renamedTo !== undefined && { modifiers: ['deprecated'] }),
    };
    for (const token of valueTokens(keyword, setting)) {
      if (token.span.end > token.span.start) yield { ...token, span: shiftSpan(token.span, at) };
    }
  }
}

/** The words of a value. Spans count from the setting's beginning. */
function valueTokens(
  known: ConfigurationKeyword | undefined,
  { value, valueSpan }: Setting,
): SemanticToken[] {
  const text = value.text.replace(/\r$/, '');
  const { start } = valueSpan;
  const whole = (type: SemanticToken['type']): SemanticToken[] => [
    { span: { start, end: start + text.length }, type },
  ];
  if (text === '') return [];
  if (known === undefined) return whole('string');
  if (known.type === 'boolean') return whole('enumMember');
  if (known.type === 'integer') return whole('number');
  const { form } = known;
  switch (form.kind) {
    case 'words':
    case 'letters':
      return whole(form.kind === 'words' && form.open === true ? 'string' : 'enumMember');
    case 'restart-rate':
    case 'amount':
      return whole('number');
    case 'socket': {
      const colon = text.indexOf(':');
      return colon < 0
        ? whole('string')
        : [
            { span: { start, end: start + colon }, type: 'type' },
            { span: { start: start + colon + 1, end: start + text.length }, type: 'string' },
          ];
    }
    case 'list':
      return listTokens(text, 0, start);
    case 'data-set': {
      const set = dataSetOf(text);
      const kind: SemanticToken[] =
        set.start === 0 ? [] : [{ span: { start, end: start + set.kind.length }, type: 'type' }];
      return set.kind.toLowerCase() === 'csl'
        ? [...kind, ...listTokens(text, set.start, start)]
        : [...kind, { span: { start: start + set.start, end: start + text.length }, type: 'string' }];
    }
    default:
      return whole('string');
  }
}

function listTokens(text: string, from: number, start: number): SemanticToken[] {
  return listEntries(text, from).map((entry) => ({
    span: { start: start + entry.start, end: start + entry.start + entry.text.length },
    type: 'namespace',
  }));
}

/** The files that a value leads to. Folders, and what the program itself makes, are none to look into. */
function linksOf(known: ConfigurationKeyword | undefined, { value, valueSpan }: Setting): Link[] {
  const text = value.text.replace(/\r$/, '');
  if (known === undefined || text === '' || text.startsWith('=')) return [];
  const found =
    known.type === 'include' || (known.form.kind === 'path' && known.form.what === 'file')
      ? { path: text, start: 0 }
      : known.form.kind === 'data-set'
        ? dataSetPath(text)
        : undefined;
  if (found === undefined) return [];
  const start = valueSpan.start + found.start;
  return [{ span: { start, end: start + found.path.length }, path: found.path }];
}

/**
 * Settings begin in the first column and have no blanks at their end. The values of those between two empty lines
 * stand below each other where they did before, or where tabs part them; elsewhere one blank does.
 */
function formatted(view: SettingsView, options: FormatOptions, span: Span | undefined): Edit[] {
  const edits: Edit[] = [];
  for (const block of blocks(view)) {
    const gaps = block.map(({ setting }) =>
      setting.text.slice(setting.nameSpan.end, setting.valueSpan.start),
    );
    // Who parts them with more than one blank wants columns.
    const columns = gaps.some((gap) => gap.includes('\t') || gap.length > 1);
    const widest = block.reduce((most, { setting }) => Math.max(most, setting.name.length), 0);
    const size = Math.max(1, options.tabSize);
    const column = options.insertSpaces ? widest + 1 : Math.ceil((widest + 1) / size) * size;
    block.forEach(({ at, setting }, index) => {
      if (span !== undefined && !meets({ start: at, end: at + setting.text.length }, span)) return;
      const put = (start: number, end: number, text: string): void => {
        if (setting.text.slice(start, end) !== text)
          edits.push({ span: { start: at + start, end: at + end }, text });
      };
      const { start, end } = setting.valueSpan;
      const missing = column - setting.name.length;
      const gap = !columns
        ? ' '
        : options.insertSpaces
          ? ' '.repeat(missing)
          : '\t'.repeat(Math.max(1, Math.ceil(missing / size)));
      if (gaps[index] !== '' && end > start) put(setting.nameSpan.end, start, gap);
      const last = end > start ? end : setting.nameSpan.end;
      if (/^[ \t]+$/.test(setting.text.slice(last))) put(last, setting.text.length, '');
    });
  }
  return [...edits, ...indentation(view, span)].sort((a, b) => a.span.start - b.span.start);
}

/** What stands before settings in their lines. */
function indentation(view: SettingsView, span: Span | undefined): Edit[] {
  return view.parsed.flatMap(({ at }) => {
    const start = view.text.lastIndexOf('\n', at - 1) + 1;
    const blank = at > start && /^[ \t]+$/.test(view.text.slice(start, at));
    return blank && (span === undefined || meets({ start, end: at }, span))
      ? [{ span: { start, end: at }, text: '' }]
      : [];
  });
}
