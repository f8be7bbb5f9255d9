import { isPlaceholder, POSTFIX_PARAMETERS } from '../../facts/postfix';
import { parameterWords } from '../../facts/postfixParameterWords';
import { DAEMON_ATTRIBUTES, PIPE_FLAG_WORDS } from '../../facts/postfixPipeWords';
import { POSTFIX_DAEMONS } from '../../facts/postfixDaemons';
import { MASTER_COLUMNS } from '../../facts/postfixServices';
import type { MasterOption, MasterService } from '../../syntax/masterCf';
import type { Candidate, Expectation } from '../../text/cursor';
import { message } from '../../text/message';
import { parameterDetail } from '../describe';
import { valueExpected } from '../mainCfExpected';
import { lineAt } from '../settings';
import { unitAt, type Unit } from '../units';
import { servicesExpected } from './usual';
import { serviceSettings, type MasterCfView } from './view';

const COMMAND = MASTER_COLUMNS.length - 1;

/** What may be written at an offset of a master.cf. */
export function masterCfExpected(view: MasterCfView, offset: number): Expectation | undefined {
  const { start, line } = lineAt(view.text, offset);
  if (/^\s*#/.test(line)) return undefined;
  const before = line.slice(0, offset - start);
  const column = /^\s/.test(line) ? MASTER_COLUMNS.length : before.split(/\s+/).length - 1;
  if (column === 0) return servicesExpected(view, start, line);
  return column <= COMMAND
    ? inColumn(column, offset, before, line)
    : inArguments(view, unitAt(view, offset), offset, before);
}

function inColumn(column: number, offset: number, before: string, line: string): Expectation | undefined {
  const { values } = MASTER_COLUMNS[column]!;
  if (values.length === 0) return undefined;
  const word = /\S*$/.exec(before)![0];
  const tail = /^\S*/.exec(line.slice(before.length))![0];
  return {
    replace: { start: offset - word.length, end: offset + tail.length },
    candidates: values.map(({ name, means }) => ({ label: name, kind: 'value', detail: message(means) })),
  };
}

/** Behind the command, on its line or on one that goes on. */
function inArguments(
  view: MasterCfView,
  unit: Unit<MasterService> | undefined,
  offset: number,
  before: string,
): Expectation | undefined {
  if (unit === undefined || unit.value.fields.length <= COMMAND) return undefined;
  const { at, value: service } = unit;
  const option = service.options.find((one) => inValueOf(service, one, offset - at));
  if (option?.setting !== undefined) {
    const { setting } = option;
    const found = valueExpected(serviceSettings(view, service), { at, setting }, offset);
    return found && (isBraced(service, option) ? found : withoutBlanks(found));
  }
  const command = service.fields[COMMAND]!.text;
  // Behind the first operand nothing is read as an option.
  const first = service.operands[0]?.span.start ?? Infinity;
  if (at + first < offset - /\S*$/.exec(before)![0].length) {
    return POSTFIX_DAEMONS.get(command)?.operands === 'attributes'
      ? attributes(view, unit, offset, command)
      : undefined;
  }
  const name = /(?:^|\s)-o\s*(\{\s*)?([^\s={}]*)$/.exec(before);
  if (name !== null) return optionNames(view.text, offset, name[2]!, name[1] !== undefined);
  if (POSTFIX_DAEMONS.get(command)?.operands === 'attributes') {
    const found = attributes(view, unit, offset, command);
    if (found !== undefined) return found;
  }
  const word = /(?:^|\s)(-?)$/.exec(before);
  return word === null ? undefined : flags(offset, word[1]!.length);
}

function isBraced({ text }: MasterService, { argument }: MasterOption): boolean {
  return argument !== undefined && text[argument.span.start] === '{';
}

/** Whether an offset of a service lies in what an option sets, or where that would begin. */
function inValueOf(service: MasterService, option: MasterOption, offset: number): boolean {
  const { argument, setting, problem } = option;
  if (argument === undefined || setting?.equals === undefined || offset <= setting.equals) return false;
  if (!isBraced(service, option)) return offset <= argument.span.end;
  return problem === 'unclosed-brace' || offset < argument.span.end;
}

/** Outside of braces a blank ends the option; a comma parts the words of a list as well. */
function withoutBlanks(expectation: Expectation): Expectation {
  return {
    ...expectation,
    candidates: expectation.candidates.flatMap((candidate) => {
      const { label, insert = label } = candidate;
      if (!/\s/.test(insert)) return [candidate];
      if (!insert.includes('{')) return [{ ...candidate, insert: insert.replace(/\s+/g, ',') }];
      // What is in braces can do without blanks; comparisons are no candidates here.
      const tight = insert.replace(/\{\s+|\s+\}|,\s+/g, (blank) => blank.trim());
      return /\s/.test(tight) ? [] : [{ ...candidate, insert: tight }];
    }),
  };
}

function optionNames(text: string, offset: number, typed: string, braced: boolean): Expectation {
  const tail = /^[^\s={}]*/.exec(text.slice(offset))![0];
  const followed = /^[ \t]*=/.test(text.slice(offset + tail.length));
  return {
    replace: { start: offset - typed.length, end: offset + tail.length },
    candidates: [...POSTFIX_PARAMETERS.values()]
      .filter((known) => !isPlaceholder(known))
      .map((known): Candidate => {
        const words = parameterWords(known.name);
        return {
          label: known.name,
          kind: 'parameter',
          ...(!followed && { insert: braced ? `${known.name} = ` : `${known.name}=`, again: true }),
          detail: parameterDetail(known),
          ...(known.useInstead !== undefined && { deprecated: true }),
          ...(words !== undefined && { documentation: message(words) }),
        };
      }),
  };
}

/** `flags=`, `user=`, `argv=` … of pipe and spawn, and the letters of flags. */
function attributes(
  view: MasterCfView,
  { at, value: service }: Unit<MasterService>,
  offset: number,
  command: string,
): Expectation | undefined {
  const here = offset - at;
  const given = service.operands.filter(({ span }) => here < span.start || here > span.end);
  if (given.some(({ text, span }) => /^argv=/i.test(text) && span.start < here)) return undefined;
  const word = service.operands.find(({ span }) => span.start <= here && here <= span.end);
  const flagsHere = word === undefined ? null : /^flags=/i.exec(word.text);
  if (word !== undefined && flagsHere !== null && here >= word.span.start + flagsHere[0].length) {
    if (command !== 'pipe') return undefined;
    const letters = word.text.slice(flagsHere[0].length);
    return {
      replace: { start: offset, end: offset },
      candidates: PIPE_FLAG_WORDS.filter(({ name }) => !letters.includes(name)).map(({ name, means }) => ({
        label: name,
        kind: 'value',
        detail: message(means),
      })),
    };
  }
  const equals = word?.text.indexOf('=') ?? -1;
  if (word !== undefined && equals >= 0 && here > word.span.start + equals) return undefined;
  const names = POSTFIX_DAEMONS.get(command)?.attributes ?? [];
  const start = word === undefined ? offset : at + word.span.start;
  const end = word === undefined ? offset : at + word.span.start + (equals >= 0 ? equals : word.text.length);
  // An option that is being written is none of them.
  if (view.text[start] === '-') return undefined;
  return {
    replace: { start, end },
    candidates: DAEMON_ATTRIBUTES.filter(
      ({ name }) =>
        names.includes(name) && !given.some(({ text }) => text.toLowerCase().startsWith(`${name}=`)),
    ).map(({ name, means }) => ({
      label: `${name}=`,
      kind: 'parameter',
      ...(equals >= 0 && { insert: name }),
      detail: message(means),
      ...(name === 'flags' && equals < 0 && { again: true }),
    })),
  };
}

/** The options that a person writes; master gives the daemon the others by itself. */
function flags(offset: number, typed: number): Expectation {
  return {
    replace: { start: offset - typed, end: offset },
    candidates: [
      {
        label: '-o',
        insert: '-o ',
        kind: 'directive',
        again: true,
        detail: message({
          en: 'Sets a parameter of main.cf for this service.',
          ja: 'このサービスだけ main.cf のパラメーターを変えます。',
        }),
      },
      {
        label: '-v',
        kind: 'directive',
        detail: message({
          en: 'Logs more; twice, a great deal more.',
          ja: '詳しく記録します。2 つ書くとさらに詳しくなります。',
        }),
      },
    ],
  };
}
