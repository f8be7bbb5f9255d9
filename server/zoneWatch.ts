import type { Zones } from './zones';

/** Reads zone files again when what stands around them has changed. */
export interface ZoneWatch {
  /** A document was opened or changed; the service holds it as it is now. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** Files on the disk were created, changed or deleted. */
  onDisk(uris: readonly string[]): void;
  /** Other files may be read than before. */
  refolded(): void;
  /** What was stated of origins may be other than before: documents are read again that are now known otherwise. */
  restated(): void;
  dispose(): void;
}

/** How long typing in an included file may rest before the files that include it are read again. */
const rest = 300;

/** What a watch works with. */
export interface Watched {
  readonly zones: Zones;
  /** The zone files that are open. */
  readonly open: () => readonly string[];
  /** Whether other things are known of a document than when it was read. */
  readonly isOutdated: (uri: string) => boolean;
  /** Reads a document again, with what is now known of it. */
  readonly reopen: (uri: string) => void;
  /** Tells what was read again; nothing where origins alone were asked for. */
  readonly done: (uris: readonly string[]) => void;
}

/** Begins to watch. */
export function zoneWatch({ zones, open, isOutdated, reopen, done }: Watched): ZoneWatch {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads documents again, and those of which other things are known thereby; each once, so that circles end. */
  const read = (uris: Iterable<string>): void => {
    const seen = new Set<string>();
    const queue = [...uris];
    for (let uri = queue.pop(); uri !== undefined; uri = queue.pop()) {
      if (seen.has(uri) || !open().includes(uri)) continue;
      seen.add(uri);
      reopen(uri);
      queue.push(...zones.noted(uri));
    }
    if (seen.size > 0) done([...seen]);
  };

  const later = (uris: readonly string[]): void => {
    if (uris.length === 0) return;
    for (const uri of uris) waiting.add(uri);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const due = [...waiting];
      waiting.clear();
      read(due);
    }, rest);
  };

  return {
    changed(uri) {
      later([...zones.noted(uri), ...zones.includersOf(uri)]);
    },
    closed(uri) {
      const includers = zones.includersOf(uri);
      zones.closed(uri);
      later(includers);
    },
    onDisk(uris) {
      // What is open counts as it is in the editor, and the editor tells of its changes.
      const shut = uris.filter((uri) => !open().includes(uri));
      later(shut.flatMap((uri) => zones.includersOf(uri)));
    },
    refolded() {
      read(open().filter((uri) => zones.asks(uri)));
    },
    restated() {
      read(open().filter(isOutdated));
    },
    dispose() {
      clearTimeout(timer);
    },
  };
}
