import type { ParsedSetting } from '../../syntax/setting';
import type { Edit, Span } from '../../text/span';
import type { SettingsView } from '../settings';

/**
 * One blank before and behind each `=`, and none at a setting's end. Where the `=` of neighbouring settings stand below
 * each other, they still do. Continued lines keep their manner, and no line comes or goes.
 */
export function formatMainCf(view: SettingsView, within?: Span): Edit[] {
  return blocks(view).flatMap((block) => {
    const column = alignment(block);
    return block.flatMap((parsed) => {
      const { at, setting } = parsed;
      if (within !== undefined && (at > within.end || at + setting.text.length < within.start)) return [];
      return laid(parsed, column);
    });
  });
}

/** Settings on lines that follow each other, in groups. */
function blocks(view: SettingsView): ParsedSetting[][] {
  const found: ParsedSetting[][] = [];
  let end = -1;
  for (const parsed of view.parsed) {
    const between = end < 0 ? '\n\n' : view.text.slice(end, parsed.at);
    if (/^\r?\n$/.test(between)) found.at(-1)!.push(parsed);
    else found.push([parsed]);
    end = parsed.at + parsed.setting.text.length;
  }
  return found;
}

/** The column of the `=` signs, where those of the block’s names of different length stand below each other. */
function alignment(block: readonly ParsedSetting[]): number | undefined {
  const columns = new Set(block.map(({ setting }) => setting.equals));
  const lengths = new Set(block.map(({ setting }) => setting.name.length));
  const [column] = columns;
  if (columns.size !== 1 || column === undefined || lengths.size < 2) return undefined;
  return Math.max(...lengths) + 1;
}

function laid({ at, setting }: ParsedSetting, column: number | undefined): Edit[] {
  const { nameSpan, equals, value, valueSpan, text, problems } = setting;
  const [first] = text.split('\n', 1);
  if (problems.length > 0 || equals === undefined || equals >= first!.length) return [];
  const edits: Edit[] = [];
  const put = (start: number, end: number, wanted: string): void => {
    if (text.slice(start, end) !== wanted)
      edits.push({ span: { start: at + start, end: at + end }, text: wanted });
  };
  put(nameSpan.end, equals, ' '.repeat(Math.max(1, (column ?? 0) - nameSpan.end)));
  // A value on lines of its own begins where its writer put it.
  if (value.text !== '' && valueSpan.start < first!.length) put(equals + 1, valueSpan.start, ' ');
  const last = value.text === '' ? equals + 1 : valueSpan.end;
  if (value.text === '' || valueSpan.end > 0) {
    const tail = /[ \t]*(?=\r?$)/.exec(text.slice(last));
    if (tail !== null && /^[ \t]*\r?$/.test(text.slice(last))) put(last, last + tail[0].length, '');
  }
  return edits;
}
