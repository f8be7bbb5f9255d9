import assert from 'node:assert/strict';
import { metadata, policy, record, report } from '../unit/report/support';
import { violations } from './support/axe';
import { openReports, type ReportBed, type TestFile } from './support/reports';
import { sampleFiles } from './support/samples';

const errorPage: TestFile = { name: 'download.xml', bytes: '<html><body>404</body></html>' };
const withoutRecords: TestFile = { name: 'quiet.xml', bytes: report() };

describe('The report page without a record', function () {
  this.timeout(90_000);
  let bed: ReportBed;
  afterEach(() => bed.close());

  const nothing = () => bed.page.locator('.no-lines');
  const open = async (...files: readonly TestFile[]): Promise<void> => {
    bed = await openReports();
    await bed.open(...files);
    await bed.read();
    await nothing().waitFor();
  };

  it('names the file that is no report and what is wrong with it, and leads to others', async () => {
    await open(errorPage);
    const said = await nothing().innerText();
    assert.match(said, /could not be read as a report/);
    assert.match(said, /download\.xml.*no <feedback> element/);
    assert.match(said, /drop them here while holding Shift/);
    // Nothing is offered that would sum up or filter what is not there.
    assert.equal(await bed.page.getByRole('tab').count(), 0);
    assert.equal(await bed.page.getByRole('combobox').count(), 0);
    assert.equal(await bed.page.getByRole('button', { name: 'Columns…' }).count(), 0);
    await nothing().getByRole('button', { name: 'Choose Folder…' }).click();
    assert.deepEqual(bed.asked.at(-1), { name: 'choose', ask: { folder: true } });
    const picker = bed.page.waitForEvent('filechooser');
    await nothing().getByRole('button', { name: 'Choose Files…' }).click();
    await picker;
    assert.deepEqual(await violations(bed.page), []);
    await bed.picture('nothing.noReport');
  });

  it('says so of several files, and opens the list of all that is wrong', async () => {
    await open(errorPage, { name: 'empty.xml', bytes: '' }, { name: 'note.txt', bytes: 'buy milk' });
    assert.match(await nothing().innerText(), /None of the 3 files that were opened could be read/);
    const list = bed.page.locator('.problems ul');
    assert.equal(await list.isVisible(), false);
    await nothing().getByRole('button', { name: 'Show all 3 problems' }).click();
    assert.equal(await list.isVisible(), true);
    assert.equal(await list.locator('li').count(), 3);
    assert.ok(await bed.page.locator('.problems summary').evaluate((one) => one === document.activeElement));
  });

  it('tells a report that has no records from one whose records are lost', async () => {
    await open(withoutRecords);
    assert.match(await nothing().innerText(), /^The report has no records, so there is nothing to count\./);
    await bed.close();
    await open(withoutRecords, { ...withoutRecords, name: 'other.xml' });
    assert.match(await nothing().innerText(), /^None of the 2 reports has a record/);
    await bed.close();
    const deep = '<x>'.repeat(40) + '</x>'.repeat(40);
    await open({
      name: 'lost.xml',
      bytes: `<feedback>${metadata}${policy}<record>${deep}</record></feedback>`,
    });
    const said = await nothing().innerText();
    assert.match(said, /^None of the records in what was opened could be read/);
    assert.match(said, /lost\.xml.*nested/);
  });

  it('says all of it in Japanese', async () => {
    bed = await openReports({ language: 'ja' });
    await bed.open(errorPage);
    await bed.read();
    await nothing().waitFor();
    assert.doesNotMatch(
      (await nothing().innerText()).replace(/download\.xml|<feedback>|<html>/g, ''),
      /[a-z]{6}/,
    );
    await bed.picture('nothing.noReport.ja');
  });

  it('goes away as soon as there is a record', async () => {
    await open(errorPage);
    await bed.open({ name: 'one.xml', bytes: report(record()) });
    await bed.linesAre(1);
    await nothing().waitFor({ state: 'hidden' });
    await bed.tab('Overview').waitFor();
  });

  it('says which part of a filter hides everything, and takes it away', async () => {
    bed = await openReports({ ungrouped: true });
    await bed.open(...(await sampleFiles()));
    await bed.read();
    const all = await bed.lines();
    await bed.filter.fill('dmarc=fail day>=2026-11-18 day<=2026-11-18 ip=192.0.2.0/24');
    await bed.filter.press('Enter');
    const ways = nothing().getByRole('button');
    await ways.nth(2).waitFor();
    const texts = await ways.allInnerTexts();
    assert.equal(texts.length, 3, String(texts));
    assert.match(texts[0]!, /^Without “dmarc=fail”: \d+ messages$/);
    assert.match(texts[1]!, /^Without “ip=192\.0\.2\.0\/24”: 7 messages$/);
    assert.equal(texts[2], 'Clear Filter');
    await bed.picture('nothing.filter');
    await ways.nth(1).click();
    await bed.table.waitFor();
    assert.equal(await bed.filter.inputValue(), 'dmarc=fail day>=2026-11-18 day<=2026-11-18');

    // Days without a record are one part, however they are written.
    await bed.filter.fill('day>=2026-12-01 day<=2026-12-03 dmarc=fail');
    await bed.filter.press('Enter');
    await nothing()
      .getByRole('button', { name: /^On all days: \d+ messages$/ })
      .click();
    await bed.table.waitFor();
    assert.equal(await bed.filter.inputValue(), 'dmarc=fail');

    await bed.filter.fill('nobody wrote this');
    await bed.filter.press('Enter');
    await nothing().getByRole('button', { name: 'Clear Filter' }).click();
    await bed.linesAre(all);
    assert.ok(await bed.filter.evaluate((one) => one === document.activeElement));
  });

  it('takes the focus over from the table, and gives it back', async () => {
    bed = await openReports({ ungrouped: true });
    await bed.open({ name: 'a.xml', bytes: report(record(), record()) });
    await bed.read();
    const { page, table } = bed;
    await table.focus();
    await page.keyboard.press('Shift+F');
    await nothing().waitFor();
    const clear = nothing().getByRole('button', { name: 'Clear Filter' });
    assert.ok(await clear.evaluate((one) => one === document.activeElement));
    await bed.open({ name: 'b.xml', bytes: report(record({ ip: '192.0.2.77' })) });
    await table.waitFor();
    assert.ok(await table.evaluate((one) => one === document.activeElement));
  });
});
