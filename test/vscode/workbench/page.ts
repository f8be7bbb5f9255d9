// A browser page that may speak to nobody but our own server.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page in a context of its own, with the hosts that it asked for in vain. */
export interface LonelyPage {
  readonly page: Page;
  readonly refused: ReadonlySet<string>;
}

/** Opens a page; requests to anything but the loopback address are refused and remembered. */
export async function openLonelyPage(browser: Browser, options?: BrowserContextOptions): Promise<LonelyPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const refused = new Set<string>();
  const outside = (url: URL) => url.hostname !== '127.0.0.1' && /^(https?|wss?):$/.test(url.protocol);
  await context.route(outside, async (route) => {
    refused.add(new URL(route.request().url()).host);
    await route.abort();
  });
  return { page: await context.newPage(), refused };
}
