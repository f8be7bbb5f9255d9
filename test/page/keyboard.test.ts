import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { noTrespasses } from './support/bed';
import { openReports, type ReportBed } from './support/reports';
import { many, sampleFiles } from './support/samples';
import { until } from '../vscode/window/codeWindow';

/** What has the focus: `role or tag name`, and its name; empty where nothing has. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (one === null || one === document.body) return '';
    const what = one.getAttribute('role') ?? one.tagName.toLowerCase();
    const labelled = (one as Partial<HTMLInputElement>).labels?.[0]?.textContent;
    const name = one.getAttribute('aria-label') ?? labelled ?? one.textContent;
    return `${what} ${name.trim().replaceAll(/\s+/g, ' ').slice(0, 60)}`;
  });
}

describe('The report page without a mouse', function () {
  this.timeout(120_000);
  let bed: ReportBed;
  afterEach(async () => {
    const done = await bed.trespasses();
    await bed.close();
    assert.deepEqual(done, noTrespasses);
  });

  it('Tab comes to everything, and what has the focus shows it', async () => {
    bed = await openReports();
    const { page } = bed;
    await bed.open(...(await sampleFiles()));
    await bed.read();
    // Everything that takes the focus by itself; of what moves it within by arrows, the one that has it.
    const wanted = await page.evaluate(() => {
      const all = 'button, input, select, textarea, summary, a[href], [tabindex]';
      let nth = 0;
      for (const one of document.querySelectorAll<HTMLElement>(all)) {
        if (one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) continue;
        if ((one as Partial<HTMLButtonElement>).disabled !== true) one.dataset['stop'] = String(nth++);
      }
      return nth;
    });
    assert.ok(wanted > 8);
    const met = new Set<string>();
    const unseen: string[] = [];
    for (let press = 0; press < wanted + 5; press++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(
        () => (document.activeElement as HTMLElement | null)?.dataset['stop'] ?? '',
      );
      if (stop === '' || met.has(stop)) continue;
      met.add(stop);
      if (!(await showsFocus(page))) unseen.push(await focused(page));
    }
    const missed = await page.evaluate(
      (reached) =>
        [...document.querySelectorAll<HTMLElement>('[data-stop]')]
          .filter((one) => !reached.includes(one.dataset['stop'] ?? ''))
          .map((one) => one.outerHTML.slice(0, 120)),
      [...met],
    );
    assert.deepEqual({ missed, unseen }, { missed: [], unseen: [] });
  });

  it('/ leads to the filter, g to the groups, Escape takes the filter away', async () => {
    bed = await openReports({ ungrouped: true });
    const { page } = bed;
    await bed.open(...(await sampleFiles()));
    await bed.read();
    const all = await bed.lines();
    await bed.table.focus();
    await page.keyboard.press('/');
    await page.keyboard.type('2001:db8');
    await page.keyboard.press('Enter');
    await until('fewer lines', async () => ((await bed.lines()) < all ? true : undefined));
    assert.notEqual(await focused(page), '');
    await bed.filter.focus();
    await until('all lines', async () => {
      await page.keyboard.press('Escape');
      return (await bed.lines()) === all ? true : undefined;
    });
    assert.notEqual(await focused(page), '');
    await bed.table.focus();
    await page.keyboard.press('g');
    assert.match(await focused(page), /Group by/);
    // Its list is open.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until('groups', async () => ((await bed.lines()) !== all ? true : undefined));
    assert.match(await focused(page), /Group by/);
  });

  it('a line opens its detail, Escape closes it, and the table has the focus again', async () => {
    bed = await openReports({ ungrouped: true });
    const { page } = bed;
    await bed.open(...(await sampleFiles()));
    await bed.read();
    await bed.table.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const line = await bed.table.getAttribute('aria-activedescendant');
    await page.keyboard.press('Enter');
    const pane = page.getByRole('complementary');
    await pane.getByText(/So DMARC/).waitFor();
    // By keys into the pane, and through what is in it.
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press('Tab');
      if (await pane.evaluate((one) => one.contains(document.activeElement))) break;
    }
    assert.ok(await pane.evaluate((one) => one.contains(document.activeElement)), await focused(page));
    await page.keyboard.press('Escape');
    await pane.waitFor({ state: 'hidden' });
    assert.match(await focused(page), /^treegrid/);
    assert.equal(await bed.table.getAttribute('aria-activedescendant'), line);
  });

  it('a group opened and closed again leaves the lines of the others as they were', async () => {
    bed = await openReports();
    const { page } = bed;
    await bed.open(...(await sampleFiles()));
    await bed.read();
    const names = (): Promise<readonly number[]> =>
      page
        .locator('.row.grouping .key')
        .evaluateAll((keys) => keys.map((key) => Math.round(key.getBoundingClientRect().left)));
    const before = await names();
    assert.ok(before.length > 2 && new Set(before).size === 1, String(before));
    await bed.table.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.locator('.row.below').first().waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.locator('.row[data-record]').first().waitFor({ state: 'hidden' });
    await until(
      'groups in one line again',
      async () => String(await names()) === String(before) || undefined,
    );
  });

  it('sorting keeps the focus, and the chosen line in view', async () => {
    bed = await openReports({ ungrouped: true });
    const { page } = bed;
    await bed.open(many(3000));
    await bed.linesAre(3000);
    await bed.table.focus();
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('[role=row] .active').first();
    const text = await chosen.innerText();
    const head = page.getByRole('columnheader', { name: /Source IP/ }).getByRole('button');
    for (let turn = 0; turn < 3; turn++) {
      await head.focus();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
      assert.match(await focused(page), /Source IP/);
      assert.equal(await chosen.innerText(), text);
      assert.ok(await inView(page));
    }
  });

  it('Home, End and the page keys move through all lines, and the line they come to is there', async () => {
    bed = await openReports({ ungrouped: true });
    const { page } = bed;
    await bed.open(many(3000));
    await bed.linesAre(3000);
    await bed.table.focus();
    const at = async (): Promise<number> => {
      await page.waitForTimeout(150);
      assert.ok(await inView(page));
      return Number(await page.locator('[role=row].active').getAttribute('aria-rowindex')) - 2;
    };
    assert.equal(await at(), 0);
    await page.keyboard.press('Control+End');
    assert.equal(await at(), 2999);
    assert.equal(await page.locator('[role=row].active > :first-child').innerText(), '192.0.11.183');
    await page.keyboard.press('PageUp');
    const up = await at();
    assert.ok(up < 2999 && up > 2900);
    await page.keyboard.press('Control+Home');
    assert.equal(await at(), 0);
    await page.keyboard.press('PageDown');
    assert.ok((await at()) > 3);
  });

  it('tabs are changed by arrows, and keep the focus', async () => {
    bed = await openReports();
    const { page } = bed;
    await bed.open(...(await sampleFiles()));
    await bed.read();
    const tabs = page.getByRole('tab');
    await tabs.first().focus();
    for (let at = 1; at < (await tabs.count()); at++) {
      await page.keyboard.press('ArrowRight');
      assert.equal(await tabs.nth(at).getAttribute('aria-selected'), 'true');
      assert.match(await focused(page), /^tab /);
      const panel = (await tabs.nth(at).getAttribute('aria-controls')) ?? '';
      assert.ok(await page.locator(`#${panel}`).isVisible());
    }
    await page.keyboard.press('Home');
    assert.equal(await tabs.first().getAttribute('aria-selected'), 'true');
  });

  it('the focus stays somewhere when what had it goes', async () => {
    bed = await openReports();
    const { page } = bed;
    await bed.open(...(await sampleFiles()));
    await bed.read();
    await page.getByRole('button', { name: 'Clear', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Drop DMARC reports here').waitFor();
    assert.notEqual(await focused(page), '');
  });
});

/** Whether what has the focus looks otherwise than without it. */
async function showsFocus(page: Page): Promise<boolean> {
  await page.waitForTimeout(60);
  const clip = await page.evaluate(() => {
    const box = document.activeElement!.getBoundingClientRect();
    const left = Math.max(0, box.left - 4);
    const top = Math.max(0, box.top - 4);
    return {
      x: left,
      y: top,
      width: Math.max(1, Math.min(innerWidth, box.right + 4) - left),
      height: Math.max(1, Math.min(innerHeight, box.bottom + 4) - top),
    };
  });
  const withIt = await page.screenshot({ clip, caret: 'hide' });
  await page.evaluate(() => {
    const one = document.activeElement as HTMLElement;
    one.dataset['had'] = '';
    one.blur();
  });
  await page.waitForTimeout(60);
  const without = await page.screenshot({ clip, caret: 'hide' });
  await page.evaluate(() => {
    const one = document.querySelector<HTMLElement>('[data-had]')!;
    delete one.dataset['had'];
    one.focus();
  });
  return !withIt.equals(without);
}

/** Whether the active cell of the table is to be seen, between its head and its foot. */
function inView(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const cell = document.querySelector('[role=treegrid] .body .cell.active');
    if (cell === null) return false;
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    const there = document.elementFromPoint((left + Math.min(right, left + 40)) / 2, (top + bottom) / 2);
    return there !== null && cell.contains(there);
  });
}
