import { isPlaceholder, POSTFIX_PARAMETERS, postfixParameter } from '../facts/postfix';
import { MASTER_COLUMNS, type MasterColumn } from '../facts/postfixServices';
import { parseMasterCf, type MasterField } from '../syntax/masterCf';
import { message, type Message } from '../text/message';
import { touches } from '../text/span';
import type { Candidate, Description, Expectation } from '../text/cursor';
import { keywordParagraphs, parameterDetail, parameterParagraphs } from './describe';
import { plainReader } from './plain';
import { lineAt } from './settings';

/** How Postfix's master.cf is read. */
export const masterCfReader = plainReader({ expected, described });

function expected(text: string, offset: number): Expectation | undefined {
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

function described(text: string, offset: number): Description | undefined {
  const service = parseMasterCf(text).find(({ span }) => touches(span, offset));
  if (service === undefined) return undefined;
  const option = service.options.find(({ name }) => touches(name.span, offset));
  if (option !== undefined) {
    const known = postfixParameter(option.name.text);
    return known && { span: option.name.span, paragraphs: parameterParagraphs(known) };
  }
  const index = service.fields.findIndex(({ span }) => touches(span, offset));
  const column = MASTER_COLUMNS[index];
  return (
    column && { span: service.fields[index]!.span, paragraphs: describeField(column, service.fields[index]!) }
  );
}

function describeField(column: MasterColumn, field: MasterField): Message[] {
  const value = column.values.find(({ name }) => name === field.text);
  return [
    message({ en: `**${column.name}** — master(5)`, ja: `**${column.name}** — master(5)` }),
    message(column.words),
    ...(value === undefined || value.name.length < 2 ? [] : keywordParagraphs(value)),
  ];
}
