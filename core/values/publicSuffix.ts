import { getDomain, getPublicSuffix, parse } from 'tldts';
import { plainName } from './domainName';

/** Rules that private companies put on the list count as well, as they do for DMARC under RFC 7489 §3.2. */
const ALL_RULES = Object.freeze({ allowPrivateDomains: true, validateHostname: false, detectIp: false });

/** Only the rules of registries that ICANN knows. */
const REGISTRIES = Object.freeze({ allowPrivateDomains: false, validateHostname: false, detectIp: false });

/**
 * The Organizational Domain by the public suffix list (RFC 7489 §3.2): the suffix and one label more.
 * @param name with or without final dot
 * @returns without final dot; undefined for a public suffix itself and for the root
 */
export function organizationalDomain(name: string): string | undefined {
  return getDomain(plainName(name), ALL_RULES) ?? undefined;
}

/** Whether a name is itself a public suffix, such as `co.jp`. */
export function isPublicSuffix(name: string): boolean {
  const plain = plainName(name);
  return getPublicSuffix(plain, ALL_RULES) === plain;
}

/** Whether a name ends in a top-level domain that exists: `mail.example.jp` does, `www.customers` does not. */
export function hasKnownTopLevel(name: string): boolean {
  return parse(plainName(name), REGISTRIES).isIcann === true;
}
