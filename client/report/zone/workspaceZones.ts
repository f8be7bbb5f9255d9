import * as vscode from 'vscode';
import {
  APEX_HEAD,
  ZONE_APEXES,
  ZONES_AT_HAND,
  type ZoneApexesParams,
  type ZonesAtHand,
  type ZonesAtHandParams,
} from '../../../core/generator/zoneProtocol';
import { beginsLikeZone, mayBeZone } from '../../../core/syntax/zoneNames';
import type { Server } from '../../server';
import { comparable, readFiles } from '../../workspaceFiles';

/** Names that zone files have; what stands in those that others have as well decides. */
const ZONE_FILES = ['**/*.{zone,db,dns,hosts,zonefile}', '**/{db,pri,sec,named}.*'] as const;

/** A workspace with more zone files than this has the rest asked about once they are open. */
const MOST_FILES = 2000;

/** So many files are read and asked about at a time. */
const BATCH = 50;

/** Files of more octets are read one at a time: only their beginning is looked at, but all of it is read. */
const LARGE = 1 << 20;

/** Milliseconds for which what was found is taken as it is. */
const FRESH = 3000;

/** So many files are opened for one question, and so many of one zone. */
const MOST_OPENED = 20;
const MOST_OF_ONE = 3;

/** The zone files of the workspace, for questions that those that are open leave without an answer. */
export interface WorkspaceZones {
  readonly server: Server;
  /**
   * Opens files that may answer for names, without showing them.
   * @param names plain, of the records that are looked for
   * @returns whether any was opened that was not open before
   */
  reach(names: readonly string[], cancel?: vscode.CancellationToken): Promise<boolean>;
  /** Opens files that are known, such as those that a zone includes. */
  open(uris: readonly string[]): Promise<boolean>;
}

interface KnownFile {
  readonly changed: number;
  readonly size: number;
  readonly apex: string | null;
}

