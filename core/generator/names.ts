import { message, type Localized, type Message } from '../text/message';
import { asciiLower } from '../values/domainName';
import { asciiDomain } from '../values/internationalDomain';
import { membersOf, type Answers, type Form } from './form';

/** A typed name as it stands in the DNS: lower case, internationalised labels as `xn--…`; else as it was typed. */
export function asciiName(text: string): string {
  return asciiLower(asciiDomain(text) ?? text);
}

/** Scheme, host, and what follows it. */
const URI = /^([a-z][a-z\d+.-]*:\/\/)([^/?#:@]*)((?:[/?#:].*)?)$/isu;

/** A web address with its host as it stands in the DNS. */
export function asciiUri(text: string): string {
  const [, scheme, host = '', rest = ''] = URI.exec(text) ?? [];
  if (scheme === undefined || !/[^\0-\x7f]/.test(host)) return text;
  return `${scheme}${asciiDomain(host) ?? host}${rest}`;
}

/** The domain name in a typed member: behind an `@`, or a web address's host. */
function nameIn(member: string): string {
  return URI.exec(member)?.[2] ?? member.replace(/^.*[@\uff20]/su, '');
}

/** Which name each internationalised one that was typed became. */
export function nameNotes({ questions }: Form, answers: Answers): Message[] {
  const typed = questions
    .filter(({ kind, long }) => (kind === 'text' || kind === 'list') && long !== true)
    .flatMap(({ key }) => membersOf(answers[key] ?? ''))
    .map(nameIn)
    .filter((name) => /[^\0-\x7f]/.test(name));
  return [...new Set(typed)].flatMap((name) => {
    const ascii = asciiDomain(name);
    return ascii === undefined || ascii === name ? [] : [message(BECAME, { name, ascii: asciiLower(ascii) })];
  });
}

const BECAME: Localized = {
  en: '{name} is written as {ascii} in the DNS (RFC 5891).',
  ja: '{name} は DNS では {ascii} と書きます (RFC 5891)。',
};
