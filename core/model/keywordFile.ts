import type { Keyword } from '../facts/keyword';
import type { ConfigurationKeyword, KeywordTable } from '../facts/keywordTable';
import { parseKeywordFile, type KeywordFileDialect } from '../syntax/keywordFile';
import { message } from '../text/message';
import { shiftSpan, touches } from '../text/span';
import { firstLetterBoolean } from '../values/boolean';
import type { Candidate, Description, Expectation } from '../text/cursor';
import { configurationKeywordParagraphs, keywordDetail, keywordParagraphs } from './describe';
import { lineAt, settingAt, type SettingsLanguage, type SettingsView } from './settings';

/** What opendmarc.conf and opendkim.conf have in common, with each one's own keywords and parser. */
export function keywordLanguage(
  table: KeywordTable,
  dialect: KeywordFileDialect,
): Pick<SettingsLanguage, 'parse' | 'canonical' | 'expected' | 'described'> {
  return {
    parse: (text) => parseKeywordFile(text, dialect),
    canonical: (name) => name.toLowerCase(),
    expected: (view, offset) => expected(table, view, offset),
    described: (view, offset) => described(table, view, offset),
  };
}

function expected(table: KeywordTable, view: SettingsView, offset: number): Expectation | undefined {
  const { start, line } = lineAt(view.text, offset);
  const parts = /^([ \t]*)([^ \t#]*)([ \t]*)([^#]*)/.exec(line)!;
  const [, indent = '', name = '', gap = '', value = ''] = parts;
  const at = offset - start;
  if (at > parts[0].length) return undefined;
  const nameEnd = indent.length + name.length;
  if (at <= nameEnd && at >= indent.length) {
    return {
      replace: { start: start + indent.length, end: start + nameEnd },
      candidates: [...table.keywords.values()]
        .filter(offered)
        .map((known) => nameCandidate(table, known, value === '')),
    };
  }
  const known = table.keywords.get(name.toLowerCase());
  const valueStart = nameEnd + gap.length;
  if (known === undefined || at < nameEnd) return undefined;
  const candidates = values(known);
  if (candidates.length === 0) return undefined;
  const written = value.trimEnd();
  const inside = at >= valueStart && at <= valueStart + written.length;
  return {
    replace: inside
      ? { start: start + valueStart, end: start + valueStart + written.length }
      : { start: offset, end: offset },
    candidates,
  };
}

function offered(known: ConfigurationKeyword): boolean {
  return known.renamedTo === undefined && (known.last === undefined || known.last === 'develop');
}

function nameCandidate(table: KeywordTable, known: ConfigurationKeyword, alone: boolean): Candidate {
  const { name, words } = known;
  return {
    label: name,
    kind: 'parameter',
    ...(alone && { insert: `${name} `, again: true }),
    detail: keywordDetail(known),
    documentation:
      words === undefined ? configurationKeywordParagraphs(table, known).at(-1)! : message(words),
  };
}

function values(known: ConfigurationKeyword): Candidate[] {
  if (known.type === 'boolean') return ['true', 'false'].map((label) => ({ label, kind: 'value' }));
  switch (known.form.kind) {
    case 'words':
    case 'letters':
      return known.form.values.map(ofKeyword);
    case 'socket':
      return sockets();
    case 'mode-bits':
      return ['002', '007', '022', '077'].map((label) => ({ label, kind: 'value' }));
    case 'restart-rate':
      return [{ label: '10/1h', kind: 'value' }];
    default:
      return [];
  }
}

function ofKeyword({ name, means }: Keyword): Candidate {
  return { label: name, kind: 'value', detail: message(means), documentation: message(means) };
}

function sockets(): Candidate[] {
  const forms: readonly (readonly [string, string, string])[] = [
    ['inet:${1:8893}@${2:localhost}', 'inet:port@host', 'TCP (IPv4)'],
    ['inet6:${1:8893}@${2:::1}', 'inet6:port@host', 'TCP (IPv6)'],
    ['local:${1:/run/milter.sock}', 'local:/path', 'UNIX domain socket'],
  ];
  return forms.map(([insert, label, words]) => ({
    label,
    kind: 'value',
    insert,
    snippet: true,
    detail: message({ en: words, ja: words }),
  }));
}

function described(table: KeywordTable, view: SettingsView, offset: number): Description | undefined {
  const found = settingAt(view, offset);
  if (found === undefined) return undefined;
  const { at, setting } = found;
  const known = table.keywords.get(setting.name.toLowerCase());
  if (known === undefined) return undefined;
  if (touches(setting.nameSpan, offset - at)) {
    return {
      span: shiftSpan(setting.nameSpan, at),
      paragraphs: configurationKeywordParagraphs(table, known),
    };
  }
  const written = setting.value.text;
  if (!touches(setting.valueSpan, offset - at) || written === '') return undefined;
  const span = shiftSpan(setting.valueSpan, at);
  if (known.type === 'boolean') {
    const read = firstLetterBoolean(written);
    return read && { span, paragraphs: [message(read.value ? ON : OFF, { keyword: known.name })] };
  }
  if (known.form.kind !== 'words' && known.form.kind !== 'letters') return undefined;
  const value = known.form.values.find(({ name }) => name.toLowerCase() === written.toLowerCase());
  return value && { span, paragraphs: keywordParagraphs(value) };
}

const ON = { en: 'Read as true: {keyword} is on.', ja: '真と解釈されます。{keyword} は有効です。' };
const OFF = { en: 'Read as false: {keyword} is off.', ja: '偽と解釈されます。{keyword} は無効です。' };
