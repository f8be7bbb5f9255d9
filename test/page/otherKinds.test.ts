// Failure reports, TLS reports and OpenDMARC's history: each in a tab of its own.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { record, report } from '../unit/report/support';
import { root } from '../support/shared';
import { violations } from './support/axe';
import { noTrespasses } from './support/bed';
import { fileAt, openReports, type ReportBed, type TestFile } from './support/reports';
import { themeNames } from './support/themes';

const folder = join(root, 'samples/other-reports');

async function sample(ending: string): Promise<TestFile> {
  const name = (await readdir(folder)).find((one) => one.endsWith(ending))!;
  return fileAt(join(folder, name));
}

/** A history file of so many messages of a thousand domains. */
function history(messages: number): TestFile {
  const lines = Array.from({ length: messages }, (_, i) =>
    [
      `job J${i}`,
      'reporter mx.receiver.example',
      `received ${1794787200 + i}`,
      `ipaddr 192.0.2.${i % 256}`,
      `from d${i % 3}.example`,
      'mfrom example.net',
      'spf 0',
      'rua mailto:d@example.net',
      'p 110',
      'align_dkim 5',
      'align_spf 5',
      'action 2',
    ].join('\n'),
  );
  return { name: 'opendmarc.dat', bytes: `${lines.join('\n')}\n` };
}

