import type { Span } from '../text/span';

/** A host, address or network of a list; spans count from the text's beginning. */
export interface HostEntry {
  readonly text: string;
  readonly span: Span;
}

/**
 * The entries of a host list (ignore.hosts, TrustedHosts): one a line, without what a `#` begins and without blanks
 * at both ends.
 */
export function parseHostList(text: string): HostEntry[] {
  const entries: HostEntry[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const content = line.split('#', 1)[0]!;
    const start = at + (content.length - content.trimStart().length);
    const written = content.trim();
    if (written !== '') entries.push({ text: written, span: { start, end: start + written.length } });
    at += line.length + 1;
  }
  return entries;
}
