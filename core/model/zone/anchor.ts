import { recogniseRecord, type RecognisedRecord } from '../../records/recognise';
import { parseDirective } from '../../syntax/masterFile/directive';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { parseEntry, type EntryContext } from '../../syntax/masterFile/parse';
import type { Anchor, DocumentContext, Facet } from '../model';
import { judgedDirective } from './include';

/**
 * The anchor of an entry of a zone file. It keeps the entry's characters and context and reads them whenever it is
 * asked: what a read entry takes is ten times that, and a zone has a million of them. Only until it is told to forget
 * for the first time, once it has been judged, what was read is kept.
 */
export class EntryAnchor implements Anchor {
  private reading: ZoneEntry | undefined;
  private recognised: { readonly record: RecognisedRecord | undefined } | undefined;
  private keeps = true;

  constructor(
    readonly text: string,
    readonly context: EntryContext,
    /** Of a directive: where files are found. */
    readonly document: DocumentContext | undefined,
    reading?: ZoneEntry,
  ) {
    this.reading = reading;
  }

  /** The entry of a record. */
  get entry(): ZoneEntry {
    const reading = this.reading ?? parseEntry(this.text, this.context);
    if (this.keeps) this.reading = reading;
    return reading;
  }

  /** The mail-authentication record that the entry is. */
  get record(): RecognisedRecord | undefined {
    const recognised = this.recognised ?? { record: recogniseRecord(this.entry) };
    if (this.keeps) this.recognised = recognised;
    return recognised.record;
  }

  forget(): void {
    this.keeps = false;
    this.reading = undefined;
    this.recognised = undefined;
  }

  get facets(): readonly Facet[] {
    if (this.document !== undefined) {
      const directive = parseDirective(this.text, this.context);
      return [{ kind: 'zone-directive', value: judgedDirective(directive, this.document) }];
    }
    const own: Facet = { kind: 'zone-entry', value: this.entry };
    const { record } = this;
    return record === undefined ? [own] : [own, record];
  }
}

/**
 * The anchor of a record.
 * @param reading what `parseEntry` made of it, where that has been asked for already
 */
export function recordAnchor(text: string, context: EntryContext, reading?: ZoneEntry): EntryAnchor {
  return new EntryAnchor(text, context, undefined, reading);
}

/** The anchor of a directive. */
export function directiveAnchor(text: string, context: EntryContext, document: DocumentContext): EntryAnchor {
  return new EntryAnchor(text, context, document);
}

/** The zone entry of an anchor, read afresh; undefined for a directive's. */
export function entryOf(anchor: Anchor): ZoneEntry | undefined {
  if (anchor instanceof EntryAnchor) {
    return anchor.document === undefined ? anchor.entry : undefined;
  }
  const facet = anchor.facets[0];
  return facet?.kind === 'zone-entry' ? facet.value : undefined;
}

/** What an entry's anchor depends on besides its place: where it is the same, so is the anchor. */
export function anchorIdentity(text: string, context: EntryContext): string {
  // Records with an owner of their own, and directives, are given no other.
  return `${context.origin}\n${context.owner?.name ?? ''}\n${text}`;
}
