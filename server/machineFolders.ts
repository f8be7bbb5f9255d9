import type { DocumentContext } from '../core/model/model';
import { homesOf, placesOfFolder } from '../core/model/namedFolders';
import type { OpenDocument } from './documents';
import type { FileReader } from './files';

/**
 * What a configuration may know of the folders of the machine that it is for: what lies in the client's folders, or
 * in the one that the configuration itself lies in.
 * @param folders the URIs of the client's folders, asked for each time
 */
export function machineFolders(
  files: FileReader | undefined,
  folders: () => readonly string[],
  { uri, languageId }: OpenDocument,
): Pick<DocumentContext, 'paths'> {
  const homes = languageId === undefined ? undefined : homesOf(languageId);
  const path = files?.pathOf(uri);
  if (files === undefined || homes === undefined || path === undefined) return {};
  return {
    paths(folder) {
      const seen = [...folders().flatMap((each) => files.pathOf(each) ?? []), files.folderOf(path)];
      const names = placesOfFolder(folder, homes, path.replaceAll('\\', '/')).flatMap((place) =>
        files.listWithin(place, seen),
      );
      return [...new Set(names)];
    },
  };
}
