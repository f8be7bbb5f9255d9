import type { ZoneModel } from '../../core/model/zone/zone';
import { isZoneModel, zoneReader } from '../../core/model/zone/zone';
import { formatZone } from '../../core/model/zone/editing/format';
import type { FormatOptions } from '../../core/model/editing';
import { entriesBetween } from '../../core/model/zone/lookup';
import { recordKey } from '../../core/model/zone/saved';
import { tokenise } from '../../core/syntax/masterFile/tokens';
import { walkOf } from '../../core/model/zone/locate';
import { nextEntry } from '../../core/model/zone/walk';
import type { JoinedText } from '../../core/text/joinedText';
import { sourceText } from '../../core/text/sourceText';
import { applyEdits, type Span } from '../../core/text/span';

/** The model of a zone file. */
export function zoneOf(text: string, origin = 'example.com.'): ZoneModel {
  const model = zoneReader.open(sourceText(text), { origin });
  if (!isZoneModel(model)) throw new TypeError('no zone');
  return model;
}

/** A zone file laid out, or the entries of it that touch a span. */
export function formatted(text: string, options: Partial<FormatOptions> = {}, span?: Span): string {
  const edits = [...formatZone(zoneOf(text), { tabSize: 8, insertSpaces: true, ...options }, span)].flat();
  return applyEdits(text, edits);
}

/**
 * What a zone file says, entry by entry: owner, effective TTL, class, type and the words of RDATA as written. What
 * has no type stands with all of its words; directives with theirs.
 */
export function saidBy(text: string): string[] {
  let klass = '';
  return [...entriesBetween(zoneOf(text))].map((standing) => {
    if (standing.kind === 'directive') return wordsOf(standing.text, 0).join(' ');
    const { entry, ttl } = standing;
    if (entry.class !== undefined) klass = entry.text.slice(entry.class.start, entry.class.end).toUpperCase();
    const data = wordsOf(entry.text, entry.type?.end ?? 0);
    return [entry.owner.name, ttl ?? '-', klass, entry.typeName, ...data].join(' ');
  });
}

function wordsOf(text: string, from: number): string[] {
  return tokenise(text, [])
    .filter(({ kind, span }) => (kind === 'word' || kind === 'quoted') && span.start >= from)
    .map(({ span }) => text.slice(span.start, span.end));
}

/** The comments of a zone file, in order. */
export function commentsOf(text: string): string[] {
  return tokenise(text, [])
    .filter(({ kind }) => kind === 'comment')
    .map(({ span }) => text.slice(span.start, span.end));
}

/** Every character that is in no token and is no blank, and every gap between two entries: none in a lossless tree. */
export function uncovered(text: string): string[] {
  const model = zoneOf(text);
  const holes: string[] = [];
  let end = 0;
  model.sections.forEach((_, index) => {
    const base = model.text.starts[index]!;
    const walk = walkOf(model, index);
    while (nextEntry(walk)) {
      if (base + walk.at !== end) holes.push(`${end}-${base + walk.at}`);
      const source = text.slice(base + walk.at, base + walk.end);
      let at = 0;
      for (const { span } of tokenise(source, [])) {
        if (!/^[ \t\r\n]*$/.test(source.slice(at, span.start)) || span.start < at)
          holes.push(source.slice(at));
        at = span.end;
      }
      if (!/^\s*$/.test(source.slice(at))) holes.push(source.slice(at));
      end = base + walk.end;
    }
  });
  if (end !== text.length) holes.push(`${end} of ${text.length}`);
  return holes;
}

/** What the records of a zone file say, however they are written: names in full, times in seconds, text as a whole. */
export function recordsIn(text: string): string[] {
  return [...entriesBetween(zoneOf(text))].map((standing) => {
    if (standing.kind === 'directive') return wordsOf(standing.text, 0).join(' ');
    const { entry, ttl } = standing;
    const key = recordKey(entry, ttl);
    if (entry.strings === undefined) return key;
    return [key.split(' ', 4).join(' '), octetsOf(entry.strings)].join(' ');
  });
}

/** The octets of a text: a character beyond ASCII and its octets written as escapes are the same. */
function octetsOf({ text, runs }: JoinedText): string {
  return runs
    .map(({ from, to, source }) => {
      const part = text.slice(from, to);
      const written = to - from === source.end - source.start;
      return written ? Buffer.from(part, 'utf8').toString('latin1') : part;
    })
    .join('');
}
