// What is seen in VS Code's text editor, measured on the page: text, squiggles, and where they lie.
import type { Page } from 'playwright-core';

/** A rectangle of the page, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const activeEditor = '.editor-group-container.active .editor-instance .monaco-editor';

/** The lines of the active editor that are in view, from top to bottom. */
export async function visibleLines(page: Page): Promise<readonly string[]> {
  const lines = await page.locator(`${activeEditor} .view-lines .view-line`).evaluateAll((elements) =>
    elements.map((element) => ({
      top: element.getBoundingClientRect().top,
      text: element.textContent.replaceAll('\u00a0', ' '),
    })),
  );
  return lines.sort((a, b) => a.top - b.top).map(({ text }) => text);
}

/**
 * The boxes of a text in the active editor's lines in view, from top to bottom; the first one of each line.
 * @param length how much of the text to measure, from its start
 */
export async function boxesOf(page: Page, wanted: string, length = wanted.length): Promise<readonly Box[]> {
  const boxes = await page.locator(`${activeEditor} .view-lines .view-line`).evaluateAll(
    (lines, { text, measured }) =>
      lines.flatMap((line) => {
        const start = line.textContent.replaceAll('\u00a0', ' ').indexOf(text);
        if (start < 0) return [];
        const range = document.createRange();
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let before = 0;
        let begun = false;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const size = node.textContent?.length ?? 0;
          if (!begun && start < before + size) {
            range.setStart(node, start - before);
            begun = true;
          }
          if (begun && start + measured <= before + size) {
            range.setEnd(node, start + measured - before);
            break;
          }
          before += size;
        }
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return [{ left, right, top, bottom }];
      }),
    { text: wanted, measured: length },
  );
  return boxes.sort((a, b) => a.top - b.top);
}

/** The box of the cursor in the active editor, where that has the focus. */
export async function cursorBox(page: Page): Promise<Box | undefined> {
  const [box] = await page.locator(`${activeEditor}.focused .cursors-layer .cursor`).evaluateAll((cursors) =>
    cursors.map((cursor) => {
      const { left, right, top, bottom } = cursor.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
  return box;
}

/** The boxes of all squiggles of a kind in the active editor's lines in view. */
export async function squiggles(page: Page, kind: 'error' | 'warning' | 'info'): Promise<readonly Box[]> {
  return page.locator(`${activeEditor} .view-overlays .squiggly-${kind}`).evaluateAll((elements) =>
    elements.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
}

/** Whether one box covers the other's width, on the same line. */
export function covers(one: Box, other: Box): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 2;
  return (
    near(one.left, other.left) &&
    near(one.right, other.right) &&
    one.top < other.bottom &&
    one.bottom > other.top
  );
}
