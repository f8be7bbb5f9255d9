// The report page, inside its webview, as a person uses it.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CodeWindow } from './codeWindow';
import { until } from './codeWindow';

/** A row: the texts of its cells by their column's name. */
export type Row = Readonly<Record<string, string>>;

/** The functions that drive the report page in the newest webview of a window. */
export function reportTable(code: CodeWindow) {
  const frame = code.webview();
  const grid = frame.getByRole('treegrid');

  const detail = frame.getByRole('complementary');

  const rows = async (): Promise<readonly Row[]> =>
    grid
      .locator('.body .row')
      .evaluateAll((lines) =>
        lines
          .sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
          .map((line) =>
            Object.fromEntries(
              [...line.children].map((cell) => [
                cell.className.replace('cell', '').trim().split(' ')[0] ?? '',
                cell.textContent.trim(),
              ]),
            ),
          ),
      );

  return {
    frame,

    /** Gathers the records by something; by nothing without a word. */
    async group(by = 'No groups'): Promise<void> {
      await frame.getByRole('combobox', { name: 'Group by' }).selectOption({ label: by });
    },

    /** Takes away groups and waits until this many records are in the table; gives those that are drawn. */
    async records(count: number): Promise<readonly Row[]> {
      await frame.getByRole('combobox', { name: 'Group by' }).selectOption({ label: 'No groups' });
      // The head and the sum are lines as well.
      await until(`${count} records`, async () =>
        (await grid.getAttribute('aria-rowcount')) === String(count + 2) ? true : undefined,
      );
      return until('drawn rows', async () => {
        if ((await grid.locator('[aria-busy=true]').count()) > 0) return undefined;
        const drawn = await rows();
        return drawn.length > 0 && drawn.every((row) => row['sourceIp'] !== '') ? drawn : undefined;
      });
    },

    rows,

    /** What stands above the table. */
    async heading(): Promise<string> {
      return frame.locator('header').innerText();
    },

    /** What the page says while there is nothing in it. */
    async invitation(): Promise<string> {
      return frame.locator('main.empty').innerText();
    },

    /** Opens the group of this name, or closes it. */
    async toggleGroup(name: string): Promise<void> {
      await grid.locator('.row.grouping').filter({ hasText: name }).locator('.key').click();
    },

    /** The groups that are drawn, each as its text. */
    async groups(): Promise<readonly string[]> {
      return grid.locator('.row.grouping').allInnerTexts();
    },

    /** Opens the detail of the first record with this address and text. */
    async choose(address: string, text = ''): Promise<void> {
      const line = grid.locator('.body .row:not(.grouping)').filter({ hasText: address });
      await (text === '' ? line : line.filter({ hasText: text })).first().locator('.sourceIp').click();
      await detail.waitFor();
    },

    /** The pane beside the table. */
    detail,

    /** Presses one of the pane's actions. */
    async act(label: RegExp | string): Promise<void> {
      await detail.getByRole('button', { name: label }).first().click();
    },

    /** Goes to a tab of the page. */
    async tab(name: string): Promise<void> {
      await frame.getByRole('tab', { name }).click();
    },

    /** Clicks the little button that comes up at a value under the pointer. */
    async only(value: string, modifiers: readonly 'Alt'[] = []): Promise<void> {
      await grid.locator('.body .value', { hasText: value }).first().hover();
      await grid.locator('button.only').click({ modifiers: [...modifiers] });
    },

    async sortBy(column: string): Promise<void> {
      await grid.getByRole('columnheader').getByRole('button', { name: column, exact: true }).click();
    },

    async filter(text: string): Promise<void> {
      await frame.getByRole('combobox', { name: 'Filter records' }).fill(text);
    },

    /** Chooses files in the file picker. */
    async pick(paths: readonly string[]): Promise<void> {
      await frame.locator('input[type=file]').setInputFiles([...paths]);
    },

    /** Lets files fall on the page, as a drag from the desktop does. */
    async drop(paths: readonly string[]): Promise<void> {
      const files = await Promise.all(
        paths.map(async (path) => ({
          name: basename(path),
          bytes: [...(await readFile(path))],
        })),
      );
      await frame.locator('body').evaluate((body, dropped) => {
        const dataTransfer = new DataTransfer();
        for (const { name, bytes } of dropped)
          dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
        for (const type of ['dragenter', 'dragover', 'drop']) {
          body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        }
      }, files);
    },
  };
}
