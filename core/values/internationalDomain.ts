import { LABEL_LIMIT } from './domainName';
import { punycode } from './punycode';

/** Other dots that people type (UTS #46 §4: ideographic, fullwidth and halfwidth full stop). */
const DOTS = /[\u3002\uff0e\uff61]/g;

/** Characters that UTS #46 leaves out: soft hyphen, joiner, variation selectors, word joiner, byte order mark. */
const IGNORED = /[\u00ad\u034f\u180b-\u180d\u200b\u2060\u2064\ufe00-\ufe0f\ufeff]/g;

/** What a label may hold (RFC 5892): letters, marks, digits of any script, the hyphen; ASCII also `_`. */
const LABEL = /^[\p{L}\p{M}\p{N}_\-\u200c\u200d\u00b7\u0375\u05f3\u05f4\u30fb]+$/u;

/** How long a label may be before anything is done with it. */
const MOST_CHARACTERS = 256;

/**
 * A domain with internationalised labels in the form that stands in the DNS: `例え.jp` → `xn--r8jz45g.jp` (RFC 5891;
 * what people type is prepared as UTS #46 does: case, width and the kinds of dots do not matter). A domain in ASCII
 * comes back as it is.
 * @returns undefined where a label cannot stand in the DNS
 */
export function asciiDomain(domain: string): string | undefined {
  if (!/[^\0-\x7f]/.test(domain)) return domain;
  const labels: string[] = [];
  for (const label of prepared(domain).split('.')) {
    const ascii = /[^\0-\x7f]/.test(label) ? encoded(label) : label;
    if (ascii === undefined || ascii.length > LABEL_LIMIT) return undefined;
    labels.push(ascii);
  }
  return labels.join('.');
}

function prepared(domain: string): string {
  const lower = (text: string): string => Array.from(text, (character) => character.toLowerCase()).join('');
  // Lower case of what compatibility composes may want to be composed again.
  return lower(domain.replace(DOTS, '.').replace(IGNORED, '').normalize('NFKC')).normalize('NFKC');
}

function encoded(label: string): string | undefined {
  if (label.length > MOST_CHARACTERS || !LABEL.test(label) || /^\p{M}/u.test(label)) return undefined;
  if (label.startsWith('-') || label.endsWith('-')) return undefined;
  return `xn--${punycode(label)}`;
}

/**
 * An address or domain with the domain in the form that stands in the DNS; the local part as it is.
 * @returns undefined where the domain cannot stand in the DNS
 */
export function asciiMailbox(mailbox: string): string | undefined {
  // An address in Japanese may have been typed with a wide `@`.
  const plain = mailbox.replace(/\uff20/g, '@');
  const at = plain.lastIndexOf('@');
  const domain = asciiDomain(plain.slice(at + 1));
  return domain === undefined ? undefined : plain.slice(0, at + 1) + domain;
}
