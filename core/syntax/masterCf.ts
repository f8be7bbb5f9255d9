import type { Span } from '../text/span';
import { logicalLines } from './mainCf';

/** A field or argument of a service; spans count from the text's beginning. */
export interface MasterField {
  readonly text: string;
  readonly span: Span;
}

/** A parameter that a service sets for itself: `-o name=value` or `-o { name = value }`. */
export interface MasterOption {
  readonly name: MasterField;
  /** As written, without the braces and the blanks at its ends. */
  readonly value: MasterField;
}

/** One service of master.cf (master(5)). */
export interface MasterService {
  readonly span: Span;
  /** service, type, private, unprivileged, chroot, wakeup, process limit, command: as many as there are. */
  readonly fields: readonly MasterField[];
  /** What follows the command. */
  readonly arguments: readonly MasterField[];
  readonly options: readonly MasterOption[];
}

const COLUMNS = 8;

/**
 * The services of a master.cf. Its logical lines are those of main.cf; blanks part the fields, and an argument in
 * braces is one field.
 */
export function parseMasterCf(text: string): MasterService[] {
  return logicalLines(text).map((lines) => {
    const words = lines.flatMap(({ start, end }) => fieldsOf(text, start, end));
    const rest = words.slice(COLUMNS);
    return {
      span: { start: lines[0]!.start, end: lines.at(-1)!.end },
      fields: words.slice(0, COLUMNS),
      arguments: rest,
      options: rest.flatMap((word, index) => (word.text === '-o' ? optionOf(rest[index + 1]) : [])),
    };
  });
}

function fieldsOf(text: string, start: number, end: number): MasterField[] {
  const fields: MasterField[] = [];
  let at = start;
  while (at < end) {
    if (/\s/.test(text[at]!)) {
      at++;
      continue;
    }
    const from = at;
    let level = 0;
    while (at < end && (level > 0 || !/\s/.test(text[at]!))) {
      if (text[at] === '{') level++;
      else if (text[at] === '}') level = Math.max(0, level - 1);
      at++;
    }
    fields.push({ text: text.slice(from, at), span: { start: from, end: at } });
  }
  return fields;
}

function optionOf(word: MasterField | undefined): MasterOption[] {
  if (word === undefined) return [];
  const parts = /^(\{\s*)?([^\s={}]+)(\s*=\s*)?/.exec(word.text);
  if (parts === null) return [];
  const [whole, brace = '', name = ''] = parts;
  const nameStart = word.span.start + brace.length;
  const tail =
    brace === '' ? word.text.slice(whole.length) : word.text.slice(whole.length).replace(/\s*\}$/, '');
  const valueStart = word.span.start + whole.length;
  return [
    {
      name: { text: name, span: { start: nameStart, end: nameStart + name.length } },
      value: { text: tail, span: { start: valueStart, end: valueStart + tail.length } },
    },
  ];
}
