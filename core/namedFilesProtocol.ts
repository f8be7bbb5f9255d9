/**
 * The client hands over the configurations of mail servers, those that are open and those of the workspace.
 * Params: {@link NamedFilesParams}. Result: {@link NamedFilesResult}.
 */
export const NAMED_FILES = 'mailAuth/namedFiles';

export interface NamedFilesParams {
  readonly files: readonly ConfigurationText[];
}

/** A configuration. */
export interface ConfigurationText {
  readonly uri: string;
  readonly text: string;
  /** The language in which it is open; absent where it is not. */
  readonly open?: string;
}

export interface NamedFilesResult {
  /** Where files may lie that the configurations name, and the languages that they are in. */
  readonly files: readonly { readonly uri: string; readonly language: string }[];
  /**
   * What the open configurations of milters name, by the names of the files without folders: people open copies that lie
   * nowhere near each other.
   */
  readonly names: readonly { readonly name: string; readonly language: string }[];
}
