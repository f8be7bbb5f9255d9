import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from '../../support/shared';
import { createCodeWindow } from '../window/codeWindow';
import { findBrowser, launchBrowser } from '../workbench/browser';
import { openLonelyPage } from '../workbench/page';

describe('npm start', function () {
  this.timeout(120_000);

  it('serves the samples with the extension, and leaves nothing when it is ended', async () => {
    const start = spawn(process.execPath, ['scripts/start.mjs', '--browser'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true, // a group of its own, to be told to end as Ctrl-C does it
    });
    const ended = new Promise<number | null>((resolve) => start.once('exit', resolve));
    let address = '';
    try {
      for await (const line of createInterface({ input: start.stdout })) {
        address = /http:\/\/127\.0\.0\.1:\S+/.exec(line)?.[0] ?? '';
        if (address !== '') break;
      }
      assert.notEqual(address, '', 'an address');
      const { path } = await findBrowser();
      const browser = await launchBrowser(path);
      try {
        const { page } = await openLonelyPage(browser);
        await page.goto(address);
        await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
        const code = createCodeWindow(page);
        await code.openFile('mistakes/example.org.zone');
        await code.squiggleUnder('quarantene');
      } finally {
        await browser.close();
      }
    } finally {
      process.kill(-start.pid!, 'SIGINT');
    }
    assert.equal(await ended, 0);
    await assert.rejects(fetch(address), 'nobody listens any more');
  });
});
