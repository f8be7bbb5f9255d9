// VS Code's window as a person uses it: each function does one thing that a person does, and waits until it is done.
import { setTimeout as sleep } from 'node:timers/promises';
import type { FrameLocator, Page } from 'playwright-core';
import { boxesOf, covers, cursorBox, squiggles, visibleLines, type Box } from './editor';
import { takePicture } from './pictures';

export type CodeWindow = ReturnType<typeof createCodeWindow>;

const patience = 25_000;

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

/** What VS Code has written down in the browser to remember. */
async function writtenDown(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const table = 'ItemTable';
    const values: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          resolve(opening.result);
        };
      });
      if (database.objectStoreNames.contains(table)) {
        const all = await new Promise<unknown[]>((resolve) => {
          const asking = database.transaction(table).objectStore(table).getAll();
          asking.onsuccess = () => {
            resolve(asking.result);
          };
        });
        values.push(...all.map(String));
      }
      database.close();
    }
    return values;
  });
}

/** The functions that drive one window. */
export function createCodeWindow(page: Page) {
  const quickInput = page.locator('.quick-input-widget');
  const quickRows = quickInput.locator('.quick-input-list .monaco-list-row');
  // An entry's second line is a label as well.
  const firstLine = '.quick-input-list-rows > .quick-input-list-row:first-child .label-name';
  const suggestRows = page.locator('.suggest-widget.visible .monaco-list-row');
  const fixRows = page.locator('.action-widget .monaco-list-row.action');

  const seenText = async () => (await visibleLines(page)).join('\n');

  /** The text once it holds still: an editor that was just opened lays its lines out one after another. */
  const text = () =>
    until('a text that holds still', async () => {
      const seen = await seenText();
      await sleep(200);
      return seen === (await seenText()) ? seen : undefined;
    });

  const boxOfText = (wanted: string, length?: number): Promise<Box> =>
    until(`“${wanted}” in the editor`, async () => (await boxesOf(page, wanted, length))[0]);

  /** Takes the mouse where it makes nothing show up. */
  const restMouse = () => page.mouse.move(250, 14);

  return {
    page,

    /** The text of the active editor that is in view. */
    text,

    /** Waits until a text is in view. */
    async textWith(wanted: string): Promise<void> {
      await boxOfText(wanted);
    },

    /** Waits until the text in view is like this: lines are laid out anew a moment after an edit. */
    async textLike(wanted: RegExp | string): Promise<void> {
      let seen = '';
      const like = async () => {
        seen = await seenText();
        return (typeof wanted === 'string' ? seen === wanted : wanted.test(seen)) ? true : undefined;
      };
      await until('the text', like).catch((error: unknown) => {
        throw new Error(`waited in vain for ${String(wanted)} in\n${seen}`, { cause: error });
      });
    },

    /** Opens a file of the folder by its path, and waits for its tab. */
    async openFile(path: string): Promise<void> {
      const name = path.replace(/^.*\//, '');
      const place = path.slice(0, -name.length - 1);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+P');
      await quickInput.locator('input[type=text]').fill(path);
      // Files of one name are told apart by the folder beside it.
      const description = page.locator('.label-description');
      await quickRows
        .filter({ has: page.locator('.label-name').getByText(name, { exact: true }) })
        .filter(
          place === ''
            ? { hasNot: description.filter({ hasText: /\S/ }) }
            : { has: description.getByText(place, { exact: true }) },
        )
        .first()
        .click();
      await restMouse();
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      await page.locator('.editor-group-container.active .editor-container > *').first().waitFor();
    },

    /** Closes all editors without saving anything. */
    async closeEditors(): Promise<void> {
      const tabs = page.locator('.tabs-container .tab');
      if (await quickInput.isVisible()) await page.keyboard.press('Escape');
      await until('closed editors', async () => {
        if ((await tabs.count()) === 0) return true;
        // A tab that goes while it is clicked is what is wanted.
        await tabs
          .first()
          .click({ button: 'middle', timeout: 2000 })
          .catch(() => undefined);
        const discard = page.locator('.monaco-dialog-box').getByRole('button', { name: "Don't Save" });
        if (await discard.isVisible()) await discard.click();
        return undefined;
      });
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
          () =>
            row
              .click()
              .then(restMouse)
              .then(() => true),
          () => undefined,
        );
      });
    },

    /** Clicks at a place named by the text around it, `|` where the cursor goes: `p=rej|ect`. */
    async cursorTo(place: string): Promise<void> {
      const before = place.slice(0, place.indexOf('|'));
      const around = place.replace('|', '');
      // Until the cursor is there: a window that is just being laid out moves what was measured.
      await until(`the cursor at “${place}”`, async () => {
        const { left, top, bottom } = await boxOfText(around);
        const past = before === '' ? left : (await boxOfText(around, before.length)).right;
        await page.mouse.click(past, (top + bottom) / 2);
        const cursor = await cursorBox(page);
        return cursor && Math.abs(cursor.left - past) < 3 && Math.abs(cursor.top - top) < 8
          ? true
          : undefined;
      });
    },

    /** Types into what has the focus, as fast as a quick person. */
    async type(keys: string): Promise<void> {
      await page.keyboard.type(keys, { delay: 15 });
    },

    /** Deletes characters before the cursor. */
    async erase(count: number): Promise<void> {
      for (let i = 0; i < count; i++) await page.keyboard.press('Backspace');
    },

    /** Waits for a squiggle under exactly this text. */
    async squiggleUnder(wanted: string, kind: 'error' | 'warning' | 'info' = 'error'): Promise<void> {
      await until(`a squiggle (${kind}) under “${wanted}”`, async () => {
        const boxes = await boxesOf(page, wanted);
        const found = await squiggles(page, kind);
        return found.some((one) => boxes.some((box) => covers(one, box))) ? true : undefined;
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
      const shown = page.locator(
        '.monaco-hover:not(.hidden) .hover-contents, .monaco-hover:not(.hidden) .marker',
      );
      return until(`a hover over “${wanted}”`, async () => {
        const { left, right, top, bottom } = await boxOfText(wanted);
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

    /** Has the suggestion that is chosen explain itself. */
    async suggestionDetails(): Promise<void> {
      const details = page.locator('.suggest-details');
      if (!(await details.isVisible())) await page.keyboard.press('Control+Space');
      await details.waitFor();
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
      const wanted = fixRows.filter({ hasText: title }).first();
      // The menu takes no click before the mouse has moved on it: the keyboard is surer.
      await until(`the fix “${String(title)}”`, async () => {
        if (/\bfocused\b/.test((await wanted.getAttribute('class')) ?? '')) return true;
        await page.keyboard.press('ArrowDown');
        return undefined;
      });
      await page.keyboard.press('Enter');
      await page.locator('.action-widget').first().waitFor({ state: 'hidden' });
    },

    /** Waits until the cursor stands in this line, counted from 1, as the status bar tells. */
    async cursorInLine(line: number): Promise<void> {
      const place = page.locator('.statusbar-item#status\\.editor\\.selection');
      await until(`the cursor in line ${line}`, async () =>
        (await place.innerText()).startsWith(`Ln ${line},`) ? true : undefined,
      );
    },

    /** Presses a key or keys held together, such as `F12`. */
    async press(keys: string): Promise<void> {
      await page.keyboard.press(keys);
    },

    /** Renames what stands at the cursor. */
    async rename(to: string): Promise<void> {
      const field = page.locator('.rename-box input');
      await until('the field for the new name', async () => {
        await page.keyboard.press('F2');
        return field.waitFor({ timeout: 3000 }).then(
          () => true,
          () => undefined,
        );
      });
      await field.fill(to);
      await page.keyboard.press('Enter');
      await field.waitFor({ state: 'hidden' });
    },

    /** The outline of the active editor, as far as it is in view: a line an entry. */
    async outline(): Promise<readonly string[]> {
      const rows = page.locator('.outline-tree .monaco-list-row');
      return until('the outline', async () => {
        const lines = await rows.allInnerTexts();
        return lines.length === 0 ? undefined : lines.map((line) => line.replaceAll(/\s+/g, ' ').trim());
      });
    },

    /** Saves the active editor. */
    async save(): Promise<void> {
      const changed = page.locator('.tab.active.dirty');
      // An editor that was just opened may not have the focus yet.
      await until('a saved file', async () => {
        await page.keyboard.press('Control+S');
        return changed.waitFor({ state: 'detached', timeout: 3000 }).then(
          () => true,
          () => undefined,
        );
      });
    },

    /** What asks a person something at the top of the window. */
    question: {
      async title(): Promise<string> {
        return quickInput.locator('.quick-input-title').innerText();
      },
      /** Waits until something is asked under this title. */
      async titled(title: string | RegExp): Promise<void> {
        await quickInput.locator('.quick-input-title', { hasText: title }).waitFor({ timeout: patience });
      },
      /** The labels of the answers to choose from. */
      async choices(): Promise<readonly string[]> {
        await quickRows.first().waitFor();
        return (await quickRows.locator(firstLine).allInnerTexts()).map((label) => label.trim());
      },
      async choose(label: string): Promise<void> {
        await quickRows.filter({ hasText: label }).first().click();
        await restMouse();
      },
      /** The text in the field, which may be a proposal. */
      async proposal(): Promise<string> {
        return quickInput.locator('input[type=text]').inputValue();
      },
      async answer(text: string): Promise<void> {
        await quickInput.locator('input[type=text]').fill(text);
        await page.keyboard.press('Enter');
      },
      async accept(): Promise<void> {
        await page.keyboard.press('Enter');
      },
      /** What is wrong with the answer. */
      async complaint(): Promise<string> {
        const message = quickInput.locator('.quick-input-message');
        await quickInput.locator('.monaco-inputbox.error').waitFor();
        return message.innerText();
      },
      async escape(): Promise<void> {
        await page.keyboard.press('Escape');
        await quickInput.waitFor({ state: 'hidden' });
      },
      async gone(): Promise<void> {
        await quickInput.waitFor({ state: 'hidden' });
      },
      /** Goes back to the question before. */
      async back(): Promise<void> {
        await quickInput.getByRole('button', { name: 'Back' }).click();
        await restMouse();
      },
      /** Waits until what stands below a field, the explanation of what is asked, says this. */
      async explained(wanted: RegExp): Promise<void> {
        await quickInput.locator('.quick-input-message', { hasText: wanted }).waitFor({ timeout: patience });
      },
      /** Names a file in a dialog that asks for one. */
      async file(path: string): Promise<void> {
        const field = quickInput.locator('input[type=text]');
        // The dialog writes a proposal once it has looked at its folder, and looks at another one as it is named.
        await until('a proposed file', async () => ((await field.inputValue()) === '' ? undefined : true));
        await until(`the file ${path}`, async () => {
          if ((await field.inputValue()) !== path) await field.fill(path);
          await sleep(700);
          return (await field.inputValue()) === path ? true : undefined;
        });
        await page.keyboard.press('Enter');
      },
    },

    /** The names of the open editors. */
    async tabs(): Promise<readonly string[]> {
      return page
        .locator('.tabs-container .tab')
        .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-resource-name') ?? ''));
    },

    /** Whether the active editor has changes that are not saved. */
    async isDirty(): Promise<boolean> {
      return (await page.locator('.tab.active.dirty').count()) > 0;
    },

    /**
     * Loads the window anew once VS Code has written down what it is to remember: in a browser it does so every few
     * seconds.
     * @param signs what stands in that, all of it about one thing
     */
    async reload(...signs: readonly string[]): Promise<void> {
      await until(`${signs.join(', ')} to be written down`, async () =>
        (await writtenDown(page)).some((value) => signs.every((sign) => value.includes(sign)))
          ? true
          : undefined,
      );
      await page.reload();
    },

    /** What a person would paste now. */
    async clipboard(): Promise<string> {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      return page.evaluate(() => navigator.clipboard.readText());
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
