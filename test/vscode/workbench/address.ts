// The address that opens the workbench: which folder, with which extension, and with which tests.
import { resolve } from 'node:path';

export interface AddressOptions {
  /** The folder to open; without it the window is empty. */
  readonly folder?: string;
  /** Extensions to load as development ones in the server's (Node.js) extension host. */
  readonly extensions?: readonly string[];
  /** A bundle that exports `run()`, to be run in that extension host. */
  readonly tests?: string;
}

/** The workbench's address on a loopback port; paths are those of the server's machine. */
export function workbenchAddress(port: number, options: AddressOptions): string {
  const authority = `127.0.0.1:${port}`;
  const remote = (path: string) => `vscode-remote://${authority}${encodeURI(resolve(path))}`;
  const payload: [string, string][] = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...(options.extensions ?? []).map((path): [string, string] => ['extensionDevelopmentPath', remote(path)]),
  ];
  if (options.tests !== undefined) payload.push(['extensionTestsPath', remote(options.tests)]);
  const address = new URL(`http://${authority}/`);
  if (options.folder === undefined) address.searchParams.set('ew', 'true');
  else address.searchParams.set('folder', resolve(options.folder));
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
