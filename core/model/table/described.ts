import { TABLE_ACTIONS } from '../../facts/postfixActions';
import type { TableLine } from '../../syntax/lookupTable/line';
import type { Description } from '../../text/cursor';
import { message, type Message } from '../../text/message';
import { shiftSpan, touches } from '../../text/span';
import { parseIp } from '../../values/ipAddress';
import { addressBits } from '../../values/ipNetwork';
import { unitAt } from '../units';
import { serviceParagraphs } from '../postfix/serviceDescribed';
import { STATEMENTS } from './expected';
import { serviceIn } from './names';
import { purposeOf, type TableView } from './purpose';

/** What stands at an offset of a lookup table: a network's size, an action, `if` and `endif`. */
export function tableDescribed(view: TableView, offset: number): Description | undefined {
  const unit = unitAt(view, offset);
  if (unit === undefined) return undefined;
  const { at, value } = unit;
  const here = offset - at;
  const found =
    network(value, here) ?? statement(value, here) ?? service(view, value, here) ?? action(view, value, here);
  return found && { ...found, span: shiftSpan(found.span, at) };
}

/** Of a network: how many addresses it has. */
function network({ form, key, problems }: TableLine, offset: number): Description | undefined {
  if (form !== 'networks' || key === undefined || !touches(key.span, offset)) return undefined;
  const [address = '', prefix] = key.text.replace(/[[\]]/g, '').split('/');
  const parsed = parseIp(address);
  if (parsed === undefined || problems.length > 0) return undefined;
  const bits =
    addressBits(parsed.family) - (prefix === undefined ? addressBits(parsed.family) : Number(prefix));
  return { span: key.span, paragraphs: [size(bits)] };
}

function size(bits: number): Message {
  return bits <= 32
    ? message({ en: 'Addresses: {count}', ja: 'アドレス数: {count}' }, { count: 2 ** bits })
    : message({ en: 'Addresses: 2^{bits}', ja: 'アドレス数: 2^{bits}' }, { bits });
}

function statement({ statement: word }: TableLine, offset: number): Description | undefined {
  if (word === undefined || offset > word.length) return undefined;
  return { span: { start: 0, end: word.length }, paragraphs: [message(STATEMENTS[word])] };
}

/** Where a transport table or a filter sends mail. */
function service(view: TableView, line: TableLine, offset: number): Description | undefined {
  const named = serviceIn(line, purposeOf(view) === 'transport');
  if (named === undefined || !touches(named.span, offset)) return undefined;
  return { span: named.span, paragraphs: serviceParagraphs(named.name, view.around()) };
}

function action(view: TableView, { form, result }: TableLine, offset: number): Description | undefined {
  if (form === 'aliases' || result === undefined) return undefined;
  const word = /^\S+/.exec(result.text)![0];
  const span = { start: result.span.start, end: result.span.start + word.length };
  const known = TABLE_ACTIONS.get(word.toUpperCase());
  if (known === undefined || !touches(span, offset)) return undefined;
  const purpose = purposeOf(view);
  if (purpose === 'other' || purpose === 'transport') return undefined;
  const { name, argument, means, since, where } = known;
  const manual = where === 'access' ? 'access(5)' : where === 'checks' ? 'header_checks(5)' : undefined;
  const page = manual ?? (purpose === 'checks' ? 'header_checks(5)' : 'access(5)');
  const takes = (language: 'en' | 'ja'): string => (argument === undefined ? '' : ` ${argument[language]}`);
  return {
    span,
    paragraphs: [
      message({ en: `**${name}**${takes('en')} — ${page}`, ja: `**${name}**${takes('ja')} — ${page}` }),
      message(means),
      ...(since === undefined
        ? []
        : [message({ en: `Since Postfix ${since}.`, ja: `Postfix ${since} からあります。` })]),
    ],
  };
}
