// Pictures for the documentation, taken by the journeys that show what is in them.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { root } from '../../support/shared';

/** Light comes last: that is how windows are otherwise. */
const themes = [
  { name: 'dark', ofWorkbench: 'vs-dark' },
  { name: 'light', ofWorkbench: 'vs' },
] as const;

/**
 * Takes the window as `docs/images/NAME.light.png` and `NAME.dark.png`. A picture that is there stays, so that a
 * run leaves the work tree clean, unless MAIL_AUTH_SCREENSHOTS=update asks for new ones; the one just taken then
 * goes to out/screenshots/.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  for (const theme of themes) {
    // The workbench follows the system's colours: nothing that is open has to be touched.
    await page.emulateMedia({ colorScheme: theme.name });
    await page.locator(`.monaco-workbench.${theme.ofWorkbench}`).waitFor();
    await sleep(800); // icons load, and webviews take the colours on
    const kept = join(root, 'docs/images', `${name}.${theme.name}.png`);
    const renew = process.env['MAIL_AUTH_SCREENSHOTS'] === 'update' || !existsSync(kept);
    const folder = join(root, renew ? 'docs/images' : 'out/screenshots');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.${theme.name}.png`) });
  }
}
