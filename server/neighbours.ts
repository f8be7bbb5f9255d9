import { languageOf } from '../core/languages';
import { zoneReader } from '../core/model/zone/zone';
import { sourceText, type SourceText } from '../core/text/sourceText';
import type { FileReader } from './files';

/** What is known of a file by the zone that includes it. */
export interface Outer {
  /** Absolute; undefined where the including file does not tell either. */
  readonly origin: string | undefined;
}

/** How many files of a folder are looked through for the one that includes a file. */
const MOST_NEIGHBOURS = 100;

/** A file that includes others is short, as a rule. */
const LARGEST_NEIGHBOUR = 1 << 20;

/**
 * The zone file of the same folder that includes a file; undefined where there is none, or where the file has an SOA
 * record and so is a zone of its own (RFC 1035 §5.2).
 */
export function includingNeighbour(files: FileReader, path: string, text: SourceText): Outer | undefined {
  if (/(?:^|\s)SOA\s/i.test(text.chunks[0]!.text)) return undefined;
  const folder = files.folderOf(path);
  const names = files.list(folder).filter((name) => languageOf(name) === 'dns-zone');
  for (const name of names.slice(0, MOST_NEIGHBOURS)) {
    const place = files.join(folder, name);
    if (place === undefined || place === path) continue;
    const read = files.read(place, [folder], LARGEST_NEIGHBOUR);
    if ('problem' in read || !/^\$INCLUDE\s/im.test(read.text)) continue;
    const model = zoneReader.open(sourceText(read.text), { fileName: name });
    for (const { placed } of model.sections) {
      for (const { anchor } of placed) {
        const [facet] = anchor.facets;
        const include = facet?.kind === 'zone-directive' ? facet.value.include : undefined;
        if (include !== undefined && files.join(folder, include.file) === path) {
          return { origin: include.origin === '.' ? undefined : include.origin };
        }
      }
    }
  }
  return undefined;
}
