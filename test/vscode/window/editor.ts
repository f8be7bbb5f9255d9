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

/** The box of the first occurrence of a text in the active editor's lines in view; undefined where it is not. */
export async function boxOf(page: Page, wanted: string): Promise<Box | undefined> {
  return page.locator(`${activeEditor} .view-lines .view-line`).evaluateAll((elements, text) => {
    const sorted = elements.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    for (const line of sorted) {
      const start = line.textContent.replaceAll('\u00a0', ' ').indexOf(text);
      if (start < 0) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let before = 0;
      let begun = false;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (!begun && start < before + length) {
          range.setStart(node, start - before);
          begun = true;
        }
        if (begun && start + text.length <= before + length) {
          range.setEnd(node, start + text.length - before);
          break;
        }
        before += length;
      }
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, top, bottom };
    }
    return undefined;
  }, wanted);
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
