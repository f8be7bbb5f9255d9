/** Asks which origin an open zone file begins with. Params: {@link ZoneOriginParams}. Result: {@link ZoneOrigin} or null. */
export const ZONE_ORIGIN = 'mailAuth/zoneOrigin';

export interface ZoneOriginParams {
  readonly uri: string;
}

/** The origin of a zone file, and who says so. */
export interface ZoneOrigin {
  /** Absolute, with its final dot. */
  readonly origin: string;
  readonly by: OriginSource;
}

/**
 * `setting`: the person; `configuration`: a name server's configuration; `included`: the file that includes it;
 * `file`: the file itself, by its name, its SOA record or a $ORIGIN; `none`: nobody.
 */
export type OriginSource = 'setting' | 'configuration' | 'included' | 'file' | 'none';

/** The server tells the client that origins may have changed. No params. */
export const ORIGINS_CHANGED = 'mailAuth/originsChanged';

/**
 * The client hands over the name servers' configuration files of the workspace.
 * Params: {@link NameServerFilesParams}. Result: {@link NameServerFilesResult}.
 */
export const NAME_SERVER_FILES = 'mailAuth/nameServerFiles';

export interface NameServerFilesParams {
  readonly files: readonly { readonly uri: string; readonly text: string }[];
}

export interface NameServerFilesResult {
  /** Where zone files may lie, by what the configurations say. */
  readonly zones: readonly string[];
  /** Files that the configurations take in and that were not among those handed over. */
  readonly wanted: readonly string[];
}

/** The setting with the origins that people stated, within `mailAuth`: path in the workspace → origin. */
export const ZONE_ORIGINS_SETTING = 'zoneOrigins';

/** Asks for the edits that raise a zone's serial. */
export const RAISE_SERIAL = 'mailAuth/raiseSerial';

export interface RaiseSerialParams {
  readonly uri: string;
  /**
   * `changed`: only where the records differ from those that were saved, and the serial has not been raised yet;
   * `changing`: records are about to differ, so only the latter counts.
   */
  readonly when: 'now' | 'changed' | 'changing';
}

/** Edits in LSP's form, for the document of that version; or why there are none, in words for the user. */
export type RaiseSerialResult =
  { readonly version: number; readonly edits: readonly SerialEdit[] } | { readonly refused: string };

/** A text edit as LSP has it. */
export interface SerialEdit {
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
  readonly newText: string;
}

/** A position as LSP has it: line and UTF-16 code unit, both from 0. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}
