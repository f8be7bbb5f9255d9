import assert from 'node:assert/strict';
import { record, report, zip } from '../unit/report/support';
import { noTrespasses } from './support/bed';
import {
  bombs,
  crowdedZip,
  filledWith,
  gzipBomb,
  internals,
  otherKindsWith,
  payloads,
  sham,
  withInternals,
} from './support/hostileFiles';
import { openReports, type ReportBed, type TestFile } from './support/reports';

/** Looks at everything there is of a report, as a curious person does. */
async function lookRound(bed: ReportBed): Promise<void> {
  const { page } = bed;
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await harmless(bed);
    for (const row of (await page.locator('[role=row] > :first-child:visible').all()).slice(1, 6)) {
      await row.hover({ timeout: 2000 }).catch(() => undefined);
      await row.click({ timeout: 2000 }).catch(() => undefined);
    }
    await harmless(bed);
  }
  for (const details of await page.locator('details:not([open]) > summary:visible').all())
    await details.click();
  await harmless(bed);
}

async function harmless(bed: ReportBed): Promise<void> {
  assert.deepEqual(await bed.trespasses(), noTrespasses);
  assert.deepEqual(await bed.strangers(), []);
  assert.ok(await bed.page.locator('main:visible').count(), 'the page is to be seen');
}

/** What the page says was repaired or lost. */
async function problems(bed: ReportBed): Promise<string> {
  const list = bed.page.locator('details.problems');
  await list.waitFor({ timeout: 60_000 });
  return list.evaluate((element) => element.textContent);
}

describe('Hostile reports in the page', function () {
  this.timeout(120_000);
  let bed: ReportBed;
  const opened = async (...files: readonly TestFile[]): Promise<ReportBed> => {
    bed = await openReports({ ungrouped: true });
    await bed.open(...files);
    await bed.read();
    return bed;
  };
  afterEach(() => bed.close());

  it('script, markup and addresses in every field are text', async () => {
    const files = payloads.map((text, i) => ({
      name: `${i}${text.replaceAll('/', '∕')}.xml`,
      bytes: filledWith(text),
    }));
    await opened(...files);
    await bed.linesAre(3 * payloads.length);
    await lookRound(bed);
    await bed.picture('hostile');
    for (const text of [payloads[0]!, payloads[3]!])
      await bed.page.getByText(text).first().waitFor({ state: 'attached' });
  });

  it('so they are in the detail of every record, under groups, and in the filter', async () => {
    await opened(...payloads.map((text, i) => ({ name: `${i}.xml`, bytes: filledWith(text) })));
    await bed.linesAre(3 * payloads.length);
    await bed.table.focus();
    for (let line = 0; line < 3 * payloads.length; line++) {
      await bed.page.keyboard.press('Enter');
      await bed.page.keyboard.press('Control+c');
      if (line % 3 === 0) await harmless(bed);
      await bed.table.focus();
      await bed.page.keyboard.press('ArrowDown');
    }
    for (const text of payloads) {
      await bed.filter.fill(text);
      await bed.filter.press('Enter');
      await bed.page.keyboard.press('Escape');
    }
    await harmless(bed);
  });

  it('so they are in failure reports, TLS reports and history files', async () => {
    await opened(...payloads.flatMap((text) => otherKindsWith(text)));
    await lookRound(bed);
  });

  it('names that hide or turn characters show them', async () => {
    await opened(...sham.map((text, i) => ({ name: `${text}${i}.xml`, bytes: filledWith(text) })));
    await bed.linesAre(3 * sham.length);
    await lookRound(bed);
    await bed.picture('sham');
    const seen = await bed.page.evaluate(() => [
      document.body.innerText,
      ...[...document.querySelectorAll('[title], [aria-label]')].map(
        (one) => `${one.getAttribute('title') ?? ''}${one.getAttribute('aria-label') ?? ''}`,
      ),
    ]);
    for (const text of seen)
      assert.doesNotMatch(text, /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff]/u);
    assert.match(seen[0]!, /⟨U\+202E⟩/);
  });

  it('elements named like what objects have anyway are elements', async () => {
    await opened(...internals.map((name) => ({ name: `${name}.xml`, bytes: withInternals(name) })));
    await bed.linesAre(2 * internals.length);
    await lookRound(bed);
    assert.equal(await bed.page.evaluate(() => 'polluted' in {}), false);
  });

  for (const [name, bytes] of Object.entries(bombs)) {
    it(`${name}: a clear word or a harmless row, and the page goes on`, async () => {
      bed = await openReports({ ungrouped: true });
      const waited = slowestFrame(bed);
      await bed.open({ name: 'bomb.xml', bytes });
      await bed.read();
      // What is passed over without any loss needs no word.
      const isRow = (await bed.page.locator('details.problems').isHidden()) && (await bed.lines()) === 1;
      const said = isRow ? '' : await problems(bed);
      if (!isRow) assert.match(said, /bomb\.xml/);
      assert.doesNotMatch(said, /root:|lollol/);
      await waited();
      await harmless(bed);
      await bed.open({ name: 'good.xml', bytes: report(record({ ip: '192.0.2.77' })) });
      await bed.filter.fill('192.0.2.77');
      await bed.linesAre(1);
    });
  }

  it('ten gigabytes in a gzip file end at the limit', async () => {
    bed = await openReports({ ungrouped: true, settings: { limits: { inflatedBytes: 64 * 2 ** 20 } } });
    const waited = slowestFrame(bed);
    await bed.open({ name: 'bomb.gz', bytes: gzipBomb(10 * 2 ** 30) });
    await bed.read();
    assert.match(await problems(bed), /bomb\.gz/);
    await waited();
    await harmless(bed);
  });

  it('a million entries in a zip file end at the limit', async () => {
    bed = await openReports({ ungrouped: true });
    const waited = slowestFrame(bed);
    await bed.open({ name: 'crowd.zip', bytes: crowdedZip(1_000_000) });
    await bed.read();
    assert.match(await problems(bed), /crowd\.zip/);
    await waited();
    await harmless(bed);
  });

  it('entries that overlap are read no more than once, or named', async () => {
    await opened({ name: 'overlap.zip', bytes: crowdedZip(500) });
    assert.match(await problems(bed), /overlap\.zip/);
    assert.ok((await bed.lines()) <= 1);
    await harmless(bed);
  });

  it('names of entries that lead elsewhere are names', async () => {
    const names = [
      '../../etc/cron.d/x.xml',
      '/etc/passwd',
      'C:\\windows\\x.xml',
      '__proto__',
      '<b>x</b>.xml',
    ];
    await opened({
      name: 'slip.zip',
      bytes: zip(names.map((name, i) => ({ name, content: report(record({ ip: `192.0.2.${i}` })) }))),
    });
    await bed.linesAre(names.length);
    await lookRound(bed);
  });
});

/** Begins to watch how long the page ever takes to draw; what it gives tells the longest time. */
function slowestFrame({ page }: ReportBed): () => Promise<void> {
  const begun = page.evaluate(() => {
    const seen = globalThis as unknown as { slowest: number };
    seen.slowest = 0;
    let last = performance.now();
    const frame = (): void => {
      const now = performance.now();
      seen.slowest = Math.max(seen.slowest, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return async () => {
    await begun;
    const slowest = await page.evaluate(() => (globalThis as unknown as { slowest: number }).slowest);
    console.log(`      longest time without a frame: ${slowest.toFixed(0)} ms`);
  };
}
