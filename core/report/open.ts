import { collect, peek } from './bytes';
import { gunzip, unzlib } from './gzip';
import { entitiesOf, mailParts, mailsIn, type MailEntity } from './mail';
import { otherFormat, sniff, sniffLength } from './sniff';
import { texts } from './texts';
import type { Chunks, Reading } from './types';
import { unzip, zipEntries } from './zip';
import { message, type Message } from '../text/message';

/** What a part is: an aggregate report in XML, JSON (a TLS report), or OpenDMARC's history. */
export type PartFormat = 'xml' | 'json' | 'history';

/** A document found in a file; its chunks are to be read before the next part is asked for. */
export interface DocumentPart {
  readonly format: PartFormat;
  /** Names of the members that lead to it, e.g. a zip entry's; empty where the file itself is the document. */
  readonly part: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Whether the document is the file itself. */
  readonly direct: boolean;
}

/** A mail that is a failure report. */
export interface FailurePart {
  readonly format: 'failure';
  readonly part: string;
  readonly entities: readonly MailEntity[];
}

export type OpenedPart = DocumentPart | FailurePart;

/**
 * The documents in a file: the file itself, or what is in it as gzip, zlib or zip or attached to a mail, also packed
 * several times.
 * What cannot be opened is told, never passed over.
 */
export function openParts(reading: Reading, chunks: Chunks): AsyncGenerator<OpenedPart> {
  return openMember(reading, chunks, '', 0, true);
}

async function* openMember(
  reading: Reading,
  chunks: Chunks,
  part: string,
  depth: number,
  direct = false,
): AsyncGenerator<OpenedPart> {
  const { head, all } = await peek(chunks, sniffLength);
  const format = sniff(head);
  switch (format) {
    case 'xml':
    case 'json':
    case 'history':
      yield { format, part, chunks: depth === 0 ? all : capped(reading, all, part), direct };
      return;
    case 'gzip':
    case 'zlib':
    case 'zip': {
      if (depth >= reading.limits.depth) {
        reading.tell('error', message(texts.tooDeep, { limit: reading.limits.depth }), { part });
        return;
      }
      const bytes = await whole(reading, all, part);
      if (bytes === undefined) return;
      if (format !== 'zip') {
        const content =
          format === 'gzip' ? gunzip(reading, bytes, { part }) : unzlib(reading, bytes, { part });
        yield* openMember(reading, content, part, depth + 1);
        return;
      }
      const entries = zipEntries(reading, bytes, part);
      if (entries.length === 0) reading.tell('error', message(texts.zipEmpty), { part });
      for (const entry of entries) {
        const member = memberName(part, entry.name);
        yield* openMember(reading, unzip(reading, bytes, entry, member), member, depth + 1);
      }
      return;
    }
    case 'empty':
      reading.tell('error', message(texts.empty), { part });
      return;
    case 'mail': {
      const bytes = await whole(reading, all, part);
      if (bytes !== undefined) yield* openMail(reading, bytes, part, depth);
      return;
    }
    case 'other':
      reading.tell('error', whyNot(head), { part });
      return;
  }
}

/** Why a file that is no report cannot be opened, and what to do instead where that is known. */
function whyNot(head: Uint8Array): Message {
  const kind = otherFormat(head);
  if (kind === 'msg') return message(texts.outlookMail);
  return kind === undefined ? message(texts.notXml) : message(texts.otherArchive, { kind });
}

/** The reports attached to the mails in a file; texts and pictures beside them are passed over. */
async function* openMail(
  reading: Reading,
  bytes: Uint8Array,
  part: string,
  depth: number,
): AsyncGenerator<OpenedPart> {
  for (const mail of mailsIn(bytes)) {
    const entities = entitiesOf(mail);
    if (entities.some(({ type }) => type === 'message/feedback-report')) {
      yield { format: 'failure', part, entities };
      continue;
    }
    let found = false;
    for (const { name, type, bytes: content } of mailParts(mail)) {
      const format = sniff(content.subarray(0, sniffLength));
      const packed = format === 'gzip' || format === 'zip' || format === 'zlib';
      const tls = format === 'json' && (/tlsrpt|json/.test(type) || /\.json$/i.test(name));
      if (!packed && !tls && (format !== 'xml' || type === 'text/html')) continue;
      found = true;
      yield* openMember(reading, [content], memberName(part, name), depth);
    }
    if (!found) reading.tell('error', message(texts.mailWithout), { part });
  }
}

/** All bytes of a file or member; undefined, and told, where there are too many to hold. */
async function whole(reading: Reading, chunks: Chunks, part: string): Promise<Uint8Array | undefined> {
  const limit = reading.limits.compressedBytes;
  const bytes = await collect(chunks, limit);
  if (bytes === undefined)
    reading.tell('error', message(texts.tooBig, { limit: megabytes(limit) }), { part });
  return bytes;
}

function memberName(part: string, name: string): string {
  return part === '' ? name : `${part} › ${name}`;
}

/** Ends the stream where it exceeds what a member may inflate to, and tells so. */
async function* capped(
  reading: Reading,
  chunks: AsyncIterable<Uint8Array>,
  part: string,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of chunks) {
    length += piece.length;
    if (length > reading.limits.inflatedBytes) {
      reading.tell('error', message(texts.tooBig, { limit: megabytes(reading.limits.inflatedBytes) }), {
        part,
      });
      return;
    }
    yield piece;
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
