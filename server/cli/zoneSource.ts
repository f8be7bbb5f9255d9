import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { initialOrigin } from '../../core/model/zone/origin';
import { zoneApex } from '../../core/model/zone/place';
import type { ZoneSource } from '../../core/model/zone/records';
import { isZoneModel, zoneReader } from '../../core/model/zone/zone';
import { sourceText, type SourceText } from '../../core/text/sourceText';
import { including } from '../includes';
import { decodeOctets } from '../node/decode';
import { nodeFiles } from '../node/files';

/**
 * A zone file ready to be read, with the files that it includes.
 * @param origin the zone's name; otherwise file and name tell
 * @param directory where relative paths of `$INCLUDE` count from, before the zone's own folder
 * @throws the system's error where the file cannot be read
 */
export function openZone(
  path: string,
  origin: string | undefined,
  directory: string | undefined,
): ZoneSource {
  const text = sourceText(decodeOctets(readFileSync(path)));
  const context = { fileName: basename(path), ...(origin !== undefined && { origin }) };
  const first = initialOrigin(text.chunks[0]!.text, context);
  const file = resolve(path);
  const base = directory === undefined ? undefined : resolve(directory);
  const include = including({
    files: nodeFiles(Infinity, decodeOctets),
    path: file,
    directory: base,
    folders: [dirname(file), process.cwd(), ...(base === undefined ? [] : [base])],
  });
  return { text, origin: first, apex: apexOf(text, context, first), include };
}

/** The zone's own name: as stated, else the owner of the SOA record in the file's beginning. */
function apexOf(text: SourceText, context: { readonly origin?: string }, first: string): string {
  if (context.origin !== undefined) return first;
  const model = zoneReader.open(sourceText(text.chunks[0]!.text), { origin: first });
  return isZoneModel(model) ? zoneApex(model) : first;
}
