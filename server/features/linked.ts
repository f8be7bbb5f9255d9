import { READERS } from '../../core/languages';
import type { DocumentContext } from '../../core/model/model';
import { fileNameOf } from '../documents';
import type { Host } from '../host';
import { targetOf } from './links';
import type { Asked } from './places';

/** How many files are read for one answer, and how large each may be. */
const mostFiles = 64;
const mostUnits = 1 << 22;

/**
 * The documents that a document's links lead to, and those that these lead to, as far as they are not open: read for
 * one answer, each as the document that links to it has it.
 */
export function linkedDocuments(host: Host, here: Asked): Asked[] {
  const found: Asked[] = [];
  const seen = new Set(host.documents().map(({ uri }) => uri));
  const queue = [here];
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    const { editing, open } = from;
    for (const link of editing.links?.() ?? []) {
      const uri = targetOf(host, here.open.uri, link.path, open.uri);
      const { languageId } = open;
      if (uri === undefined || languageId === undefined || seen.has(uri) || found.length >= mostFiles)
        continue;
      const linked = editing.linked?.(link);
      if (linked === undefined || linked.text.length > mostUnits) continue;
      seen.add(uri);
      const fileName = fileNameOf(uri);
      const context: DocumentContext = { fileName, ...linked.context };
      const model = READERS[languageId].open(linked.text, context);
      if (model.editing === undefined) continue;
      const asked = {
        open: { uri, languageId, fileName, version: 0, text: linked.text },
        editing: model.editing,
      };
      found.push(asked);
      queue.push(asked);
    }
  }
  return found;
}
