import { nameHash } from '../syntax/masterFile/nameHash';
import {
  configurationKey,
  isConfigurationKind,
  MOST_ZONES,
  zoneKey,
  ZONES_KEY,
  type ConfigurationFiles,
  type ConfigurationKind,
  type OtherDocuments,
  type SystemConfiguration,
} from './mailSystem';
import { shiftSpan, type Span } from '../text/span';
import type { Anchor, Model } from './model';
import { isZoneModel, type ZoneModel } from './zone/zone';

/** The documents that are open together, for each other. */
export interface OpenDocuments {
  /** What a document, open or about to be opened, may ask of the others. */
  around(uri: string): OtherDocuments;
  /**
   * Takes a document as it is now.
   * @returns the keys of the questions that the others may have asked and that have other answers now
   */
  put(uri: string, language: string, model: Model): Iterable<number>;
  remove(uri: string): Iterable<number>;
}

/** What is kept of a document. */
type Held =
  | { readonly kind: 'zone'; readonly apex: string; readonly model: ZoneModel }
  | { readonly kind: ConfigurationKind; readonly model: Model };

/** A holder of no documents yet. */
export function openDocuments(): OpenDocuments {
  const held = new Map<string, Held>();
  /** The documents that hold zones, by apex. */
  const byApex = new Map<string, Set<string>>();

  const take = (uri: string): Held | undefined => {
    const before = held.get(uri);
    held.delete(uri);
    if (before?.kind === 'zone') {
      const alike = byApex.get(before.apex);
      alike?.delete(uri);
      if (alike?.size === 0) byApex.delete(before.apex);
    }
    return before;
  };

  const zoneAt = (uri: string): ZoneModel | undefined => {
    const found = held.get(uri);
    return found?.kind === 'zone' ? found.model : undefined;
  };

  return {
    around: (uri) => ({
      uri,
      zones() {
        if (byApex.size > MOST_ZONES) return undefined;
        const all = [...held].flatMap(([other, { kind }]) => (kind === 'zone' ? [other] : []));
        return nearestFirst(uri, all).map((other) => ({ uri: other, model: () => zoneAt(other) }));
      },
      zone(apex) {
        const alike = byApex.get(apex);
        if (alike === undefined) return undefined;
        const [nearest] = nearestFirst(uri, [...alike]);
        return nearest === undefined ? undefined : { uri: nearest, model: () => zoneAt(nearest) };
      },
      configurations(kind) {
        const alike = [...held].flatMap(([other, { kind: found }]) => (found === kind ? [other] : []));
        return nearestFirst(uri, alike).flatMap((other) =>
          configuration(other, kind, () => held.get(other)?.model),
        );
      },
    }),
    put(uri, language, model) {
      const before = take(uri);
      const now = holding(language, model);
      if (now !== undefined) {
        held.set(uri, now);
        if (now.kind === 'zone') {
          const alike = byApex.get(now.apex);
          if (alike === undefined) byApex.set(now.apex, new Set([uri]));
          else alike.add(uri);
        }
      }
      if (before?.kind === 'zone' && now?.kind === 'zone') {
        const same = before.apex === now.apex && !model.changedGroups.everything;
        if (same) return model.changedAnswers ?? [];
      } else if (before?.kind === now?.kind && fileOf(before) === fileOf(now)) return [];
      return [...keysOf(before), ...keysOf(now)];
    },
    remove: (uri) => keysOf(take(uri)),
  };
}

function holding(language: string, model: Model): Held | undefined {
  if (isConfigurationKind(language)) return { kind: language, model };
  // A file that another one includes is a part of that one's zone, and no zone of its own.
  if (!isZoneModel(model) || model.apex === undefined || model.documentContext.included === true)
    return undefined;
  return { kind: 'zone', apex: model.apex, model };
}

/** The questions to which a document's coming and going makes a difference. */
function keysOf(document: Held | undefined): number[] {
  if (document === undefined) return [];
  if (document.kind === 'zone') return [zoneKey(nameHash(document.apex)), ZONES_KEY];
  return [configurationKey(document.kind)];
}

function fileOf(document: Held | undefined): object | undefined {
  return document?.model.configuration?.file;
}

/** A configuration as the others see it. */
function configuration<K extends ConfigurationKind>(
  uri: string,
  kind: K,
  current: () => Model | undefined,
): SystemConfiguration<K>[] {
  const found = current()?.configuration;
  if (found?.kind !== kind) return [];
  // Whoever states a kind gives that kind's file.
  const file = found.file as ConfigurationFiles[K];
  const find = (anchor: Anchor, span: Span): Span | undefined => {
    const model = current();
    const start = model === undefined ? undefined : anchorStart(model, anchor);
    return start === undefined ? undefined : shiftSpan(span, start);
  };
  const { publicKey } = found;
  const place: SystemConfiguration['place'] = (anchor, span) => ({ uri, find: () => find(anchor, span) });
  return [{ uri, kind, file, ...(publicKey && { publicKey }), place }];
}

/** Where an anchor begins in its document; such documents are small. */
function anchorStart(model: Model, anchor: Anchor): number | undefined {
  for (const [index, { placed }] of model.sections.entries()) {
    const found = placed.find((one) => one.anchor === anchor);
    if (found !== undefined) return model.sectionStart(index) + found.at;
  }
  return undefined;
}

/** First those that share the longest beginning with a document's own URI; the order must not tell who was opened first. */
function nearestFirst(own: string, uris: readonly string[]): readonly string[] {
  const others = uris.filter((uri) => uri !== own && isBeside(own, uri));
  if (others.length < 2) return others;
  const shared = new Map(others.map((uri) => [uri, sharedFolders(own, uri)]));
  return others.sort((a, b) => shared.get(b)! - shared.get(a)! || (a < b ? -1 : Number(a > b)));
}

/** Schemes of documents that are nowhere yet, and so beside all others. */
const NOWHERE: readonly string[] = ['', 'untitled'];

/**
 * Whether two documents may belong to one system. An editor that shows what changed has the file and its old version
 * open, under another scheme: the two are not to be judged against each other.
 */
function isBeside(own: string, other: string): boolean {
  const [a, b] = [schemeOf(own), schemeOf(other)];
  return a === b || NOWHERE.includes(a) || NOWHERE.includes(b);
}

function schemeOf(uri: string): string {
  return /^[a-z][a-z0-9+.-]*(?=:)/i.exec(uri)?.[0].toLowerCase() ?? '';
}

/** How many parts of the paths of two URIs are the same, from the beginning. */
export function sharedFolders(a: string, b: string): number {
  const [one, other] = [a.split('/'), b.split('/')];
  let count = 0;
  while (count < one.length && one[count] === other[count]) count++;
  return count;
}
