// A page of ours in a plain browser: the HTML and the policy that the extension gives it, what VS Code puts into every
// webview, and a stand-in for the extension's side. Whatever must not happen is listened for from the first moment.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { newNonce, pageDocument } from '../../../client/report/pageDocument';
import { root } from '../../support/shared';
import { builtFile, theBrowser } from './stage';
import { themeOf, type Theme, type ThemeName } from './themes';

/** Where the page itself and its files come from, as in VS Code two origins; nothing ever goes there. */
const origins = { page: 'https://page.invalid', files: 'https://files.invalid' } as const;

/** Which of our pages: the files of dist/. */
export interface PageKind {
  readonly script: string;
  readonly style: string;
  readonly worker?: string;
}

export const reportPage: PageKind = {
  script: 'webview.js',
  style: 'webview.css',
  worker: 'webview.worker.js',
};
export const generatorPage: PageKind = { script: 'generator.js', style: 'generator.css' };

export interface BedOptions {
  readonly kind: PageKind;
  readonly theme?: ThemeName;
  readonly language?: 'en' | 'ja';
  readonly width?: number;
  readonly height?: number;
  /** What VS Code has kept for the page. */
  readonly state?: unknown;
  /** Hears what the page says to the extension. */
  readonly hear: (message: unknown) => void;
}

/** What a page must not do, as far as it has done it. */
export interface Trespasses {
  /** alert, confirm, prompt */
  readonly dialogs: readonly string[];
  /** What its policy has stopped. */
  readonly violations: readonly string[];
  /** Addresses beside its own files. */
  readonly requests: readonly string[];
  /** Errors that nobody caught, and what was written to the console as an error. */
  readonly errors: readonly string[];
  /** Windows that it opened, addresses that it went to. */
  readonly departures: readonly string[];
  /** Set by script in reports, if ever it runs. */
  readonly owned: readonly string[];
}

export interface Bed {
  readonly page: Page;
  /** Says something to the page, as the extension does. */
  post(message: unknown): Promise<void>;
  wear(theme: ThemeName): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Loads the page anew, as VS Code does for one that was hidden: only its kept state is left. */
  reload(): Promise<void>;
  /** What the page has VS Code keep. */
  state(): Promise<unknown>;
  trespasses(): Promise<Trespasses>;
  /** Elements and attributes that no page of ours makes by itself, and that could do something: as they are written. */
  strangers(): Promise<readonly string[]>;
  /** Takes a picture where MAIL_AUTH_PAGE_PICTURES names a folder; else nothing. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** The page's side of VS Code's API. Plain text: what tests compile to may lean on helpers that a page does not have. */
const standIn = `
globalThis.__name = (made) => made;
globalThis.owned = [];
globalThis.violated = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
  globalThis.violated.push([violatedDirective, blockedURI, sample].join(' '));
});
{
  let given = false;
  globalThis.acquireVsCodeApi = () => {
    if (given) throw new Error('the API was given already');
    given = true;
    return Object.freeze({
      postMessage: (message) => void globalThis.sayToExtension(message),
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
      setState: (state) => {
        sessionStorage.setItem('state', JSON.stringify(state));
        return state;
      },
    });
  };
}`;

/** Opens a page of ours. The caller closes it. */
export async function openBed(options: BedOptions): Promise<Bed> {
  const { kind, language = 'en', width = 1280, height = 800 } = options;
  const context = await (
    await theBrowser()
  ).newContext({
    viewport: { width, height },
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    reducedMotion: 'reduce',
  });
  const requests: string[] = [];
  const dialogs: string[] = [];
  const errors: string[] = [];
  const departures: string[] = [];
  const html = documentOf(kind, language, themeOf(options.theme ?? 'light'));
  const files = new Map<string, { readonly body: string | Buffer; readonly contentType: string }>([
    [`${origins.page}/`, { body: html, contentType: 'text/html' }],
    ...[kind.script, kind.style, kind.worker ?? []].flat().map((name) => {
      const contentType = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      return [`${origins.files}/${name}`, { body: builtFile(name), contentType }] as const;
    }),
  ]);
  await context.route('**', async (route) => {
    const url = route.request().url();
    const file = files.get(url);
    if (file === undefined) {
      requests.push(url);
      await route.abort();
    } else await route.fulfill({ ...file, headers: { 'Access-Control-Allow-Origin': '*' } });
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') errors.push(line.text());
  });
  context.on('page', (other) => departures.push(other.url()));
  page.on('framenavigated', (frame) => {
    if (frame.url() !== `${origins.page}/`) departures.push(frame.url());
  });
  await page.exposeFunction('sayToExtension', options.hear);
  await page.addInitScript(standIn);
  if (options.state !== undefined) await page.addInitScript(keep, JSON.stringify(options.state));
  await page.goto(`${origins.page}/`);

  return {
    page,
    async post(message) {
      await page.evaluate((said) => {
        window.postMessage(said, '*');
      }, message);
    },
    wear: (theme) => page.evaluate(putOn, themeOf(theme)),
    resize: (w, h) => page.setViewportSize({ width: w, height: h }),
    async reload() {
      await page.reload();
    },
    state: () => page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown),
    async trespasses() {
      const { owned, violations } = await page.evaluate(() => {
        const seen = globalThis as unknown as { owned: string[]; violated: string[] };
        return { owned: seen.owned, violations: seen.violated };
      });
      return { dialogs, violations, requests, errors, departures, owned };
    },
    strangers: () => page.evaluate(findStrangers),
    async picture(name) {
      const folder = process.env['MAIL_AUTH_PAGE_PICTURES'] ?? '';
      if (folder === '') return;
      await mkdir(resolve(root, folder), { recursive: true });
      await page.screenshot({ path: join(resolve(root, folder), `${name}.png`) });
    },
    close: () => context.close(),
  };
}

