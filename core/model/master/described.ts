import type { Keyword } from '../../facts/keyword';
import { DAEMON_ATTRIBUTES, PIPE_FLAG_WORDS } from '../../facts/postfixPipeWords';
import { MASTER_COLUMNS } from '../../facts/postfixServices';
import { USUAL_SERVICES } from '../../facts/postfixUsualServices';
import type { MasterService } from '../../syntax/masterCf';
import type { Description } from '../../text/cursor';
import { message, type Message } from '../../text/message';
import { shiftSpan, touches, type Span } from '../../text/span';
import { keywordParagraphs } from '../describe';
import { settingDescribed } from '../mainCfDescribed';
import { unitAt } from '../units';
import { serviceSettings, type MasterCfView } from './view';

/** What stands at an offset of a master.cf. */
export function masterCfDescribed(view: MasterCfView, offset: number): Description | undefined {
  const unit = unitAt(view, offset);
  if (unit === undefined) return undefined;
  const { at, value: service } = unit;
  const here = offset - at;
  for (const { argument, setting } of service.options) {
    if (argument === undefined || setting === undefined || !touches(argument.span, here)) continue;
    return settingDescribed(serviceSettings(view, service), { at, setting }, offset);
  }
  const found = field(service, here) ?? attribute(service, here);
  return found && { ...found, span: shiftSpan(found.span, at) };
}

function field({ fields }: MasterService, offset: number): Description | undefined {
  const index = fields.findIndex(({ span }) => touches(span, offset));
  const column = MASTER_COLUMNS[index];
  const word = fields[index];
  if (column === undefined || word === undefined) return undefined;
  const value = column.values.find(({ name }) => name === word.text);
  const type = fields[1]?.text;
  const usual =
    index > 0
      ? undefined
      : USUAL_SERVICES.find((service) => service.name === word.text && service.type === type);
  return {
    span: word.span,
    paragraphs: [
      message({ en: `**${column.name}** — master(5)`, ja: `**${column.name}** — master(5)` }),
      message(column.words),
      ...(usual === undefined ? [] : keywordParagraphs(usual)),
      ...(value === undefined || value.name.length < 2 ? [] : keywordParagraphs(value)),
    ],
  };
}

/** `flags=DRhu` of pipe, its letters one by one; `user=` and `argv=`. */
function attribute({ fields, operands }: MasterService, offset: number): Description | undefined {
  const command = fields[MASTER_COLUMNS.length - 1]?.text;
  if (command !== 'pipe' && command !== 'spawn') return undefined;
  const argv = operands.findIndex(({ text }) => /^argv=/i.test(text));
  const word = operands.slice(0, argv < 0 ? undefined : argv + 1).find(({ span }) => touches(span, offset));
  const name = word && /^(\w+)=/.exec(word.text)?.[1]?.toLowerCase();
  const known = DAEMON_ATTRIBUTES.find((one) => one.name === name);
  if (word === undefined || known === undefined) return undefined;
  const { start } = word.span;
  const equals = known.name.length + 1;
  const inName = offset < start + equals;
  const letters = name === 'flags' && !inName ? [...word.text.slice(equals)] : [];
  const means = letters.flatMap((letter): readonly Keyword[] => {
    const one = PIPE_FLAG_WORDS.find((flag) => flag.name === letter);
    return one === undefined ? [] : [one];
  });
  const span: Span = inName ? { start, end: start + known.name.length } : word.span;
  return { span, paragraphs: [...keywordParagraphs(known), ...means.map(letterLine)] };
}

function letterLine({ name, means }: Keyword): Message {
  return message({ en: `\`${name}\` — ${means.en}`, ja: `\`${name}\` — ${means.ja}` });
}
