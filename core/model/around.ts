import type { Versions } from '../facts/versions';
import type { MailSystem } from './mailSystem';
import type { DocumentContext } from './model';
import { systemAround } from './zone/zoneView';

/** What stands around a document. */
export interface Around {
  /** Its name without folders, where it has one. */
  readonly fileName: string | undefined;
  /** Its URI, where it stands among others. */
  readonly uri: string | undefined;
  /** All that is open. */
  readonly system: MailSystem;
  /** See {@link DocumentContext.paths}; absent where no folders can be looked into. */
  readonly paths: DocumentContext['paths'];
  /** The releases in use, where they are stated. */
  readonly versions: Versions;
}

/**
 * What stands around a document now.
 * @param note told of the keys of all questions that are asked of other documents
 */
export function surroundings(context: DocumentContext, note: (key: number) => unknown): Around {
  const { fileName, others, paths, versions } = context;
  return {
    fileName,
    uri: others?.uri,
    system: systemAround(others, note),
    paths,
    versions: versions?.() ?? {},
  };
}