/** What a page has done when it has done nothing wrong. */
export const noTrespasses: Trespasses = {
  dialogs: [],
  violations: [],
  requests: [],
  errors: [],
  departures: [],
  owned: [],
};

/**
 * The extension's document with what VS Code adds: its own style sheet ahead of the policy, and the theme on the root
 * and the body.
 */
function documentOf({ script, style, worker }: PageKind, language: string, theme: Theme): string {
  const html = pageDocument({
    language,
    title: 'Mail Auth',
    script: `${origins.files}/${script}`,
    style: `${origins.files}/${style}`,
    ...(worker === undefined ? {} : { worker: `${origins.files}/${worker}` }),
    source: origins.files,
    nonce: newNonce(),
  });
  const variables = Object.entries(theme.variables).map(([name, value]) => `${name}: ${value};`);
  const marks = Object.entries(theme.body).map(([name, value]) => `${name}="${value}"`);
  return html
    .replace('<html ', `<html style="${variables.join(' ').replaceAll('"', '&quot;')}" `)
    .replace('<head>', `<head><style id="_defaultStyles">${theme.css}</style>`)
    .replace('<body', `<body ${marks.join(' ')}`);
}

/** Runs in the page. */
function keep(state: string): void {
  if (sessionStorage.getItem('state') === null) sessionStorage.setItem('state', state);
}

/** Runs in the page. */
function findStrangers(): string[] {
  const ours = 'head > meta, head > title, head > link, head > style, body > script[nonce]';
  const never =
    'script, style, link, meta, base, title, iframe, frame, object, embed, img, video, audio, source, form, template, math, image, animate, set, foreignObject';
  const found: Element[] = [...document.querySelectorAll(never)].filter(
    (one) => !one.matches(ours) && !(one instanceof SVGElement && one.tagName === 'title'),
  );
  for (const one of document.querySelectorAll('*')) {
    for (const { name, value } of one.attributes) {
      const leads = /^(?:xlink:)?(?:href|src|action|formaction|srcdoc|ping|data)$/.test(name);
      if (name.startsWith('on') || (leads && !one.matches(ours) && !value.startsWith('#'))) found.push(one);
    }
  }
  return found.map((one) => one.outerHTML.slice(0, 300));
}

/** Runs in the page. */
function putOn(theme: Theme): void {
  const { style } = document.documentElement;
  for (const name of [...style]) style.removeProperty(name);
  for (const [name, value] of Object.entries(theme.variables)) style.setProperty(name, value);
  for (const [name, value] of Object.entries(theme.body)) document.body.setAttribute(name, value);
}
