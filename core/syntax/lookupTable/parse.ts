import { plainLines } from '../plainLines';
import { readAlias, readKeyed } from './keyed';
import type { ParsedTableLine, ReadLine, TableForm } from './line';
import { readNetwork } from './networks';
import { readPattern } from './patterns';

const READ: Readonly<Record<TableForm, ReadLine>> = {
  keyed: readKeyed,
  aliases: readAlias,
  patterns: readPattern,
  networks: readNetwork,
};

/** The lines of a lookup table, as postmap(1) and the daemons read them. */
export function parseLookupTable(text: string, form: TableForm): ParsedTableLine[] {
  return plainLines(text).map((line) => {
    const { at, indented } = line;
    const read = indented ? { problems: [] } : READ[form](line);
    return { at, value: { form, text: line.text, indented, ...read } };
  });
}
