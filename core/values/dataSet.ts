/** A data set of OpenDKIM: what kind it is of, and where that stands in its text. */
export interface DataSet {
  /** As written; where none is, what OpenDKIM assumes: `file`, `db` or `csl`. */
  readonly kind: string;
  /** Where what the kind takes begins: behind the colon, or 0. */
  readonly start: number;
}

/**
 * Tells the kind of a data set as dkimf_db_open() does: by what stands before the first colon, unless a comma comes
 * first; else a path is a file (a Berkeley DB where it ends in `.db`), and the rest a list.
 */
export function dataSetOf(text: string): DataSet {
  const colon = text.indexOf(':');
  const comma = text.indexOf(',');
  if (colon >= 0 && !(comma >= 0 && comma < colon)) return { kind: text.slice(0, colon), start: colon + 1 };
  if (text.endsWith('.db')) return { kind: 'db', start: 0 };
  return { kind: text.startsWith('/') ? 'file' : 'csl', start: 0 };
}

/** The path that a data set leads to, and where it stands in the text; undefined where it leads to no file. */
export function dataSetPath(text: string): { readonly path: string; readonly start: number } | undefined {
  const { kind, start } = dataSetOf(text);
  if (!/^(?:file|refile|db|lua|mdb)$/i.test(kind)) return undefined;
  const path = text.slice(start);
  return path === '' ? undefined : { path, start };
}

/** The entries of a list that stands in a value, without the blanks around them. */
export function listEntries(text: string, from = 0): { readonly text: string; readonly start: number }[] {
  const found: { text: string; start: number }[] = [];
  let at = from;
  for (const part of text.slice(from).split(',')) {
    const entry = part.trim();
    if (entry !== '') found.push({ text: entry, start: at + part.indexOf(entry) });
    at += part.length + 1;
  }
  return found;
}