/** Nothing is read before somebody asks; what was read is remembered for as long as the file stays as it is. */
export function workspaceZones(server: Server): WorkspaceZones {
  const known = new Map<string, KnownFile>();

  const atHand = (names: readonly string[]): Promise<ZonesAtHand> =>
    server.request<ZonesAtHand>(ZONES_AT_HAND, { names } satisfies ZonesAtHandParams);

  const open = async (uris: readonly string[]): Promise<boolean> => {
    let some = false;
    for (const uri of uris.slice(0, MOST_OPENED)) {
      // A configuration or an $INCLUDE can name any file; those of the workspace are meant to be read.
      const place = vscode.Uri.parse(uri);
      if (vscode.workspace.getWorkspaceFolder(place) === undefined) continue;
      some = (await opened(place)) || some;
    }
    return some;
  };

  /** What was found a moment ago: who walks through a table asks for one record after the other. */
  let recent: { readonly at: number; readonly apexes: Promise<Map<string, string>> } | undefined;
  const indexed = async (cancel: vscode.CancellationToken | undefined): Promise<Map<string, string>> => {
    if (recent === undefined || Date.now() - recent.at > FRESH) {
      recent = { at: Date.now(), apexes: lookedThrough(cancel) };
    }
    const mine = recent;
    const forget = (): void => {
      if (recent === mine) recent = undefined;
    };
    try {
      return await mine.apexes;
    } catch (problem) {
      forget();
      throw problem;
    } finally {
      // What was given up tells nothing.
      if (cancel?.isCancellationRequested === true) forget();
    }
  };

  /** The zones of the files of the workspace, by URI; what changed since is read again. */
  const lookedThrough = async (
    cancel: vscode.CancellationToken | undefined,
  ): Promise<Map<string, string>> => {
    // The search knows no groups within groups.
    const found = await Promise.all(
      ZONE_FILES.map((glob) => vscode.workspace.findFiles(glob, '**/node_modules/**', MOST_FILES, cancel)),
    );
    const uris = [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()];
    const apexes = new Map<string, string>();
    for (let at = 0; at < uris.length && cancel?.isCancellationRequested !== true; at += BATCH) {
      const batch = await Promise.all(uris.slice(at, at + BATCH).map(stated));
      const changed = batch.filter(({ uri, stat }) => {
        const before = known.get(uri.toString());
        return stat !== undefined && (before?.changed !== stat.mtime || before.size !== stat.size);
      });
      await learn(changed);
      for (const { uri } of batch) {
        const apex = known.get(uri.toString())?.apex;
        if (apex !== undefined && apex !== null) apexes.set(uri.toString(), apex);
      }
    }
    return apexes;
  };

  const learn = async (files: readonly StatedFile[]): Promise<void> => {
    if (files.length === 0) return;
    const isLarge = ({ stat }: StatedFile): boolean => stat!.size > LARGE;
    const heads = await headsOf(files.filter((file) => !isLarge(file)));
    for (const large of files.filter(isLarge)) heads.push(...(await headsOf([large])));
    const params: ZoneApexesParams = { files: heads };
    const answers =
      params.files.length === 0 ? [] : await server.request<(string | null)[]>(ZONE_APEXES, params);
    const apexes = new Map(params.files.map(({ uri }, index) => [uri, answers[index] ?? null]));
    for (const { uri, stat } of files) {
      const key = uri.toString();
      known.set(key, { changed: stat!.mtime, size: stat!.size, apex: apexes.get(key) ?? null });
    }
  };

  return {
    server,
    open,
    async reach(names, cancel) {
      const [{ open: before, named }, files] = [await atHand(names), await indexed(cancel)];
      if (cancel?.isCancellationRequested === true) return false;
      const there = new Set(before.map(({ uri }) => comparable(vscode.Uri.parse(uri))));
      // Where configurations say that a file is, none need be.
      const candidates = [...files, ...named.map(({ uri, apex }) => [uri, apex] as const)];
      const wanted = new Set<string>();
      for (const name of names) {
        const around = candidates.filter(([, apex]) => isAtOrBelow(name, apex));
        const longest = Math.max(...around.map(([, apex]) => apex.length));
        const nearest = around.filter(([, apex]) => apex.length === longest).map(([uri]) => uri);
        for (const uri of nearest.slice(0, MOST_OF_ONE)) {
          if (!there.has(comparable(vscode.Uri.parse(uri)))) wanted.add(uri);
        }
      }
      return open([...wanted]);
    },
  };

  /** Opens a file as a zone; the server has it before it is asked the next thing. */
  async function opened(uri: vscode.Uri): Promise<boolean> {
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      if (document.languageId !== 'dns-zone') {
        await vscode.languages.setTextDocumentLanguage(document, 'dns-zone');
      }
      return true;
    } catch {
      // Gone meanwhile, or too large for an editor.
      return false;
    }
  }
}

interface StatedFile {
  readonly uri: vscode.Uri;
  readonly stat: vscode.FileStat | undefined;
}

async function stated(uri: vscode.Uri): Promise<StatedFile> {
  return {
    uri,
    stat: await vscode.workspace.fs.stat(uri).then(
      (stat) => stat,
      () => undefined,
    ),
  };
}

/** The beginnings of those that are zone files. */
async function headsOf(files: readonly StatedFile[]): Promise<{ uri: string; head: string }[]> {
  const read = await readFiles(files.map(({ uri }) => uri));
  return read.flatMap(({ uri, text }) => {
    const head = headOf(vscode.Uri.parse(uri), text);
    return head === undefined ? [] : [{ uri, head }];
  });
}

/** The beginning of a zone file, to a line's end; undefined for what is none. */
function headOf({ path }: vscode.Uri, text: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!/\.zone$/i.test(name) && !(mayBeZone(name) && beginsLikeZone(text.slice(0, APEX_HEAD))))
    return undefined;
  if (text.length <= APEX_HEAD) return text;
  const end = text.lastIndexOf('\n', APEX_HEAD - 1);
  return text.slice(0, end < 0 ? APEX_HEAD : end + 1);
}

/** Whether a plain name lies in a zone; both without escapes, as names of mail domains are. */
function isAtOrBelow(name: string, apex: string): boolean {
  const own = `.${name.toLowerCase().replace(/\.$/, '')}.`;
  return apex === '.' || own.endsWith(`.${apex.toLowerCase()}`);
}
