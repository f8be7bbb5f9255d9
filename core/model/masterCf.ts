import { isPlaceholder, POSTFIX_PARAMETERS, postfixParameter } from '../facts/postfix';
import { MASTER_COLUMNS, type MasterColumn } from '../facts/postfixServices';
import { parseMasterCf, type MasterService, type MasterWord } from '../syntax/masterCf';
import { message, type Message } from '../text/message';
import { shiftSpan, touches } from '../text/span';
import type { Candidate, Description, Expectation } from '../text/cursor';
import { keywordParagraphs, parameterDetail, parameterParagraphs } from './describe';
import { masterCfEditing } from './masterCfEditing';
import type { MasterCfFile } from './masterCfFile';
import type { Facet } from './model';
import { lineAt } from './settings';
import { unitAt, unitsReader, type UnitsView } from './units';

/** A master.cf, for the questions about a place in it. */
export type MasterCfView = UnitsView<MasterService, MasterCfFile>;

/**
 * How Postfix's master.cf is read. What a service sets by `-o` is judged as a setting of main.cf is, at its place in
 * the service.
 */
export const masterCfReader = unitsReader<MasterService, MasterCfFile>({
  parse: parseMasterCf,
  identity: ({ text }) => text,
  facets,
  file: (services) => ({ services }),
  group: (value, members) => ({ kind: 'master-file', key: 'file', value, members }),
  expected,
  described,
  editing: masterCfEditing,
});

function facets(service: MasterService): Facet[] {
  const settings = service.indented
    ? []
    : service.options.flatMap(({ setting, problem }): Facet[] =>
        setting === undefined || problem !== undefined ? [] : [{ kind: 'postfix-setting', value: setting }],
      );
  return [{ kind: 'master-service', value: service }, ...settings];
}

function expected(view: MasterCfView, offset: number): Expectation | undefined {
  const { text } = view;
  const { start, line } = lineAt(text, offset);
  const before = line.slice(0, offset - start);
  if (/^\s*#/.test(line)) return undefined;
  const option = /(?:^|\s)-o\s*(?:\{\s*)?([^\s={}]*)$/.exec(before);
  if (option !== null) return optionNames(text, offset, option[1]!);
  if (/^\s/.test(line)) return undefined;
  const column = MASTER_COLUMNS[before.split(/\s+/).length - 1];
  if (column === undefined || column.values.length === 0) return undefined;
  const word = /\S*$/.exec(before)![0];
  const tail = /^\S*/.exec(line.slice(before.length))![0];
  return {
    replace: { start: offset - word.length, end: offset + tail.length },
    candidates: column.values.map(({ name, means }) => ({
      label: name,
      kind: 'value',
      detail: message(means),
    })),
  };
}

function optionNames(text: string, offset: number, typed: string): Expectation {
  const tail = /^[^\s={}]*/.exec(text.slice(offset))![0];
  const followed = text[offset + tail.length] === '=';
  return {
    replace: { start: offset - typed.length, end: offset + tail.length },
    candidates: [...POSTFIX_PARAMETERS.values()]
      .filter((known) => !isPlaceholder(known))
      .map((known): Candidate => ({
        label: known.name,
        kind: 'parameter',
        ...(!followed && { insert: `${known.name}=` }),
        detail: parameterDetail(known),
        ...(known.useInstead !== undefined && { deprecated: true }),
      })),
  };
}

function described(view: MasterCfView, offset: number): Description | undefined {
  const unit = unitAt(view, offset);
  if (unit === undefined) return undefined;
  const { at, value: service } = unit;
  for (const { setting } of service.options) {
    if (setting === undefined || !touches(setting.nameSpan, offset - at)) continue;
    const known = postfixParameter(setting.name);
    return known && { span: shiftSpan(setting.nameSpan, at), paragraphs: parameterParagraphs(known) };
  }
  const index = service.fields.findIndex(({ span }) => touches(span, offset - at));
  const column = MASTER_COLUMNS[index];
  const field = service.fields[index];
  return column && field && { span: shiftSpan(field.span, at), paragraphs: describeField(column, field) };
}

function describeField(column: MasterColumn, field: MasterWord): Message[] {
  const value = column.values.find(({ name }) => name === field.text);
  return [
    message({ en: `**${column.name}** — master(5)`, ja: `**${column.name}** — master(5)` }),
    message(column.words),
    ...(value === undefined || value.name.length < 2 ? [] : keywordParagraphs(value)),
  ];
}
