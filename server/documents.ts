import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { isLanguageId, languageOf, type LanguageId } from '../core/languages';
import {
  edited,
  offsetAt,
  sourceText,
  type LineAndCharacter,
  type SourceText,
} from '../core/text/sourceText';

/** A text that the client has open. A change gives a new one; the text shares what the change left alone. */
export interface OpenDocument {
  readonly uri: string;
  /** Undefined for a document that is none of ours; it is kept, and left alone. */
  readonly languageId: LanguageId | undefined;
  /** The last part of the URI's path, decoded. */
  readonly fileName: string;
  readonly version: number;
  readonly text: SourceText;
}

/** As much of a text as is looked at to tell its language. */
const HEAD_UNITS = 1 << 16;

/**
 * How `TextDocuments` keeps documents: as chunked text, so that a change costs what it changes and not what the
 * file holds (the library's own text is one flat string with one array of all line starts).
 */
export const documentStore: TextDocumentsConfiguration<OpenDocument> = {
  create(uri, languageId, version, content) {
    const fileName = fileNameOf(uri);
    const text = typeof content === 'string' ? content : '';
    return {
      uri,
      languageId: isLanguageId(languageId) ? languageId : languageOf(fileName, text.slice(0, HEAD_UNITS)),
      fileName,
      version,
      text: sourceText(text),
    };
  },
  update(document, changes, version) {
    return { ...document, version, text: changes.reduce(changed, document.text) };
  },
};

/** One change applied; what a careless client sends (reversed or outlying ranges) is taken as near as can be. */
function changed(text: SourceText, change: TextDocumentContentChangeEvent): SourceText {
  const inserted = typeof change.text === 'string' ? change.text : '';
  if (!('range' in change)) return sourceText(inserted);
  const from = offsetAt(text, whole(change.range.start));
  const to = offsetAt(text, whole(change.range.end));
  return edited(text, { span: { start: Math.min(from, to), end: Math.max(from, to) }, text: inserted });
}

/** A position whose numbers are whole and not below 0. */
export function whole(position: LineAndCharacter): LineAndCharacter {
  return { line: natural(position.line), character: natural(position.character) };
}

function natural(value: number): number {
  return Number.isFinite(value) ? Math.max(0, Math.trunc(value)) : 0;
}

/** The file's name that a URI ends with; what cannot be decoded stays as it stands. */
export function fileNameOf(uri: string): string {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:|[?#].*$/gis, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
