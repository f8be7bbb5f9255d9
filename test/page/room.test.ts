import assert from 'node:assert/strict';
import { until } from '../vscode/window/codeWindow';
import { noTrespasses } from './support/bed';
import { openReports, type ReportBed } from './support/reports';
import { otherKinds, sampleFiles } from './support/samples';

/** Widths that windows, editor groups and panels often have. */
const widths = [320, 480, 640, 800, 1024, 1230, 1280, 1440, 1600];

describe('The report page with little room', function () {
  this.timeout(120_000);
  let bed: ReportBed;
  afterEach(async () => {
    const done = await bed.trespasses();
    await bed.close();
    assert.deepEqual(done, noTrespasses);
  });

  /** The tools behind the filter that are to be seen: their places, and the words on them. */
  const tools = () =>
    bed.page.locator('.tool-row > *').evaluateAll((all) =>
      all
        .filter((one) => (one as HTMLElement).offsetWidth > 0)
        .map((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          const { right: edge } = one.closest('.tools')!.getBoundingClientRect();
          return { word: one.textContent.trim(), left, right, middle: (top + bottom) / 2, edge };
        }),
    );

  for (const language of ['en', 'ja'] as const) {
    it(`the tools stand on one line at every width, and none reaches out of it (${language})`, async () => {
      bed = await openReports({ language });
      await bed.open(...(await sampleFiles()));
      await bed.read();
      for (const kinds of ['aggregate reports', 'all kinds']) {
        if (kinds === 'all kinds') {
          await bed.open(...otherKinds);
          await bed.read();
        }
        for (const width of widths) {
          await bed.resize(width, 800);
          await bed.page.waitForTimeout(150);
          const shown = await tools();
          const where = `${kinds} at ${width}: ${JSON.stringify(shown)}`;
          assert.ok(shown.length >= 3, where);
          assert.ok(
            shown.every(({ middle }) => Math.abs(middle - shown[0]!.middle) < 6),
            where,
          );
          assert.ok(
            shown.every(({ left, right, edge }, i) => {
              const next = shown[i + 1];
              return left >= 0 && right <= edge && (next === undefined || right <= next.left);
            }),
            where,
          );
        }
      }
    });
  }

  it('nothing is folded where there is room, and what is folded works from the menu', async () => {
    bed = await openReports({ width: 1600 });
    const { page } = bed;
    await bed.open(...(await sampleFiles()));
    await bed.read();
    const more = page.getByRole('button', { name: 'More Tools' });
    const clear = page.getByRole('button', { name: 'Clear', exact: true });
    assert.equal(await more.count(), 0);
    assert.equal(await clear.count(), 1);
    await bed.resize(400, 800);
    await more.waitFor();
    assert.equal(await clear.count(), 0);
    await more.focus();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu', { name: 'More Tools' });
    const items = await menu.locator('.label').allInnerTexts();
    assert.deepEqual(items, ['Columns…', 'Host names', 'Add Files…', 'Clear']);
    const hosts = menu.getByRole('menuitemcheckbox', { name: 'Host names' });
    assert.equal(await hosts.getAttribute('aria-checked'), 'false');
    await hosts.click();
    assert.equal(await hosts.getAttribute('aria-checked'), 'true');
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Host, owner' }).waitFor();
    // A menu of a folded tool opens where the tool was folded.
    await more.click();
    await menu.getByRole('menuitem', { name: 'Columns…' }).click();
    const columns = page.getByRole('menu', { name: 'Columns…' });
    await columns.waitFor();
    const [box, from] = [await columns.boundingBox(), await more.boundingBox()];
    assert.ok(box!.x > 100 && box!.x + box!.width > from!.x, JSON.stringify([box, from]));
    await page.keyboard.press('Escape');
    assert.ok(await more.evaluate((button) => button === document.activeElement));
    await page.keyboard.press('Enter');
    await menu.getByRole('menuitem', { name: 'Clear' }).click();
    await page.getByText('Drop DMARC reports here').waitFor();
  });

  it('a tool that is folded hands on the focus', async () => {
    bed = await openReports({ width: 1600 });
    await bed.open(...(await sampleFiles()));
    await bed.read();
    await bed.page.getByRole('button', { name: 'Clear', exact: true }).focus();
    await bed.resize(640, 800);
    const more = bed.page.getByRole('button', { name: 'More Tools' });
    await more.waitFor();
    assert.ok(await more.evaluate((button) => button === document.activeElement));
  });

  it('tabs scroll on one line, and the chosen one is in view', async () => {
    bed = await openReports({ width: 320, height: 640 });
    await bed.open(...(await sampleFiles()), ...otherKinds);
    await bed.read();
    const tabs = bed.page.getByRole('tab');
    await tabs.first().focus();
    for (const key of ['End', 'Home']) {
      await bed.page.keyboard.press(key);
      const chosen = bed.page.locator('[role=tab][aria-selected=true]');
      await until('the chosen tab in view', async () => {
        const box = await chosen.boundingBox();
        return (box !== null && box.x >= 0 && box.x + box.width <= 320) || undefined;
      });
    }
    const tops = await tabs.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    assert.equal(new Set(tops).size, 1);
  });

  it('the chart folds by itself in small windows only, and as it was told in all', async () => {
    bed = await openReports({ width: 1280, height: 800 });
    const { page } = bed;
    await bed.open(...(await sampleFiles()));
    await bed.read();
    const heading = page.getByRole('button', { name: 'Messages per day (UTC)' });
    const plot = page.locator('.plot');
    const isOpen = async (open: boolean): Promise<void> => {
      await plot.waitFor({ state: open ? 'visible' : 'hidden' });
      assert.equal(await heading.getAttribute('aria-expanded'), String(open));
      assert.ok(await heading.isVisible());
    };
    await isOpen(true);
    await bed.resize(1280, 500);
    await isOpen(false);
    await bed.resize(640, 900);
    await isOpen(false);
    await heading.focus();
    await page.keyboard.press('Enter');
    await isOpen(true);
    // It draws itself at the width that it has found.
    await page.locator('.plot .bar').nth(2).waitFor({ state: 'attached' });
    await bed.picture('chart.unfolded.640');
    await bed.resize(1280, 800);
    await isOpen(true);
    await heading.click();
    await isOpen(false);
    // The state is written a moment later.
    await until('the state', async () => {
      const { look } = (await bed.state()) as { look: { chart?: boolean } };
      return look.chart === false || undefined;
    });
    await bed.reload();
    await bed.post({ type: 'settings', settings: { limits: {}, names: true, namesUnasked: false } });
    await bed.open(...(await sampleFiles()));
    await bed.read();
    await bed.picture('chart.reloaded');
    await isOpen(false);
  });
});
