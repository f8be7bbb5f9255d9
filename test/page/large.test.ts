// How the page does with very many records. What is measured is printed: a machine's speed is no property of the
// project; what is asserted is that nothing is missing. MAIL_AUTH_LARGE=1: a million of them.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { lastRecord, writeLargeReport } from './support/largeReport';
import { openReports, type ReportBed } from './support/reports';
import { theBrowser } from './support/stage';

const records = process.env['MAIL_AUTH_LARGE'] === '1' ? 1_000_000 : 100_000;

function tell(what: string, value: number, unit = 'ms'): void {
  console.log(`      ${what}: ${Math.round(value).toLocaleString('en')} ${unit}`);
}

describe(`The report page with ${records.toLocaleString('en')} records`, function () {
  this.timeout(300_000);
  this.retries(0);
  let folder: string;
  let path: string;
  let bed: ReportBed;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mail-auth-large-'));
    path = join(folder, 'large.xml');
    tell('size of the report', (await writeLargeReport(path, records)) / 1e6, 'MB');
    bed = await openReports({ ungrouped: true });
  });
  after(async () => {
    await bed.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows first rows while it reads, stays awake, and has all of them in the end', async () => {
    const { page } = bed;
    await watch(page);
    const before = await memoryOf();
    await bed.pick(path);
    await page.locator('.body .row .cell').first().waitFor({ timeout: 60_000 });
    await bed.linesAre(records);
    await bed.read();
    const { begun, first, slowest } = await watched(page);
    tell('first rows after', first - begun);
    tell('all rows after', (await page.evaluate(() => performance.now())) - begun);
    tell('longest time without a frame', slowest);
    const memory = await memoryOf();
    if (memory !== undefined && before !== undefined) {
      tell("memory of the browser's pages before", before / 2 ** 20, 'MiB');
      tell('and with the records', memory / 2 ** 20, 'MiB');
    }
    assert.deepEqual((await bed.trespasses()).errors, []);
  });

  it('goes to the last row, and has no gap on the way', async () => {
    const { page } = bed;
    await bed.table.focus();
    await page.keyboard.press('Control+End');
    await page.locator('.body .row', { hasText: lastRecord.ip }).waitFor();
    await page.keyboard.press('Control+Home');
    const wheel = await scrolled(page, 120, 200);
    tell('rows without text while the wheel turns, at most', wheel.blank, 'rows');
    const far = await scrolled(page, 40, undefined);
    tell('longest time until rows far away have text', far.wait);
    assert.equal(wheel.blank, 0);
    assert.ok(far.wait < 3000);
  });

  it('sorts, filters and groups', async () => {
    const { page } = bed;
    const first = page.locator('.body .row[aria-rowindex="2"]');
    await bed.table.focus();
    await page.keyboard.press('Control+Home');
    const sorted = await timed(page, 'Messages', () =>
      page
        .getByRole('columnheader', { name: /Messages/ })
        .getByRole('button')
        .click(),
    );
    // The line that was chosen is still in view, wherever it is now.
    await bed.table.focus();
    await page.keyboard.press('Control+Home');
    await first.filter({ hasText: '999,983' }).waitFor({ timeout: 30_000 });
    tell('sorted after', sorted);
    const filtered = await timed(page, 'filter', async () => {
      await bed.filter.fill(lastRecord.ip);
      await bed.filter.press('Enter');
    });
    await bed.linesAre(1);
    tell('filtered after', filtered);
    await page.keyboard.press('Escape');
    await bed.filter.fill('');
    await bed.filter.press('Enter');
    await bed.linesAre(records);
    const grouped = await timed(page, 'group', async () => {
      await page.getByRole('combobox', { name: 'Group by' }).selectOption('network');
    });
    await page.locator('.body .row[aria-expanded]').first().waitFor({ timeout: 60_000 });
    tell('grouped after', grouped);
    const total = await page.locator('.foot').innerText();
    assert.match(total, new RegExp(records.toLocaleString('en')));
  });
});

interface Watched {
  /** When a file came in. */
  begun: number;
  /** When the first row had its text. */
  first: number;
  /** The longest time between two frames since then. */
  slowest: number;
}

async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Watched = { begun: 0, first: 0, slowest: 0 };
    (globalThis as unknown as { watched: Watched }).watched = seen;
    document.addEventListener(
      'change',
      () => {
        seen.begun ||= performance.now();
      },
      { capture: true },
    );
    let last = performance.now();
    const frame = (): void => {
      const now = performance.now();
      if (seen.begun > 0) seen.slowest = Math.max(seen.slowest, now - last);
      if (seen.first === 0 && document.querySelector('.body .row .cell') !== null) seen.first = now;
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

function watched(page: Page): Promise<Watched> {
  return page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
}

/** Bytes in memory of the processes that show pages; undefined where that cannot be told. */
async function memoryOf(): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const session = await (await theBrowser()).newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  let sum = 0;
  for (const { id, type } of processInfo) {
    if (type !== 'renderer') continue;
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    sum += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  }
  return sum;
}

/**
 * Scrolls through the table.
 * @param by CSS pixels a step; undefined: so much that the steps reach the end
 * @returns the most rows in view that had no text in a frame, and the longest time until all had
 */
function scrolled(
  page: Page,
  steps: number,
  by: number | undefined,
): Promise<{ blank: number; wait: number }> {
  return page.evaluate(
    async ([count, distance]) => {
      const table = document.querySelector('[role=treegrid]')!;
      const body = table.querySelector('.body')!;
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const blanks = (): number => {
        const { top, bottom } = table.getBoundingClientRect();
        const rows = [...body.children].filter((row) => {
          const box = row.getBoundingClientRect();
          return box.bottom > top + 30 && box.top < bottom - 30;
        });
        const there = rows.filter((row) => row.childElementCount > 0).length;
        // Rows that are not even drawn are missing as well.
        return Math.max(Math.floor((bottom - top - 60) / 26) - there, rows.length - there);
      };
      const step = distance ?? (table.scrollHeight - table.clientHeight) / count;
      let blank = 0;
      let wait = 0;
      for (let nth = 0; nth < count; nth++) {
        table.scrollTop += step;
        await frame();
        await frame();
        blank = Math.max(blank, blanks());
        const since = performance.now();
        while (blanks() > 0 && performance.now() - since < 5000) await frame();
        wait = Math.max(wait, performance.now() - since);
      }
      return { blank, wait };
    },
    [steps, by] as const,
  );
}

/** Milliseconds from an action until the lines of the table are others. */
async function timed(page: Page, what: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate((name) => {
    const seen = { from: 0, to: 0 };
    (globalThis as unknown as Record<string, unknown>)[`timed ${name}`] = seen;
    const start = (): void => {
      seen.from ||= performance.now();
    };
    for (const type of ['click', 'input', 'change']) {
      document.addEventListener(type, start, { capture: true, once: true });
    }
    const lines = (): string => {
      const count = document.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount') ?? '';
      return count + (document.querySelector('.body .row')?.textContent ?? '');
    };
    const before = lines();
    const frame = (): void => {
      if (seen.from > 0 && lines() !== before) seen.to = performance.now();
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }, what);
  await act();
  return page.evaluate(async (name) => {
    const seen = (globalThis as unknown as Record<string, { from: number; to: number }>)[`timed ${name}`]!;
    const end = performance.now() + 30_000;
    while (seen.to === 0 && performance.now() < end) await new Promise(requestAnimationFrame);
    return seen.to - seen.from;
  }, what);
}
