import type { MacroExpand, MacroString } from '../../syntax/spf/macroString';
import { isWithin, plainName, sameName } from '../../values/domainName';
import { addressLabels, formatIp } from '../../values/ipAddress';
import { utf8Octets } from '../../values/utf8';
import type { Asking } from '../dns';
import { queryName } from '../dns';
import { validatedNames, type Session } from './session';

/** RFC 7208 §7.3: a longer name loses labels from its left. */
const NAME_LENGTH = 253;

/**
 * Expands the macros of a string (RFC 7208 §7.2, §7.3).
 * @param domain the current domain, whose record it is from
 * @returns undefined where `%{s}` or `%{l}` stand for a local part beyond ASCII: then a mechanism does not match
 *   (RFC 8616 §4)
 */
export function* expand(
  session: Session,
  domain: string,
  { parts }: MacroString,
): Asking<string | undefined> {
  let out = '';
  for (const part of parts) {
    if (part.kind === 'escape') out += part.meaning;
    else if (part.kind !== 'macro') out += part.text;
    else {
      const value = yield* valueOf(session, domain, part.letter.text.toLowerCase());
      if (value === undefined) return undefined;
      const transformed = transform(value, part);
      out += part.letter.text === part.letter.text.toLowerCase() ? transformed : escapeUrl(transformed);
    }
  }
  return out;
}

/** A domain-spec expanded to the name that is asked for: without final dot, at most 253 characters. */
export function* expandDomain(
  session: Session,
  domain: string,
  spec: MacroString,
): Asking<string | undefined> {
  const expanded = yield* expand(session, domain, spec);
  let name = expanded?.replace(/\.$/, '');
  while (name !== undefined && name.length > NAME_LENGTH) {
    const dot = name.indexOf('.');
    name = dot < 0 ? name.slice(-NAME_LENGTH) : name.slice(dot + 1);
  }
  return name;
}

function* valueOf(session: Session, domain: string, letter: string): Asking<string | undefined> {
  switch (letter) {
    case 's':
      return isAscii(session.localPart) ? session.sender : undefined;
    case 'l':
      return isAscii(session.localPart) ? session.localPart : undefined;
    case 'o':
      return session.senderDomain;
    case 'd':
      return domain;
    case 'i':
      return addressLabels(session.ip).join('.');
    case 'p':
      return yield* clientName(session, domain);
    case 'v':
      return session.ip.family === 4 ? 'in-addr' : 'ip6';
    case 'h':
      return session.helo;
    case 'c':
      return formatIp(session.ip);
    case 'r':
      return session.receiver;
    default:
      return String(session.time);
  }
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

/** `%{p}`: the domain itself where the client has that name, else a name below it, else any, else `unknown`. */
function* clientName(session: Session, domain: string): Asking<string> {
  const { names } = yield* validatedNames(session);
  const absolute = queryName(domain);
  const best =
    absolute === undefined
      ? names[0]
      : (names.find((name) => sameName(name, absolute)) ??
        names.find((name) => isWithin(name, absolute)) ??
        names[0]);
  return best === undefined ? 'unknown' : plainName(best);
}

/** Splits, reverses, keeps the right-hand parts, and joins with dots. */
function transform(value: string, { keep, reverse, delimiters }: MacroExpand): string {
  const marks = delimiters === '' ? '.' : delimiters;
  const parts: string[] = [];
  let begin = 0;
  for (let at = 0; at <= value.length; at++) {
    if (at < value.length && !marks.includes(value[at]!)) continue;
    parts.push(value.slice(begin, at));
    begin = at + 1;
  }
  if (reverse) parts.reverse();
  return (keep === undefined || keep >= parts.length ? parts : parts.slice(-keep)).join('.');
}

/** Everything but letters, digits, `-`, `.`, `_`, `~` as `%XX` of its UTF-8 octets (RFC 3986 §2.3). */
function escapeUrl(text: string): string {
  return text.replace(/[^a-z0-9._~-]/giu, (character) =>
    utf8Octets(character)
      .map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}
