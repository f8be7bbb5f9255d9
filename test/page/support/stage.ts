// A browser for the pages of one run, and the built files that it is given: read once, so that a build that goes on
// meanwhile changes nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../support/shared';
import { findBrowser, launchBrowser } from '../../vscode/workbench/browser';

let browser: Promise<Browser> | undefined;

/** The browser of this run; ends with it. */
export function theBrowser(): Promise<Browser> {
  return (browser ??= findBrowser(console.log).then(({ path }) => launchBrowser(path)));
}

// At the root: this module is loaded by the first file, outside of its `describe`.
after(async () => {
  const running = await browser?.catch(() => undefined);
  await running?.close();
});

const built = new Map<string, Buffer>();

/** A file of dist/. @throws Error where it was not built */
export function builtFile(name: string): Buffer {
  const known = built.get(name) ?? readFileSync(join(root, 'dist', name));
  built.set(name, known);
  return known;
}
