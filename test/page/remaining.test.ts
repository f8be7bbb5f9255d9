import assert from 'node:assert/strict';
import { record, report } from '../unit/report/support';
import { openReports, type ReportBed } from './support/reports';

/** So many records that the page says it is reading before all of them are read. */
const records = 550;
const file = {
  id: 1,
  name: 'a.xml',
  bytes: new TextEncoder().encode(
    report(...Array.from({ length: records }, (_, i) => record({ ip: `10.0.${i >> 8}.${i & 255}` }))),
  ),
};

describe('Files that the page was told of and that do not come', function () {
  this.timeout(60_000);
  let bed: ReportBed;
  afterEach(() => bed.close());

  const allRead = async (): Promise<void> => {
    await bed.page
      .locator('.tools .shown')
      .filter({ hasText: `${records} records` })
      .waitFor();
    assert.equal(await bed.page.locator('.progress').isVisible(), false);
  };

  it('as the page has them already: it shows what there is', async () => {
    bed = await openReports();
    await bed.post({ type: 'files', files: [file], left: 36 });
    await bed.post({ type: 'left', left: 0 });
    await allRead();
  });

  it('as they cannot be read: it shows what there is, and names them', async () => {
    bed = await openReports();
    await bed.post({ type: 'files', files: [file], left: 1 });
    await bed.post({ type: 'failed', name: 'b.xml', reason: 'The file could not be read: gone' });
    await bed.post({ type: 'left', left: 0 });
    await allRead();
    assert.match(await bed.page.locator('.problems').innerText(), /1 problem/);
  });

  it('and are told of late, when all is read', async () => {
    bed = await openReports();
    await bed.post({ type: 'files', files: [file], left: 1 });
    // Long enough for all to be read; were it not, the test would only tell less.
    await bed.page.waitForTimeout(1_000);
    await bed.post({ type: 'left', left: 0 });
    await allRead();
  });

  it('as the person stopped it: what was on its way still comes, and that is all', async () => {
    bed = await openReports();
    // Held up by a file of which nothing comes, until it is stopped.
    await bed.post({ type: 'open', id: 1, name: 'slow.xml', left: 37 });
    await bed.page.getByRole('button', { name: 'Stop' }).click();
    await bed.page.locator('.problems').getByText('Reading was stopped').waitFor({ state: 'attached' });
    assert.ok(bed.said.some(({ type }) => type === 'stopped'));
    await bed.post({ type: 'files', files: [{ ...file, id: 2 }], left: 36 });
    await bed.post({ type: 'left', left: 0 });
    await allRead();
  });
});
