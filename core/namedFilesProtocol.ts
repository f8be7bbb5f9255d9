/**
 * The client hands over the configurations of mail servers, those that are open and those of the workspace.
 * Params: {@link NamedFilesParams}. Result: {@link NamedFilesResult}.
 */
export const NAMED_FILES = 'mailAuth/namedFiles';

export interface NamedFilesParams {
  readonly files: readonly { readonly uri: string; readonly text: string }[];
}

export interface NamedFilesResult {
  /** Where files may lie that the configurations name, and the languages that they are in. */
  readonly files: readonly { readonly uri: string; readonly language: string }[];
}
