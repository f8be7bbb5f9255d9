import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { LanguageService } from '../core/service';
import type { Abilities } from './abilities';
import type { OpenDocument } from './documents';
import type { Zones } from './zones';
import type { ZoneWatch } from './zoneWatch';

/** What the server's features are given to work with. */
export interface Host {
  readonly connection: Connection;
  readonly service: LanguageService;
  /** What is known of zone files by what stands around them. */
  readonly zones: Zones;
  readonly watch: ZoneWatch;
  /** What the client can do; known from `initialize` on. */
  readonly abilities: () => Abilities;
  /** A document of ours that is open; undefined for any other. */
  readonly document: (uri: string) => OpenDocument | undefined;
  /** Until a document that is just being read has been read. */
  readonly settled: (uri: string) => Promise<void>;
  /** All documents of ours that are open. */
  readonly documents: () => readonly OpenDocument[];
  /** The client's `mailAuth` section as it came last. */
  readonly section: () => unknown;
  /** Does `work`; a failure of ours goes to the log, and the client gets `fallback`, the answer that says "nothing". */
  readonly guarded: <T>(what: string, fallback: T, work: () => T) => T;
}

/** One thing that a client can ask for: what is promised at `initialize`, and what answers. */
export interface Feature {
  capabilities?(abilities: Abilities): ServerCapabilities;
  answer(host: Host): void;
  /** The client is ready: what it can only be told now. */
  initialized?(host: Host): void;
}
