/** Where a path that is written in a setting points: to a place of this machine, or below the workspace's folder. */
export type Place = { readonly file: string } | { readonly below: string };

/**
 * Resolves what may stand at the start of a path in a setting: `~` and `${userHome}`, the user's home, and
 * `${workspaceFolder}`, the first folder that is open.
 * @param home the user's home folder; undefined where there is none
 * @returns undefined where the path is not absolute, or begins in a home that there is not
 */
export function placeOf(path: string, home: string | undefined): Place | undefined {
  const below = /^\$\{workspaceFolder\}(?:[\\/]+(.*))?$/s.exec(path);
  if (below !== null) return { below: (below[1] ?? '').replaceAll('\\', '/') };
  const atHome = /^(?:~|\$\{userHome\})(?:[\\/]+(.*))?$/s.exec(path);
  if (atHome !== null) return home === undefined ? undefined : { file: `${home}/${atHome[1] ?? ''}` };
  // From the root, of a drive, or of a host on the network.
  return /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(path) ? { file: path } : undefined;
}

/** The last part of a path, as a name to show. */
export function fileName(path: string): string {
  return /[^\\/]+(?=[\\/]*$)/.exec(path)?.[0] ?? path;
}
