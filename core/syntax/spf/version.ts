import type { Part } from '../tagList';

/** The `v=spf1` at the beginning, or what was meant as one. */
export interface SpfVersion extends Part {
  /**
   * `valid`: a blank or the end follows; `glued`: something else follows at once; `misspelt`; `missing`: the text
   * begins with terms.
   */
  readonly state: 'valid' | 'glued' | 'misspelt' | 'missing';
  /** What stands before it, which must be nothing: blanks, quotes. */
  readonly lead: Part;
}

/** Whether receivers take a TXT record's text for an SPF record (RFC 7208 §4.5): nothing else counts. */
export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

/** Blanks, invisible characters and quotation marks that come in before the text. */
const LEAD = /^[\s\u200b"'`“”„‟‘’«»「」]*/;

/** `v=spf1` with the slips that are seen: other marks and blanks, swapped letters, `l` for `1`, other versions. */
const LIKE_VERSION =
  /^(?:v\s*[=:＝]{1,2}\s*|v)(?:spf|sfp|psf|fsp)(?:\s?[-_=:]?\s?v?[1lI１](?![\da-z])|[-_.:;=,]*)[\d.;:,=]*/i;

/** The same without the `v=`, which only counts where terms follow. */
const BARE_VERSION = /^spf\s?[-_=:]?\s?v?1?[;:,.=]*(?=\s+[-+~?]?(?:all|a|mx|ptr|include|exists|ip[46])\b)/i;

/** Without one of these nothing is like a version: most texts, and the expressions above are costly. */
const SPELLINGS = ['spf', 'sfp', 'psf', 'fsp'];

/** What a text begins with that is like a version. */
function likeVersion(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (!SPELLINGS.some((spelling) => lower.includes(spelling))) return undefined;
  return (LIKE_VERSION.exec(text) ?? BARE_VERSION.exec(text))?.[0];
}

/** The beginning of a term that can be told from anything else. */
const CLEAR_TERM =
  /^[-+~?]?(?:all(?=[\s,;]|$)|(?:a|mx|ptr)(?=[\s:/,;]|$)|(?:include|exists|ip[46])(?=:)|(?:redirect|exp)(?==)|v=spf1(?=\s|$))/i;

/** Whether a term clearly begins the text. */
export function beginsTerm(text: string): boolean {
  return CLEAR_TERM.test(text);
}

/** Reads the version of a text that is or was meant to be SPF; never fails. */
export function readVersion(text: string): SpfVersion {
  const lead = LEAD.exec(text)![0];
  const from = lead.length;
  const rest = text.slice(from);
  const version = (to: number, state: SpfVersion['state']): SpfVersion => ({
    text: text.slice(from, to),
    from,
    to,
    state,
    lead: { text: lead, from: 0, to: from },
  });
  if (/^v=spf1/i.test(rest)) {
    const behind = rest.slice(6);
    if (behind === '' || /^[\s\u200b]/.test(behind)) return version(from + 6, 'valid');
    if (beginsTerm(behind)) return version(from + 6, 'glued');
  }
  const like = likeVersion(rest);
  if (like === undefined) return version(from, 'missing');
  // A version such as `v=spf1.0` or `v=spf1;` ends where a blank or a term begins.
  return version(from + like.length, 'misspelt');
}

/** A whole word that is a term. */
const CERTAIN_TERM = /^[-+~?]?(?:(?:all|a|mx|ptr)(?:[:/]\S*)?|(?:include|exists|ip[46]):\S+|exp=\S+)$/i;

/** No record without a version is looked through beyond so many words. */
const MOST_WORDS = 100;

/** Sender ID (RFC 4406, historic): another record, which begins alike. */
const SENDER_ID = /^spf2\.\d/i;

/** Whether a TXT record's text is SPF, or is clearly meant to be though receivers pass it over. */
export function isMeantAsSpf(text: string): boolean {
  if (isSpf(text)) return true;
  const rest = text.slice(LEAD.exec(text)![0].length);
  if (SENDER_ID.test(rest)) return false;
  const { state, to } = readVersion(text);
  if (state === 'valid' || state === 'glued') return true;
  if (state === 'misspelt') return /^(?:[\s\u200b]|$)/.test(text.slice(to)) || beginsTerm(text.slice(to));
  // Nothing but terms, with a final `all`, and none before them that says what they are.
  const words = rest.trim().split(/\s+/, MOST_WORDS);
  return (
    words.length > 1 && /^[-+~?]all$/i.test(words.at(-1)!) && words.every((word) => CERTAIN_TERM.test(word))
  );
}
