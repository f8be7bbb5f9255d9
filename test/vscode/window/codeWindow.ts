// VS Code's window as a person uses it: each function does one thing that a person does, and waits until it is done.
import { setTimeout as sleep } from 'node:timers/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { boxOf, covers, squiggles, visibleLines, type Box } from './editor';
import { takePicture } from './pictures';

export type CodeWindow = ReturnType<typeof createCodeWindow>;

const patience = 15_000;

/** Asks again and again until there is an answer; throws with `what` where there is none in time. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  limit = patience,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await sleep(100);
  }
}

/** The functions that drive one window. */
export function createCodeWindow(page: Page) {
  const quickInput = page.locator('.quick-input-widget');
  const quickRows = quickInput.locator('.quick-input-list .monaco-list-row');
  const suggestRows = page.locator('.suggest-widget.visible .monaco-list-row');
  const fixRows = page.locator('.action-widget .monaco-list-row.action');
  const labelOf = (row: Locator) => row.locator('.label-name').first();

  const text = async () => (await visibleLines(page)).join('\n');

  const boxOfText = (wanted: string): Promise<Box> =>
    until(`“${wanted}” in the editor`, () => boxOf(page, wanted));

  /** Opens the palette or another quick input and chooses the entry whose label is, or begins with, the text. */
  const choose = async (typed: string, label: string) => {
    const field = quickInput.locator('input[type=text]');
    await field.waitFor();
    await field.fill(typed);
    const row = quickRows.filter({ hasText: label }).first();
    await row.waitFor({ timeout: patience });
    await row.click();
  };

  return {
    page,

    /** The text of the active editor that is in view. */
    text,

    /** Opens a file of the folder by its path, and waits for its tab. */
    async openFile(path: string): Promise<void> {
      const name = path.replace(/^.*\//, '');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+P');
      await choose(path, name);
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      await page.locator('.editor-group-container.active .editor-container > *').first().waitFor();
    },

    /** Closes all editors without saving anything. */
    async closeEditors(): Promise<void> {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await choose('>View: Revert and Close Editor', 'Revert and Close Editor');
      await page
        .locator('.tab')
        .waitFor({ state: 'detached' })
        .catch(() => undefined);
    },

    /** Runs a command by its title in the palette. */
    async command(title: string): Promise<void> {
      // An open palette does not learn of commands that come late: it is opened anew until it knows this one.
      await until(`the command “${title}”`, async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('F1');
        await quickInput.locator('input[type=text]').fill(`>${title}`);
        const row = quickRows.filter({ hasText: title }).first();
        return row.waitFor({ timeout: 2000 }).then(
          () => row.click().then(() => true),
          () => undefined,
        );
      });
    },

    /** Puts the cursor at a place named by the text around it, `|` where the cursor goes: `p=rej|ect`. */
    async cursorTo(place: string): Promise<void> {
      const around = place.replace('|', '');
      const lines = await until(`“${around}” in the editor`, async () => {
        const seen = await visibleLines(page);
        return seen.some((line) => line.includes(around)) ? seen : undefined;
      });
      const line = lines.findIndex((seen) => seen.includes(around));
      const column = lines[line]!.indexOf(around) + place.indexOf('|');
      await page.keyboard.press('Control+G');
      const field = quickInput.locator('input[type=text]');
      await field.waitFor();
      await field.fill(`:${line + 1},${column + 1}`);
      await page.keyboard.press('Enter');
      await quickInput.waitFor({ state: 'hidden' });
    },

    /** Types into what has the focus, as fast as a quick person. */
    async type(keys: string): Promise<void> {
      await page.keyboard.type(keys, { delay: 15 });
    },

    /** Waits for a squiggle under exactly this text. */
    async squiggleUnder(wanted: string, kind: 'error' | 'warning' | 'info' = 'error'): Promise<void> {
      await until(`a squiggle (${kind}) under “${wanted}”`, async () => {
        const box = await boxOf(page, wanted);
        if (box === undefined) return undefined;
        return (await squiggles(page, kind)).some((one) => covers(one, box)) ? true : undefined;
      });
    },

    /** Waits until no squiggle of this kind is in view. */
    async noSquiggles(kind: 'error' | 'warning' | 'info' = 'error'): Promise<void> {
      await until(`no more squiggles (${kind})`, async () =>
        (await squiggles(page, kind)).length === 0 ? true : undefined,
      );
    },

    /** Rests the mouse on a text of the editor; gives what the hover says once it says something real. */
    async hoverOver(wanted: string): Promise<string> {
      const { left, right, top, bottom } = await boxOfText(wanted);
      const shown = page.locator(
        '.monaco-hover:not(.hidden) .hover-contents, .monaco-hover:not(.hidden) .marker',
      );
      return until(`a hover over “${wanted}”`, async () => {
        await page.mouse.move(left + 1, bottom + 200);
        await page.mouse.move((left + right) / 2, (top + bottom) / 2, { steps: 3 });
        await shown
          .first()
          .waitFor({ timeout: 3000 })
          .catch(() => undefined);
        await sleep(200); // hovers come together: the problem at once, the explanation a little later
        const said = (await shown.allInnerTexts()).join('\n').trim();
        return said === '' || /^Loading/.test(said) ? undefined : said;
      });
    },

    /** Asks for suggestions at the cursor; gives their labels, in order, as far as they are in view. */
    async suggestions(): Promise<readonly string[]> {
      return until('suggestions', async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+Space');
        const there = await suggestRows
          .first()
          .waitFor({ timeout: 3000 })
          .then(
            () => true,
            () => false,
          );
        return there ? suggestRows.locator('.label-name').allInnerTexts() : undefined;
      });
    },

    /** Takes the suggestion with this label. */
    async acceptSuggestion(label: string): Promise<void> {
      const rows = suggestRows.filter({ has: page.locator('.label-name').getByText(label, { exact: true }) });
      await rows.first().click();
      await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
    },

    /** Opens the lamp's menu at the cursor; gives the titles in it. */
    async quickFixes(): Promise<readonly string[]> {
      return until('quick fixes', async () => {
        await page.keyboard.press('Control+.');
        const there = await fixRows
          .first()
          .waitFor({ timeout: 3000 })
          .then(
            () => true,
            () => false,
          );
        return there ? fixRows.allInnerTexts() : undefined;
      });
    },

    /** Takes a quick fix out of the open menu. */
    async takeFix(title: string | RegExp): Promise<void> {
      await fixRows.filter({ hasText: title }).first().click();
      await page.locator('.action-widget').waitFor({ state: 'detached' });
    },

    /** Saves the active editor. */
    async save(): Promise<void> {
      await page.keyboard.press('Control+S');
      await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    },

    /** The row of buttons, title, field and list that asks a person something; see `ask`. */
    quickInput,

    /** The labels in the open quick input's list. */
    async choices(): Promise<readonly string[]> {
      await quickRows.first().waitFor();
      return Promise.all((await quickRows.all()).map((row) => labelOf(row).innerText()));
    },

    /** Chooses out of the open quick input's list. */
    async choice(label: string): Promise<void> {
      await quickRows.filter({ hasText: label }).first().click();
    },

    /** Answers the open quick input's field. */
    async answer(value: string): Promise<void> {
      await quickInput.locator('input[type=text]').fill(value);
      await page.keyboard.press('Enter');
    },

    /** The notifications in view. */
    async notifications(): Promise<readonly string[]> {
      return page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
    },

    /** The page inside the newest webview. */
    webview(): FrameLocator {
      return page.frameLocator('iframe.webview.ready >> nth=-1').frameLocator('iframe#active-frame');
    },

    /** Takes the picture docs/images/NAME in the light and the dark theme; see `takePicture`. */
    async picture(name: string): Promise<void> {
      await takePicture(page, name);
    },
  };
}
