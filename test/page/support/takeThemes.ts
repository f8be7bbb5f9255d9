// Writes themes.json anew: what VS Code gives a webview in each theme. Run it by hand where a newer VS Code is pinned:
// node --import tsx test/page/support/takeThemes.ts
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../support/shared';
import { createCodeWindow } from '../../vscode/window/codeWindow';
import { workbenchAddress } from '../../vscode/workbench/address';
import { findBrowser, launchBrowser } from '../../vscode/workbench/browser';
import { installWorkbench } from '../../vscode/workbench/install';
import { openLonelyPage } from '../../vscode/workbench/page';
import { startServer } from '../../vscode/workbench/server';
import { themeNames, type Themes, type ThemeName } from './themes';

/** The workbench follows what the system wants. */
const wanted = {
  light: { id: 'Default Light Modern', colorScheme: 'light', forcedColors: 'none' },
  dark: { id: 'Default Dark Modern', colorScheme: 'dark', forcedColors: 'none' },
  hcDark: { id: 'Default High Contrast', colorScheme: 'dark', forcedColors: 'active' },
  hcLight: { id: 'Default High Contrast Light', colorScheme: 'light', forcedColors: 'active' },
} as const satisfies Readonly<Record<ThemeName, object>>;

interface Taken {
  readonly variables: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
  readonly css: string;
}

async function take(theme: ThemeName): Promise<Taken> {
  const { id, ...media } = wanted[theme];
  const server = await startServer(await installWorkbench());
  const browser = await launchBrowser((await findBrowser(console.log)).path);
  try {
    const { page } = await openLonelyPage(browser, {
      colorScheme: media.colorScheme === 'light' ? 'dark' : 'light',
    });
    await page.goto(workbenchAddress(server.port, { folder: join(root, 'samples') }));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    const code = createCodeWindow(page);
    // Any webview will do.
    await code.openFile('README.md');
    await code.command('Markdown: Open Preview');
    const body = code.webview().locator('body');
    // The first theme is one of older days: only a change brings the present ones.
    await page.emulateMedia(media);
    await code.webview().locator(`body[data-vscode-theme-id="${id}"]`).waitFor();
    return await body.evaluate((element) => ({
      variables: Object.fromEntries(
        [...document.documentElement.style]
          .filter((name) => /^--(?!markdown-)/.test(name))
          .map((name) => [name, document.documentElement.style.getPropertyValue(name)]),
      ),
      body: Object.fromEntries(
        [...element.attributes]
          .filter(({ name }) => name === 'class' || name.startsWith('data-vscode'))
          .map(({ name, value }) => [
            name,
            // Others of the classes are the preview's own.
            name === 'class'
              ? (value.match(/\bvscode-(?:light|dark|high-contrast)[\w-]*/g) ?? []).join(' ')
              : value,
          ]),
      ),
      css: document.getElementById('_defaultStyles')?.textContent ?? '',
    }));
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function main(): Promise<void> {
  const taken = new Map<ThemeName, Taken>();
  for (const theme of themeNames) taken.set(theme, await take(theme));
  const names = [...new Set([...taken.values()].flatMap(({ variables }) => Object.keys(variables)))].sort();
  const themes: Themes = {
    css: taken.get('light')!.css,
    body: Object.fromEntries(themeNames.map((theme) => [theme, taken.get(theme)!.body])) as Themes['body'],
    variables: Object.fromEntries(
      names.map((name) => {
        const values = themeNames.map((theme) => taken.get(theme)!.variables[name] ?? null);
        return [name, new Set(values).size === 1 ? values[0]! : values];
      }),
    ),
  };
  const path = join(import.meta.dirname, 'themes.json');
  await writeFile(
    path,
    await format(JSON.stringify(themes), { ...(await resolveConfig(path)), filepath: path }),
  );
  console.log(`${names.length} variables, ${themes.css.length} characters of CSS`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
