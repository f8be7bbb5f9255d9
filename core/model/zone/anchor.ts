import { recogniseRecord } from '../../records/recognise';
import { parseDirective } from '../../syntax/masterFile/directive';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { parseEntry, type EntryContext } from '../../syntax/masterFile/parse';
import { holdsPrivateKey } from '../../values/privateKey';
import type { Anchor, DocumentContext, Facet } from '../model';
import { judgedDirective } from './include';

/**
 * The anchor of an entry of a zone file. It keeps the entry's characters and context and reads them whenever it is
 * asked: what a read entry takes is ten times that, and a zone has a million of them. Only from when it was read until
 * it is judged for the first time the reading is kept.
 */
export class EntryAnchor implements Anchor {
  private reading: ZoneEntry | undefined;
  private secret: boolean | undefined;

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
    return this.reading ?? parseEntry(this.text, this.context);
  }

  /** Looked for once: an entry may have thousands of findings. */
  get confidential(): boolean {
    return (this.secret ??= holdsPrivateKey(this.text));
  }

  forget(): void {
    this.reading = undefined;
  }

  /** Read afresh at every call. */
  get facets(): readonly Facet[] {
    if (this.document !== undefined) {
      const directive = parseDirective(this.text, this.context);
      return [{ kind: 'zone-directive', value: judgedDirective(directive, this.document) }];
    }
    const { entry } = this;
    const record = recogniseRecord(entry);
    const own: Facet = { kind: 'zone-entry', value: entry };
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
