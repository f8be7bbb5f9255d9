import { utf8Octets } from './utf8';

/**
 * A domain name as its labels, from the leftmost to the one below the root; no labels is the root. A label is the
 * string of its octets (code units 0–255), escapes resolved, case as written (RFC 1035 §5.1, RFC 9499 §2).
 */
export interface DomainName {
  readonly labels: readonly string[];
  /** Written with its final dot. A relative name is completed with an origin. */
  readonly absolute: boolean;
}

/** Why a text is not a domain name. */
export type NameProblem = 'empty' | 'empty-label' | 'bad-escape' | 'label-too-long' | 'name-too-long';

/** RFC 1035 §2.3.4: octets of a label, and of a whole name with its length octets. */
export const LABEL_LIMIT = 63;
export const NAME_LIMIT = 255;

/**
 * Reads a domain name in presentation form: labels with dots between, `\.` and `\DDD` escapes (RFC 1035 §5.1).
 * Text beyond ASCII is taken as the octets of its UTF-8 form, as a server that reads the file takes it.
 * @param text without surrounding blanks; `@` has no special meaning here
 */
export function parseDomainName(text: string): DomainName | NameProblem {
  if (text === '') return 'empty';
  if (text === '.') return { labels: [], absolute: true };
  if (isPlain(text)) return parsePlainName(text);
  const labels: string[] = [];
  let label = '';
  let absolute = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    absolute = unit === '.';
    if (absolute) {
      if (label === '') return 'empty-label';
      if (label.length > LABEL_LIMIT) return 'label-too-long';
      labels.push(label);
      label = '';
    } else if (unit === '\\') {
      const digits = /^\d{3}/.exec(text.slice(at + 1, at + 4))?.[0];
      if (digits !== undefined) {
        if (Number(digits) > 255) return 'bad-escape';
        label += String.fromCharCode(Number(digits));
        at += 3;
      } else {
        const next = text[at + 1];
        if (next === undefined || /\d/.test(next)) return 'bad-escape';
        label += octets(next);
        at++;
      }
    } else if (unit < '\x80') {
      label += unit;
    } else {
      const point = String.fromCodePoint(text.codePointAt(at)!);
      label += octets(point);
      at += point.length - 1;
    }
  }
  if (!absolute) {
    if (label.length > LABEL_LIMIT) return 'label-too-long';
    labels.push(label);
  }
  return wireLength(labels) > NAME_LIMIT ? 'name-too-long' : { labels, absolute };
}

/** ASCII without escapes: almost every name. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 92 || unit > 127) return false;
  }
  return true;
}

/** Whether a text is surely a name, in lower case and without escapes: its characters can be compared. */
function isSimple(text: string): boolean {
  let label = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 46) {
      if (label === 0 || label > LABEL_LIMIT) return false;
      label = 0;
    } else if (unit === 92 || unit > 127 || (unit >= 65 && unit <= 90)) return false;
    else label++;
  }
  return text.length > 0 && text.length < NAME_LIMIT - 2 && label <= LABEL_LIMIT;
}

function parsePlainName(text: string): DomainName | NameProblem {
  const labels = text.split('.');
  const absolute = labels.at(-1) === '';
  if (absolute) labels.pop();
  for (const { length } of labels) {
    if (length === 0) return 'empty-label';
    if (length > LABEL_LIMIT) return 'label-too-long';
  }
  // A length octet for each label in place of its dot, and one for the root.
  return text.length + (absolute ? 1 : 2) > NAME_LIMIT ? 'name-too-long' : { labels, absolute };
}

/** The octets of a character's UTF-8 form, one code unit each. */
function octets(character: string): string {
  return String.fromCharCode(...utf8Octets(character));
}

/** Octets of a name on the wire, the root's length octet included. */
export function wireLength(labels: readonly string[]): number {
  return labels.reduce((sum, label) => sum + label.length + 1, 1);
}