describe('Reports of other kinds', function () {
  this.timeout(120_000);
  let bed: ReportBed;
  const opened = async (language: 'en' | 'ja', ...files: readonly TestFile[]): Promise<void> => {
    bed = await openReports({ ungrouped: true, language });
    await bed.open(...files);
    await bed.read();
  };
  const column = (list: string, number: number): Promise<readonly string[]> =>
    bed.page.locator(`.list.${list} .entry > :nth-child(${number})`).allTextContents();
  const look = async (name: string): Promise<void> => {
    // Before axe-core comes: it tries a style sheet, which the page's policy stops.
    assert.deepEqual(await bed.trespasses(), noTrespasses);
    const wrong: string[] = [];
    for (const theme of themeNames) {
      await bed.wear(theme);
      for (const [width, height] of [
        [1280, 800],
        [320, 700],
      ] as const) {
        await bed.resize(width, height);
        await bed.page.waitForTimeout(120);
        await bed.picture(`${name}.${theme}.${width}`);
        wrong.push(...(await violations(bed.page)).map((text) => `${theme} ${width} ${text}`));
        const wide = await bed.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${name} ${width}: the page itself never scrolls sideways`);
      }
    }
    assert.deepEqual(wrong, []);
  };
  afterEach(async () => {
    const { dialogs, departures, owned, requests } = await bed.trespasses();
    assert.deepEqual([dialogs, departures, owned, requests], [[], [], [], []]);
    assert.deepEqual(await bed.strangers(), []);
    await bed.close();
  });

  it('alone have no tab of records, no filter, and no problem to tell', async () => {
    await opened('en', await sample('.eml'));
    await bed.page.locator('.list.failures .entry').waitFor();
    assert.equal(await bed.page.getByRole('treegrid').count(), 0);
    assert.equal(await bed.page.getByRole('combobox', { name: /Filter/ }).count(), 0);
    assert.equal(await bed.page.getByRole('button', { name: 'Export…' }).count(), 0);
    assert.equal(await bed.page.locator('.problems summary').textContent(), '1 note on reading');
  });

  it('of failures tell each mail that failed, and open to all that is known of it', async () => {
    await opened('en', await sample('.eml'), {
      name: 'a.xml',
      bytes: report(record({ ip: '203.0.113.77' })),
    });
    await bed.tab(/Failure reports/).click();
    const row = bed.page.locator('.list.failures .entry');
    assert.deepEqual(await row.locator('> *').allTextContents(), [
      '16 Nov 2026, 09:12 UTC',
      '203.0.113.77',
      'DMARC',
      '経理部 <accounts@example.com>',
      '<invoice@bulk.example.net>',
      'bulk.example.net · k7',
      'rejected',
      'Invoice 4711 – please pay today',
      'mx1.receiver.example',
    ]);
    await row.getByRole('button').focus();
    await bed.page.keyboard.press('Enter');
    assert.equal(await row.getByRole('button').getAttribute('aria-expanded'), 'true');
    await bed.page.getByText('<ada@receiver.example>').waitFor();
    await look('failures');
    await bed.page.getByRole('button', { name: 'Records from this address' }).click();
    await bed.linesAre(1);
    assert.equal(await bed.filter.inputValue(), 'ip=203.0.113.77');
  });

  it('on TLS tell each policy, and open to what failed in plain words', async () => {
    await opened('en', await sample('.json'));
    const row = bed.page.locator('.list.tls .entry');
    await row.first().waitFor();
    assert.deepEqual(await column('tls', 4), ['MTA-STS', 'no policy']);
    assert.deepEqual(await column('tls', 5), ['5,184', '208']);
    await row.first().locator('td').nth(1).click();
    const failures = bed.page.getByRole('table', { name: 'What failed' });
    await failures.getByText('The certificate has expired.').waitFor();
    assert.deepEqual(await failures.locator('tbody .number').allTextContents(), ['12', '5']);
    await look('tls');
  });

  it('of OpenDMARC lead from the reports that it comes to to their records', async () => {
    await opened('ja', await sample('.dat'));
    await bed.tab(/OpenDMARC/).click();
    await bed.page.locator('.list.history-messages .entry').first().waitFor();
    assert.deepEqual(await column('history-reports', 2), ['2', '1', '2']);
    await bed.page.locator('.list.history-messages .opener').first().click();
    await look('history.ja');
    await bed.page.locator('.list.history-reports .opener').last().click();
    await bed.linesAre(2);
    const shown = await bed.page.locator('.body .cell.headerFrom').allTextContents();
    assert.deepEqual(new Set(shown), new Set(['example.org']));
  });

  it('are sorted by their heads, up, down and not at all', async () => {
    await opened('en', await sample('.dat'));
    await bed.tab(/OpenDMARC/).click();
    const list = bed.page.locator('.list.history-messages');
    await list.locator('.entry').first().waitFor();
    const first = await column('history-messages', 2);
    const head = list.getByRole('columnheader', { name: 'Source IP' });
    const sorted = async (order: string | null): Promise<readonly string[]> => {
      await head.getByRole('button').click();
      await bed.page.waitForTimeout(150);
      assert.equal(await head.getAttribute('aria-sort'), order);
      return column('history-messages', 2);
    };
    const up = await sorted('ascending');
    assert.deepEqual(up.slice(0, 3), ['192.0.2.25', '192.0.2.140', '198.51.100.14']);
    assert.deepEqual(await sorted('descending'), up.toReversed());
    assert.deepEqual(await sorted(null), first);
  });

  it('by the hundred are pages of rows, through which arrows go', async () => {
    await opened('en', history(1234));
    await bed.tab(/OpenDMARC/).click();
    const list = bed.page.locator('.list.history-messages');
    await list.locator('.entry').nth(499).waitFor({ state: 'attached' });
    assert.equal(await list.locator('.entry').count(), 500);
    assert.equal(await bed.page.locator('.list [tabindex="0"].opener').count(), 2);
    await list.locator('.opener').first().focus();
    await bed.page.keyboard.press('ArrowDown');
    await bed.page.keyboard.press('ArrowRight');
    assert.equal(await list.locator('[aria-expanded=true]').count(), 1);
    await bed.page.keyboard.press('End');
    const focused = await bed.page.evaluate(() => document.activeElement?.closest('tr')?.textContent);
    assert.match(focused ?? '', /J499$/);
    await bed.page.getByRole('button', { name: 'Later' }).click();
    await bed.page.getByText('501–1,000 of 1,234').waitFor();
    await bed.page.getByRole('button', { name: 'Later' }).click();
    await bed.page.getByText('1,001–1,234 of 1,234').waitFor();
    assert.equal(await list.locator('.entry').count(), 234);
    assert.ok(await bed.page.getByRole('button', { name: 'Later' }).isDisabled());
  });

  it('that were cleared are gone, and others in their place are shown', async () => {
    await opened('en', await sample('.eml'));
    await bed.page.locator('.list.failures .entry').waitFor();
    await bed.page.getByRole('button', { name: 'Clear' }).click();
    const file = await sample('.eml');
    const other = Buffer.from(file.bytes).toString().replaceAll('203.0.113.77', '203.0.113.78');
    await bed.open({ name: 'other.eml', bytes: other });
    await bed.page.locator('.list.failures', { hasText: '203.0.113.78' }).waitFor();
  });
});
