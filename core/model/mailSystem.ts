import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { Span } from '../text/span';
import type { ConfigurationFile } from './configuration';
import type { MasterCfFile } from './masterCfFile';
import type { Anchor, PublicKeyOf } from './model';
import type { ZoneView } from './zone/view';
import type { ZoneModel } from './zone/zone';

/** The configuration files that are judged together, by the names of their languages. */
export interface ConfigurationFiles {
  readonly 'postfix-main': ConfigurationFile;
  readonly 'postfix-master': MasterCfFile;
  readonly opendmarc: ConfigurationFile;
  readonly opendkim: ConfigurationFile;
  readonly 'opendkim-keytable': ConfigurationFile;
  readonly 'opendkim-signingtable': ConfigurationFile;
}

export type ConfigurationKind = keyof ConfigurationFiles;

/**
 * All documents that are open together, as one mail system, for a rule or hover of one of them. Names are absolute, in
 * the form of `comparableName`. Every question is remembered: when the answer may have changed, whoever asked is
 * judged again.
 */
export interface MailSystem {
  /**
   * The open zone that answers for a name: the one whose apex is the longest at or above it, the asker's own before
   * another of the same apex. Where it has delegated the name (`delegation`), it answers no more than that.
   */
  zoneFor(name: string): SystemZone | undefined;
  /**
   * The open zones, one for each apex: the asker's own first, then those nearest to it. Undefined where there are more
   * than {@link MOST_ZONES}: each that comes or goes would have all of them looked through again.
   */
  zones(): readonly SystemZone[] | undefined;
  /** The other open configurations of a kind, those nearest to the asker's own folder first. */
  configurations<K extends ConfigurationKind>(kind: K): readonly SystemConfiguration<K>[];
}

/** A zone of the system. */
export interface SystemZone extends ZoneView {
  /** The document it stands in; undefined for the asker's own. */
  readonly uri: string | undefined;
  /** A place in one of its records, counted from where that begins; undefined in the asker's own document. */
  place(entry: ZoneEntry, span: Span): Elsewhere | undefined;
}

/** A configuration of the system. */
export interface SystemConfiguration<K extends ConfigurationKind = ConfigurationKind> {
  readonly uri: string;
  readonly kind: K;
  readonly file: ConfigurationFiles[K];
  /** See {@link DocumentContext.publicKey}. */
  readonly publicKey?: PublicKeyOf;
  /** A place in it, counted from an anchor of one of its settings. */
  place(anchor: Anchor, span: Span): Elsewhere;
}

/** A configuration judged as a part of the system. */
export type ConfigurationInSystem = {
  readonly [K in ConfigurationKind]: {
    readonly kind: K;
    readonly file: ConfigurationFiles[K];
    readonly system: MailSystem;
    /** See {@link DocumentContext.publicKey}. */
    readonly publicKey?: PublicKeyOf;
  };
}[ConfigurationKind];

/** A place in another document. It is looked for when it is shown: that document may have changed meanwhile. */
export interface Elsewhere {
  readonly uri: string;
  /** Document offsets; undefined where it is not there any more, or lies in a file that the document includes. */
  find(): Span | undefined;
}

/** A record to be added to the zone of another open document, in that document's own style. */
export interface RecordElsewhere {
  readonly uri: string;
  /** Absolute. */
  readonly owner: string;
  readonly type: 'TXT';
  /** The text, without quotes. */
  readonly value: string;
}

/** What the holder of the open documents tells one of them of the others. */
export interface OtherDocuments {
  /** The URI of the document itself. */
  readonly uri: string;
  /** All other zones, those nearest to the document first; undefined where there are more than {@link MOST_ZONES}. */
  zones(): readonly OtherZone[] | undefined;
  /** The zone with exactly this apex; of several the one nearest to the document. */
  zone(apex: string): OtherZone | undefined;
  /** Those nearest to the document first. */
  configurations<K extends ConfigurationKind>(kind: K): readonly SystemConfiguration<K>[];
}

/** Another open zone. */
export interface OtherZone {
  readonly uri: string;
  /** As it is now. */
  readonly model: () => ZoneModel | undefined;
}

/** The key under which it is noted that somebody asked which zone has the apex with this hash. */
export function zoneKey(hash: number): number {
  return hash ^ 0x7a6f_6e65;
}

/** So many zones are looked through for one of which the name is not known. */
export const MOST_ZONES = 50;

/** The key under which it is noted that somebody asked for all zones. */
export const ZONES_KEY = 0x616c_6c7a;

/** The key under which it is noted that somebody asked for the configurations of a kind. */
export function configurationKey(kind: ConfigurationKind): number {
  return KINDS.indexOf(kind) ^ 0x636f_6e66;
}

const KINDS: readonly ConfigurationKind[] = Object.freeze([
  'postfix-main',
  'postfix-master',
  'opendmarc',
  'opendkim',
  'opendkim-keytable',
  'opendkim-signingtable',
] as const);

/** Whether a language is one of configurations. */
export function isConfigurationKind(language: string): language is ConfigurationKind {
  return (KINDS as readonly string[]).includes(language);
}
