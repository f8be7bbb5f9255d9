import { postfixParameter } from '../../facts/postfix';
import { isRestrictionList } from '../../facts/postfixTypes';
import type { Setting } from '../../syntax/setting';
import { sourceSpan } from '../../text/joinedText';
import type { Span } from '../../text/span';
import { listWords } from '../../values/words';

/**
 * How a setting names a service of master.cf: as the transport of mail; as what check_policy_service asks; as a service
 * of Postfix's own; in the name of a parameter that is for this service alone.
 */
export type ServiceUse = 'transport' | 'policy' | 'service' | 'limit';

/** A place in a setting that names a service of master.cf. */
export interface NamedService {
  readonly name: string;
  /** Counted from the setting's beginning. */
  readonly span: Span;
  readonly use: ServiceUse;
}

/** What a socket of a service of master.cf is called (mail_pathname): `private/NAME`, below the queue directory. */
const SOCKET = /^(\{\s*)?(unix:(?:\/var\/spool\/postfix\/)?(?:private|public)\/)([^\s,{}$]+)/i;

/** The services of master.cf that a setting names, in main.cf or behind an `-o`; those with a `$` in them are left out. */
export function serviceNamesIn(setting: Setting): NamedService[] {
  const { name, nameSpan } = setting;
  const known = postfixParameter(name);
  const limited = known?.service;
  const own: NamedService[] =
    limited === undefined || limited === 'transport' || !name.startsWith(`${limited}_`)
      ? []
      : [
          {
            name: limited,
            span: { start: nameSpan.start, end: nameSpan.start + limited.length },
            use: 'limit',
          },
        ];
  return [...own, ...inValue(setting)];
}

function inValue(setting: Setting): NamedService[] {
  const { name, value } = setting;
  const { text } = value;
  const found = (use: ServiceUse, from: number, to: number): NamedService => ({
    name: text.slice(from, to),
    span: sourceSpan(value, from, to),
    use,
  });
  const type = postfixParameter(name)?.type;
  if (type?.kind === 'text' && type.shape === 'transport') {
    const transport = /^\s*([^\s:,${}]+)(?=:|\s*$)/.exec(text);
    if (transport === null) return [];
    const from = transport[0].length - transport[1]!.length;
    return [found('transport', from, from + transport[1]!.length)];
  }
  if (/_service_name$/.test(name)) {
    return /^[^\s,${}:/]+$/.test(text) ? [found('service', 0, text.length)] : [];
  }
  // Lists of restrictions under one’s own names have them as well: $mua_client_restrictions.
  if (!isRestrictionList(name) && !text.includes('check_policy_service')) return [];
  return listWords(text).flatMap(({ text: word, span }, index, words) => {
    if (words[index - 1]?.text.toLowerCase() !== 'check_policy_service') return [];
    const socket = SOCKET.exec(word);
    if (socket === null) return [];
    const from = span.start + socket[0].length - socket[3]!.length;
    return [found('policy', from, from + socket[3]!.length)];
  });
}
