import assert from 'node:assert/strict';
import { record, report } from '../unit/report/support';
import { violations } from './support/axe';
import { openReports, type ReportBed } from './support/reports';
import { sampleFiles } from './support/samples';

describe('The table of the report page', function () {
  this.timeout(90_000);
  let bed: ReportBed;
  afterEach(() => bed.close());

  /** Which columns' heads stand above the middle of what has this selector. */
  const headsAbove = (selector: string): Promise<readonly string[]> =>
    bed.page.locator(selector).evaluateAll((all) =>
      all.map((one) => {
        const { left, width } = one.getBoundingClientRect();
        const head = [...document.querySelectorAll('[role=columnheader]')].find((cell) => {
          const box = cell.getBoundingClientRect();
          return box.left <= left + width / 2 && left + width / 2 < box.right;
        });
        const cell = one.closest('[role=gridcell]');
        const same = head?.getAttribute('aria-colindex') === cell?.getAttribute('aria-colindex');
        return `${head?.textContent} ${same ? '=' : '≠'}`;
      }),
    );

  it('has what passes of groups and of all below DMARC, for eyes and for screen readers', async () => {
    bed = await openReports();
    await bed.open(...(await sampleFiles()));
    await bed.read();
    await bed.page.locator('.row.grouping').nth(4).waitFor();
    const above = await headsAbove('.row.grouping .rate, .row.foot .rate');
    assert.equal(above.length, 6);
    assert.deepEqual(new Set(above), new Set(['DMARC =']));
    assert.deepEqual(
      new Set(await headsAbove('.row.grouping .cell.count span, .row.foot .cell.count span')),
      new Set(['Messages =']),
    );
    assert.equal(await bed.page.locator('.row.foot .rate').innerText(), '99.1% pass');
  });

  it('says whose number it is where the column is not shown', async () => {
    bed = await openReports();
    await bed.open(...(await sampleFiles()));
    await bed.read();
    for (const name of ['DMARC', 'Messages']) {
      await bed.page.getByRole('button', { name: 'Columns…' }).click();
      await bed.page.getByRole('menuitemcheckbox', { name, exact: true }).click();
      await bed.page.keyboard.press('Escape');
    }
    const total = (await bed.page.locator('.row.foot').innerText()).replace(/\s+/g, ' ');
    assert.match(total, /^Total 3,61\d messages DMARC: 99\.1% pass \d+ records · 11 addresses$/);
  });

  it('shows of each record whether DMARC passed, filters by it, and sorts by it', async () => {
    bed = await openReports({ ungrouped: true });
    await bed.open(...(await sampleFiles()));
    await bed.read();
    const cells = bed.page.locator('.body .cell.dmarc');
    const all = await cells.allInnerTexts();
    assert.deepEqual(new Set(all), new Set(['pass', 'fail']));
    await bed.page.getByRole('columnheader', { name: 'DMARC' }).getByRole('button').click();
    await bed.page
      .getByRole('columnheader', { name: 'DMARC', exact: true })
      .and(bed.page.locator('[aria-sort=ascending]'))
      .waitFor();
    await cells.getByText('fail', { exact: true }).last().hover();
    await bed.page.locator('button.only').click();
    await bed.linesAre(all.filter((text) => text === 'fail').length);
    assert.equal(await bed.filter.inputValue(), 'dmarc=fail');
    assert.deepEqual(await violations(bed.page), []);
  });

  it('leaves it to the next column to order what passes DMARC, by whatever it does', async () => {
    const said = [
      ['1', 'pass', 'pass'],
      ['5', 'pass', 'fail'],
      ['3', 'fail', 'pass'],
      ['9', 'fail', 'fail'],
      ['4', 'pass', 'pass'],
    ] as const;
    const records = said.map(([count, dkim, spf]) =>
      record({
        count,
        evaluated: `<disposition>none</disposition><dkim>${dkim}</dkim><spf>${spf}</spf>`,
      }),
    );
    bed = await openReports({ ungrouped: true });
    await bed.open({ name: 'a.xml', bytes: report(...records) });
    await bed.read();
    await bed.table.locator('[role=columnheader].dmarc button').click();
    await bed.table.locator('[role=columnheader].count button').click({ modifiers: ['Shift'] });
    const counts = bed.table.locator('.body .cell.count');
    await counts.first().filter({ hasText: '5' }).waitFor();
    assert.deepEqual(await counts.allInnerTexts(), ['5', '4', '3', '1', '9']);
  });

  for (const theme of ['hcDark', 'hcLight', 'light'] as const) {
    it(`frames a chosen group as a whole, whichever of its cells is pressed (${theme})`, async () => {
      bed = await openReports({ theme });
      await bed.open(...(await sampleFiles()));
      await bed.read();
      const row = bed.page.locator('.row.grouping').nth(1);
      /** The colours of the line's edges: left, top and bottom at the beginning, in the middle and near its end. */
      const edges = async (): Promise<readonly string[]> => {
        const box = (await row.boundingBox())!;
        const picture = await bed.page.screenshot({ clip: { ...box, width: 1200 }, caret: 'hide' });
        return bed.page.evaluate(
          async ({ base64, height }) => {
            const binary = atob(base64);
            const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
            context.drawImage(image, 0, 0);
            const at = (x: number, y: number): string => context.getImageData(x, y, 1, 1).data.join();
            return [at(0, 12), at(100, 0), at(100, height - 1), at(700, 0), at(700, height - 1), at(1150, 0)];
          },
          { base64: picture.toString('base64'), height: box.height },
        );
      };
      const before = await edges();
      await row.locator('.extent').click();
      await bed.page.locator('.row.grouping[aria-expanded=true]').waitFor();
      await bed.page.mouse.move(5, 5);
      const framed = await edges();
      assert.equal(new Set(framed).size, 1, framed.join(' '));
      assert.notEqual(framed[0], before[0]);
      await bed.picture(`group.chosen.${theme}`);
    });
  }
});
