import { answered } from '../../core/evaluate/dns';
import { readPublishedPolicy } from '../../core/evaluate/dmarc/record';
import { checkHost } from '../../core/evaluate/spf/checkHost';
import { createLanguageService } from '../../core/service';
import { sourceText } from '../../core/text/sourceText';
import { encodeCharacters } from '../../core/values/characterString';
import { parseIp } from '../../core/values/ipAddress';
import { tableResolver, type DnsTable } from './dnsTable';

/** A question to check_host(). */
export interface SpfCase {
  readonly ip: string;
  readonly from: string;
  readonly helo: string;
  readonly table: DnsTable;
}

/** What a comparison comes to: the same, other and it is known why, or other for no reason that is known. */
export type Comparison = 'same' | { readonly known: string } | { readonly differs: string };

/** Rules of ours that spoke of a text at an owner, as `severity rule`. */
function saidOf(owner: string, text: string): string[] {
  const service = createLanguageService({ settings: { rules: {}, dmarcReaders: 'rfc7489' } });
  const parts = text.match(/.{1,200}/gs) ?? [''];
  const strings = parts.map((part) => `"${encodeCharacters(part, true)}"`).join(' ');
  service.open('z', 'dns-zone', sourceText(`${owner} 60 IN TXT ${strings}\n`), { origin: 'example.com.' });
  return service
    .findings('z')
    .filter(({ rule }) => !rule.startsWith('zone-'))
    .map(({ rule, severity }) => `${severity} ${rule}`);
}

const ruleNames = (said: readonly string[], severity: string): string[] =>
  said.filter((one) => one.startsWith(severity)).map((one) => one.slice(severity.length + 1));

/** The result of check_host() here and in pyspf. */
export function compareSpf({ ip, from, helo, table }: SpfCase, theirs: string): Comparison {
  const request = { ip: parseIp(ip)!, mailFrom: from, helo };
  const ours = answered(checkHost(request), tableResolver(table)).result;
  if (ours === theirs) return 'same';
  const records = Object.entries(table).flatMap(([name, all]) =>
    all.flatMap((record) =>
      record !== 'TIMEOUT' && 'TXT' in record ? [{ name, text: String(record['TXT']) }] : [],
    ),
  );
  const some = (test: (text: string, name: string) => boolean): boolean =>
    records.some(({ text, name }) => test(text, name));
  if (theirs === 'permerror' && some((text) => /\s(\w+)=.*\s\1=/.test(text)))
    return { known: 'RFC 7208 §6: only redirect and exp must not stand twice; pyspf counts every modifier' };
  if (
    theirs === 'permerror' &&
    some((text, name) => text.includes(`include:${name}`) || /include:%\{[do]\}/i.test(text))
  )
    return { known: 'RFC 7208 §4.6.4: a loop costs lookups once it is reached; pyspf refuses it beforehand' };
  if (
    ours === 'permerror' &&
    some((text) => /%(?![{%_-])|%\{[^}]*(?:\s|$)|%\{(?![a-z]\d*r?[.\-+,/_=]*\})/i.test(text))
  )
    return {
      known: 'RFC 7208 §7.1: a macro that is none is a syntax error wherever it stands; pyspf meets it later',
    };
  return { differs: `${ours}, theirs ${theirs}` };
}

/** What dkimpy takes in spite of our error, and why that is an error all the same. */
const DKIM_STRICTER: Readonly<Record<string, string>> = {
  'dkim-bad-base64':
    'RFC 4648 §3.3: Python leaves out what is no letter of Base64; other verifiers refuse the key',
  'dkim-missing-separator':
    'RFC 6376 §3.2: a value may hold an equals sign, but the tag that was meant is part of the value before it',
  'dkim-not-a-key': 'RFC 8017 A.1: the algorithm is not RSA; dkimpy does not look at it',
  'dkim-duplicate-tag': 'RFC 6376 §3.2: a tag must not stand twice',
  'dkim-private-key': 'RFC 6376 §8.3: it must not be published, whoever reads it',
};

/** Whether a key is a key, here and in dkimpy. */
export function compareDkim(text: string, theirs: string): Comparison {
  const said = saidOf('s._domainkey', text);
  const errors = ruleNames(said, 'error');
  if (!theirs.startsWith('key ')) {
    if (errors.length > 0) return 'same';
    // What is no key record at all, of an unknown type or revoked, is less than an error.
    return said.length > 0 ? { known: said.join(', ') } : { differs: 'they refuse it, we say nothing' };
  }
  const unknown = errors.filter((rule) => !Object.hasOwn(DKIM_STRICTER, rule));
  if (errors.length === 0) return 'same';
  return unknown.length > 0 ? { differs: unknown.join() } : { known: DKIM_STRICTER[errors[0]!]! };
}

/** What libopendmarc takes in spite of our error, and why that is an error all the same. */
const DMARC_STRICTER: Readonly<Record<string, string>> = {
  'dmarc-report-uri-missing-scheme':
    'RFC 7489 §6.2: a URI; libopendmarc keeps any word, and no report gets there',
  'dmarc-bad-report-uri': 'RFC 7489 §6.2: a URI; libopendmarc keeps any word, and no report gets there',
  'dmarc-report-uri-separator': 'RFC 7489 §6.2: URIs are parted by commas; what follows is lost',
  'dmarc-tag-without-value': 'RFC 7489 §6.4: no tag; libopendmarc passes it over, others the record',
  'dmarc-bad-value':
    'RFC 7489 §6.3: the value is lost; libopendmarc judges some tags only, and those by their first letters',
  'dmarc-version-not-first': 'RFC 7489 §6.3: v comes first; libopendmarc looks for it anywhere',
  'dmarc-bad-version': 'RFC 7489 §6.3: the version to the letter; libopendmarc reads it in any case',
  'dmarc-missing-separator': 'RFC 7489 §6.4: the tag is lost; libopendmarc reads the rest',
  'dmarc-duplicate-tag':
    'RFC 7489 §6.4 with RFC 6376 §3.2: a tag must not stand twice; libopendmarc takes the last',
  'dmarc-bad-character': 'RFC 7489 §6.4: the tag is lost',
};

/** Whether a record is one, and its policies, here and in libopendmarc (`status p sp pct adkim aspf` in numbers). */
export function compareDmarc(text: string, theirs: string): Comparison {
  const [status, p, sp, pct] = theirs.split(' ').map(Number);
  const said = saidOf('_dmarc', text);
  const errors = ruleNames(said, 'error');
  if (status !== 0) {
    if (errors.length > 0) return 'same';
    return said.length > 0 ? { known: said.join(', ') } : { differs: 'they refuse it, we say nothing' };
  }
  if (errors.length > 0) {
    const unknown = errors.filter((rule) => !Object.hasOwn(DMARC_STRICTER, rule));
    return unknown.length > 0 ? { differs: unknown.join() } : { known: DMARC_STRICTER[errors[0]!]! };
  }
  const ours = readPublishedPolicy(text);
  if (ours === undefined) {
    return /^\s/.test(text)
      ? { known: 'RFC 9989 §4.10: the record begins with v; libopendmarc passes blanks over' }
      : { differs: 'they read a record, we do not' };
  }
  const letter = (policy: string | undefined): number => (policy ?? '\0').charCodeAt(0);
  const same = letter(ours.stated.p) === p && letter(ours.stated.sp) === sp && ours.share === pct;
  return same ? 'same' : { differs: `${JSON.stringify(ours)}, theirs ${theirs}` };
}
