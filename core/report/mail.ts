import { fromBase64, fromQuotedPrintable } from './transferEncoding';

/** A part of a mail that is no multipart itself, with its transfer encoding undone. */
export interface MailPart {
  /** Its file name, for showing only; empty where it has none. */
  readonly name: string;
  /** E.g. `application/gzip`, lower-case. Says little: senders err. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Multiparts and mails inside one another; more is made to harm. */
const deepest = 12;
/** Header fields beyond this many bytes are not looked at. */
const headerLength = 256 * 1024;

const newline = 0x0a;

/** The mails in the file: one, or each of an mbox (RFC 4155), whose mails begin with a line `From …`. */
export function* mailsIn(bytes: Uint8Array): Generator<Uint8Array> {
  if (!startsWith(bytes, 0, 'From ')) {
    yield bytes;
    return;
  }
  let start = 0;
  let emptyBefore = false;
  for (const [at, end] of linesOf(bytes, 0, bytes.length)) {
    if (emptyBefore && startsWith(bytes, at, 'From ')) {
      yield bytes.subarray(start, at);
      start = at;
    }
    emptyBefore = textOf(bytes, at, Math.min(end, at + 3)).trim() === '' && end - at <= 2;
  }
  yield bytes.subarray(start);
}

/** All parts of a mail (RFC 5322, RFC 2045 and 2046), also of mails that it forwards. */
export function* mailParts(mail: Uint8Array, depth = 0): Generator<MailPart> {
  const { fields, body } = headerOf(mail);
  const [type, parameters] = valueOf(fields.get('content-type') ?? 'text/plain');
  const [, disposition] = valueOf(fields.get('content-disposition') ?? '');
  const boundary = parameters.get('boundary');
  if (type.startsWith('multipart/') && boundary !== undefined && depth < deepest) {
    for (const part of splitAt(mail, body, boundary)) yield* mailParts(part, depth + 1);
    return;
  }
  const bytes = decoded(
    mail.subarray(body),
    (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase(),
  );
  if (type === 'message/rfc822' && depth < deepest) {
    yield* mailParts(bytes, depth + 1);
    return;
  }
  yield { name: disposition.get('filename') ?? parameters.get('name') ?? '', type, bytes };
}

/** A direct part of a mail, whole. */
export interface MailEntity {
  /** E.g. `message/feedback-report`, lower-case. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The direct parts of a multipart mail; none of any other. */
export function entitiesOf(mail: Uint8Array): readonly MailEntity[] {
  const { fields, body } = headerOf(mail);
  const [type, parameters] = valueOf(fields.get('content-type') ?? '');
  const boundary = parameters.get('boundary');
  if (!type.startsWith('multipart/') || boundary === undefined) return [];
  return Array.from(splitAt(mail, body, boundary), (bytes) => {
    const own = headerOf(bytes);
    return { type: valueOf(own.fields.get('content-type') ?? 'text/plain')[0], bytes };
  });
}

/** What a part holds, with its transfer encoding undone. */
export function contentOf({ bytes }: MailEntity): Uint8Array {
  const { fields, body } = headerOf(bytes);
  return decoded(bytes.subarray(body), (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase());
}

/** Header-like lines by lower-case name, unfolded, all of each name. Octets are characters of the same number. */
export function fieldsOf(bytes: Uint8Array): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let current: string[] | undefined;
  let any = false;
  for (const [at, end] of linesOf(bytes, 0, Math.min(bytes.length, headerLength))) {
    const line = textOf(bytes, at, end).replace(/\r?\n$/, '');
    // RFC 5965 reports of some senders begin with an empty line.
    if (line.trim() === '') {
      if (any) break;
      continue;
    }
    any = true;
    if (/^[ \t]/.test(line)) {
      if (current !== undefined) current.push(`${current.pop() ?? ''} ${line.trim()}`);
      continue;
    }
    const [, name, value] = /^([!-9;-~]+)[ \t]*:([^]*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    const key = name.toLowerCase();
    current = fields.get(key) ?? [];
    current.push(value!.trim());
    fields.set(key, current);
  }
  return fields;
}

function decoded(body: Uint8Array, encoding: string): Uint8Array {
  if (encoding === 'base64') return fromBase64(body);
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body;
}

/** The header fields by lower-case name, unfolded, the first of each name; and where the body begins. */
function headerOf(mail: Uint8Array): { readonly fields: ReadonlyMap<string, string>; readonly body: number } {
  const fields = new Map<string, string>();
  let current = '';
  const keep = (): void => {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:([^]*)$/.exec(current) ?? [];
    if (name !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value!.trim());
  };
  for (const [at, end] of linesOf(mail, 0, mail.length)) {
    if (at > headerLength) break;
    const line = textOf(mail, at, end).replace(/\r?\n$/, '');
    if (line === '') {
      keep();
      return { fields, body: end };
    }
    if (/^[ \t]/.test(line)) current += line;
    else {
      keep();
      current = line;
    }
  }
  keep();
  return { fields, body: mail.length };
}

/** A field's value and its parameters (RFC 2045 §5.1; of RFC 2231 the single-piece form, for names). */
function valueOf(field: string): readonly [string, ReadonlyMap<string, string>] {
  const parameters = new Map<string, string>();
  for (const [, name, extended, quoted, plain] of field.matchAll(
    /;\s*([\w.-]+)(\*?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/g,
  )) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '';
    parameters.set(name!.toLowerCase(), extended === '*' ? unescaped(value) : value);
  }
  return [/^[^;\s]*/.exec(field)![0].toLowerCase(), parameters];
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value.replace(/^[^']*'[^']*'/, ''));
  } catch {
    return value;
  }
}

/** What stands between the lines that begin with the boundary (RFC 2046 §5.1.1); a missing last one is forgiven. */
function* splitAt(mail: Uint8Array, body: number, boundary: string): Generator<Uint8Array> {
  const delimiter = `--${boundary}`;
  let start = -1;
  for (const [at, end] of linesOf(mail, body, mail.length)) {
    if (!startsWith(mail, at, delimiter)) continue;
    const rest = textOf(mail, at + delimiter.length, Math.min(end, at + delimiter.length + 80)).trimEnd();
    if (rest !== '' && rest !== '--') continue;
    // The line end before the delimiter belongs to it.
    if (start >= 0) yield mail.subarray(start, Math.max(start, mail[at - 2] === 0x0d ? at - 2 : at - 1));
    start = rest === '--' ? -1 : end;
    if (rest === '--') return;
  }
  if (start >= 0) yield mail.subarray(start);
}

/** Beginning and end of each line, the line's end included. */
function* linesOf(bytes: Uint8Array, from: number, to: number): Generator<readonly [number, number]> {
  for (let at = from; at < to;) {
    const next = bytes.indexOf(newline, at);
    const end = next < 0 || next >= to ? to : next + 1;
    yield [at, end];
    at = end;
  }
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** The octets as characters of the same number; enough for headers, which are ASCII. */
function textOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 4096)));
  return text;
}
