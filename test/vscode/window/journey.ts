// A window of VS Code for the tests of one file: Mail Auth in it, a copy of a folder open, a page to drive it.
// One server and one browser serve all files of a run.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../support/shared';
import { workbenchAddress } from '../workbench/address';
import { findBrowser, launchBrowser } from '../workbench/browser';
import { installWorkbench } from '../workbench/install';
import { openLonelyPage } from '../workbench/page';
import { startServer, type Server } from '../workbench/server';
import { createCodeWindow, type CodeWindow } from './codeWindow';

/** A journey's window; its members may be used within tests and hooks, from the first `before` on. */
export interface Journey {
  /** The driven window. */
  readonly code: CodeWindow;
  /** Where the copy of the folder lies, in which nothing is precious. */
  readonly folder: string;
  /** Hosts other than our own server that the window asked for. */
  readonly refused: ReadonlySet<string>;
}

interface Stage {
  readonly server: Server;
  readonly browser: Browser;
}

let stage: Promise<Stage> | undefined;

async function setStage(): Promise<Stage> {
  const server = await startServer(await installWorkbench(), {
    // As users have it: out of the package where the run made one, else from the work tree.
    extension: process.env['MAIL_AUTH_VSIX'] ?? root,
    settings: {
      'workbench.preferredLightColorTheme': 'Default Light Modern',
      'workbench.preferredDarkColorTheme': 'Default Dark Modern',
      'window.commandCenter': false,
      'editor.cursorBlinking': 'solid',
      'editor.minimap.enabled': false,
      'editor.stickyScroll.enabled': false,
      'editor.scrollBeyondLastLine': false,
      'workbench.reduceMotion': 'on',
      'problems.decorations.enabled': false,
      // What is shown between the characters is none of the text that is compared; who tests it asks for it.
      'editor.inlayHints.enabled': 'offUnlessPressed',
      'window.title': '${rootName}',
    },
  });
  try {
    const { path } = await findBrowser(console.log);
    return { server, browser: await launchBrowser(path) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

// At the root: this module is loaded by the first journey, outside of its `describe`.
after(async () => {
  const set = await stage?.catch(() => undefined);
  await set?.browser.close();
  await set?.server.stop();
});

/**
 * Opens a window before the tests of the enclosing `describe`, and closes it after them.
 * @param original the folder whose copy is opened, relative to the project
 */
export function journeyThrough(original: string): Journey {
  let now: Journey | undefined;
  let leave = (): Promise<void> => Promise.resolve();

  before(async function () {
    this.timeout(60_000);
    const home = await mkdtemp(join(tmpdir(), 'mail-auth-journey-'));
    const folder = join(home, basename(original));
    leave = () => rm(home, { recursive: true, force: true });
    await cp(resolve(root, original), folder, { recursive: true });
    const { server, browser } = await (stage ??= setStage());
    const { page, refused } = await openLonelyPage(browser, { colorScheme: 'light' });
    leave = async () => {
      await page.context().close();
      await rm(home, { recursive: true, force: true });
    };
    await page.goto(workbenchAddress(server.port, { folder }));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    // Room for what the pictures are about.
    await page.keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    now = { code: createCodeWindow(page), folder, refused };
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || now === undefined) return;
    const place = join(root, 'out/screenshots');
    await mkdir(place, { recursive: true });
    const name = this.currentTest.fullTitle().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    await now.code.page.screenshot({ path: join(place, `failed-${name}.png`) });
  });

  after(() => leave());

  const current = (): Journey => {
    if (now === undefined) throw new Error('the window is not open yet');
    return now;
  };
  return {
    get code() {
      return current().code;
    },
    get folder() {
      return current().folder;
    },
    get refused() {
      return current().refused;
    },
  };
}