/** A label in presentation form: what a master file reads specially is escaped (RFC 1035 §5.1). */
function writeLabel(label: string): string {
  // Nearly all labels are nothing but these: letters, digits, hyphens, underscores.
  if (/^[\w-]*$/.test(label)) return label;
  return label.replace(/[^!#%&'*+,\-/0-9:<=>?A-Z[\]^_`a-z{|}~]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return code > 0x20 && code < 0x7f ? `\\${unit}` : `\\${String(code).padStart(3, '0')}`;
  });
}

/** The labels as an absolute name in presentation form, with the final dot; `.` for the root. */
export function writeName(labels: readonly string[]): string {
  return labels.length === 0 ? '.' : labels.map((label) => `${writeLabel(label)}.`).join('');
}

/** ASCII letters in lower case, everything else as it is: names compare so (RFC 4343). */
export function asciiLower(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 65 && unit <= 90) return lowered(text);
  }
  return text;
}

function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * The canonical absolute form of a name written in a master file: ASCII lower case, escapes normalised, final dot.
 * @param written presentation form, or `@`
 * @param origin absolute, presentation form
 * @returns undefined where `written` is no name, or too long with the origin
 */
export function absoluteName(written: string, origin: string): string | undefined {
  const name = written === '@' ? { labels: [], absolute: false } : parseDomainName(written);
  if (typeof name === 'string') return undefined;
  const labels = name.absolute ? name.labels : [...name.labels, ...labelsOf(origin)];
  return wireLength(labels) > NAME_LIMIT ? undefined : asciiLower(writeName(labels));
}

/** The labels of a name in presentation form, in ASCII lower case; none for the root and for no name at all. */
export function labelsOf(name: string): readonly string[] {
  const plain = isPlain(name);
  const parsed = parseDomainName(plain ? asciiLower(name) : name);
  if (typeof parsed === 'string') return [];
  return plain ? parsed.labels : parsed.labels.map(asciiLower);
}

/** Whether `name` is `ancestor` or lies below it. Both absolute or both without origin; case does not matter. */
export function isWithin(name: string, ancestor: string): boolean {
  if (isSimple(name) && isSimple(ancestor)) {
    const below = name.endsWith('.') ? name.length - 1 : name.length;
    const above = ancestor.endsWith('.') ? ancestor.length - 1 : ancestor.length;
    const start = below - above;
    if (start < 0 || (start > 0 && name.charCodeAt(start - 1) !== 46)) return false;
    for (let i = 0; i < above; i++) if (name.charCodeAt(start + i) !== ancestor.charCodeAt(i)) return false;
    return true;
  }
  const below = labelsOf(name);
  const above = labelsOf(ancestor);
  const skip = below.length - above.length;
  return skip >= 0 && above.every((label, index) => label === below[skip + index]);
}

/** Whether two names are the same; a final dot and the case of ASCII letters do not matter. */
export function sameName(a: string, b: string): boolean {
  return isWithin(a, b) && labelsOf(a).length === labelsOf(b).length;
}

/**
 * How an absolute name is written shortest under an origin: `@`, relative, or absolute with its dot where it lies
 * outside.
 */
export function relativeName(name: string, origin: string): string {
  const labels = labelsOf(name);
  if (!isWithin(name, origin)) return writeName(labels);
  const own = labels.slice(0, labels.length - labelsOf(origin).length);
  if (own.length === 0) return '@';
  return writeName(own).slice(0, -1);
}

/** The name as people say it: without the final dot (the root stays `.`). */
export function plainName(name: string): string {
  return name.length > 1 && name.endsWith('.') && !name.endsWith('\\.') ? name.slice(0, -1) : name;
}

/**
 * Whether a text is a host name as mail uses it after `@`: at least two labels of letters, digits and inner hyphens
 * (RFC 5321 §4.1.2), the last not a number. A final dot is not allowed there; A-labels are ordinary labels.
 */
export function isMailDomain(text: string): boolean {
  const labels = text.split('.');
  return (
    text.length <= NAME_LIMIT - 2 &&
    labels.length >= 2 &&
    labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label)) &&
    !/^\d+$/.test(labels.at(-1)!)
  );
}
