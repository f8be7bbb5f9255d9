import assert from 'node:assert/strict';
import { noTrespasses } from './support/bed';
import { openReports, type ReportBed } from './support/reports';
import { many } from './support/samples';

describe('The report page with a mouse', function () {
  this.timeout(120_000);
  let bed: ReportBed;
  afterEach(async () => {
    const done = await bed.trespasses();
    await bed.close();
    assert.deepEqual(done, noTrespasses);
  });

  it('a first press on a line opens it, also where the table was scrolled by part of a line', async () => {
    bed = await openReports();
    const { page } = bed;
    await bed.open(many(200));
    await page.getByRole('combobox', { name: 'Group by' }).selectOption({ label: 'No groups' });
    const table = page.getByRole('treegrid');
    await table.locator('.body .row:not(.grouping)').nth(30).waitFor();
    await table.evaluate((element) => {
      element.scrollTop = 71;
    });
    const cell = table.locator('#cell-6-0');
    await cell.click();
    await page.getByRole('complementary').waitFor({ timeout: 5_000 });
    assert.match((await table.locator('.row.active').getAttribute('id')) ?? '', /^row-6$/);
  });
});
