// The built page of the record generator in a plain browser.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { newNonce, pageDocument } from '../../../client/report/pageDocument';
import type { Locale } from '../../../core/text/message';
import { root } from '../../support/shared';
import { openLonelyPage } from '../../vscode/workbench/page';
import { formHost, type FormHost, type OpenZone } from './formHost';
import { themeOf, type ThemeName } from './themes';

/** How a page is opened. */
export interface Showing {
  readonly zones?: readonly OpenZone[];
  readonly locale?: Locale;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
}

/** The open page, with what a person does in it. */
export interface FormPage {
  readonly page: Page;
  readonly host: FormHost;
  /** Hosts that the page asked for, and what it wrote to the console or threw. */
  readonly trouble: readonly string[];
  question(key: string): Locator;
  /** The lines of the preview. */
  lines(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const ORIGIN = 'https://page.invalid';

export async function openFormPage(browser: Browser, showing: Showing = {}): Promise<FormPage> {
  const { zones = [], locale = 'en', theme = 'light', width = 1280, height = 900 } = showing;
  const { page, refused } = await openLonelyPage(browser, { viewport: { width, height } });
  const trouble: string[] = [];
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) trouble.push(line.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  const { css, body, variables } = themeOf(theme);
  const values = Object.entries(variables).map(([name, value]) => `${name}: ${value};`);
  const attributes = Object.entries(body).map(([name, value]) => ` ${name}="${value}"`);
  const html = pageDocument({
    language: locale,
    title: 'Generator',
    script: `${ORIGIN}/generator.js`,
    style: `${ORIGIN}/generator.css`,
    source: ORIGIN,
    nonce: newNonce(),
  })
    .replace('<link', `<link rel="stylesheet" href="${ORIGIN}/theme.css">\n<link`)
    .replace('<body', `<body${attributes.join('')}`);
  const served: Readonly<Record<string, { readonly type: string; read(): Promise<string> | string }>> = {
    '/': { type: 'text/html; charset=utf-8', read: () => html },
    '/theme.css': { type: 'text/css', read: () => `:root { ${values.join('\n')} }\n${css}` },
    '/generator.js': { type: 'text/javascript', read: () => readFile(join(root, 'dist/generator.js'), 'utf8') },
    '/generator.css': { type: 'text/css', read: () => readFile(join(root, 'dist/generator.css'), 'utf8') },
  };
  await page.route(`${ORIGIN}/**`, async (route) => {
    const found = served[new URL(route.request().url()).pathname];
    if (found === undefined) {
      await route.fulfill({ status: 404 });
      return;
    }
    await route.fulfill({ contentType: found.type, body: await found.read() });
  });
  const host = await formHost(page, zones, locale);
  await page.goto(`${ORIGIN}/`);
  await page.locator('.question').first().waitFor({ timeout: 5000 }).catch((error: unknown) => {
    throw new Error(trouble.join('\n'), { cause: error });
  });
  return {
    page,
    host,
    get trouble() {
      return [...trouble, ...refused];
    },
    question: (key) => page.locator(`.question[data-key="${key}"]`),
    lines: () => page.locator('.record .line').allInnerTexts(),
    close: () => page.context().close(),
  };
}
