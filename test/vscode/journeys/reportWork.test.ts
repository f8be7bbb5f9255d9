import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../window/codeWindow';
import { journeyThrough } from '../window/journey';
import { reportTable } from '../window/reportTable';

const plain = 'receiver.example!example.com!1794787200!1794873599.xml';

describe('Working with DMARC reports', function () {
  this.timeout(90_000);
  const journey = journeyThrough('samples');

  const openSamples = async () => {
    await journey.code.command('Mail Auth: Report View');
    const table = reportTable(journey.code);
    await table.frame.getByRole('button', { name: 'Open Sample Reports' }).click();
    await table.frame.getByText('16 records', { exact: true }).waitFor();
    return table;
  };
  const filterOf = async (table: ReturnType<typeof reportTable>) =>
    table.frame.getByRole('combobox', { name: 'Filter records' }).inputValue();

  afterEach(() => journey.code.closeEditors());

  it('sources stand in groups that say what they seem to be, and open to their records', async () => {
    const table = await openSamples();
    const groups = await until('five networks', async () => {
      const found = await table.groups();
      return found.length === 5 && found.every((group) => /pass/.test(group)) ? found : undefined;
    });
    assert.match(groups[0] ?? '', /192\.0\.2\.0\/24[^]*3,069[^]*yours/);
    assert.match(groups.at(-1) ?? '', /2001:db8:bad::\/48[^]*spoofing/);
    await table.toggleGroup('198.51.100.0/24');
    await until('its records', async () => ((await table.rows()).length === 9 ? true : undefined));
    await journey.code.picture('report-groups');
    await table.group('Reporter');
    await until('four reporters', async () => ((await table.groups()).length === 4 ? true : undefined));
  });

  it('a value of the table filters, with Alt it is left out, and a chip takes that back', async () => {
    const table = await openSamples();
    await table.records(16);
    await table.only('198.51.100.40');
    await table.records(2);
    assert.equal(await filterOf(table), 'ip=198.51.100.40');
    await table.frame.getByRole('button', { name: 'Take away ip=198.51.100.40' }).click();
    await table.records(16);
    await table.only('198.51.100.40', ['Alt']);
    await table.records(14);
    assert.equal(await filterOf(table), 'ip!=198.51.100.40');
  });

  it('the filter bar completes what is typed', async () => {
    const { code } = journey;
    const table = await openSamples();
    await table.frame.getByRole('combobox', { name: 'Filter records' }).click();
    await code.type('disposi');
    const options = table.frame.getByRole('option');
    await options.filter({ hasText: 'disposition' }).first().waitFor();
    await code.type('tion=');
    await options.filter({ hasText: 'reject' }).first().waitFor();
    await code.type('rej');
    await code.page.keyboard.press('ArrowDown');
    await code.page.keyboard.press('Enter');
    await until('rejected mail only', async () => {
      const shown = await table.frame.locator('.shown').innerText();
      return /^2 of 16|^1 of 16/.test(shown) ? true : undefined;
    });
    assert.match(await filterOf(table), /^disposition=reject\s*$/);
  });

  it('the detail of a record says why, and leads to the records of the zone', async () => {
    const { code } = journey;
    await code.openFile('example.com.zone');
    await code.textWith('v=spf1 mx -all');
    const table = await openSamples();
    await table.records(16);
    await table.choose('198.51.100.40', '96');
    await table.detail.getByText('So DMARC passed for example.com').waitFor();
    assert.match(await table.detail.innerText(), /bounce\.newsletter\.example\.net/);
    await code.picture('report-detail');
    await table.act('Go to the DMARC Record of example.com');
    await code.page.locator('.tab.active[data-resource-name="example.com.zone"]').waitFor();
    await code.textWith('v=DMARC1; p=quarantine');
  });

  it('a sender is allowed in SPF from its record', async () => {
    const { code } = journey;
    await code.openFile('example.com.zone');
    await code.textWith('v=spf1 mx -all');
    const table = await openSamples();
    await table.records(16);
    await table.choose('198.51.100.213');
    await table.act(/^Allow 198\.51\.100\.213 in the SPF Record of example\.com/);
    await code.question.titled(/SPF/);
    await code.question.escape();
  });

  it('what a filter lets through is exported, from the palette as well', async () => {
    const { code, folder } = journey;
    const table = await openSamples();
    const asCsv = table.frame.getByRole('menuitem', { name: /CSV/ });
    await code.command('Mail Auth: Export Reports…');
    await asCsv.waitFor();
    await code.press('Escape');
    await asCsv.waitFor({ state: 'hidden' });
    await table.filter('dmarc=fail');
    await table.records(7);
    await table.frame.getByRole('button', { name: 'Export…' }).click();
    const path = join(folder, 'failing.csv');
    await asCsv.click();
    await code.question.file(path);
    const lines = await until('the file', async () => {
      const text = await readFile(path, 'utf8').catch(() => '');
      return text === '' ? undefined : text.trimEnd().split(/\r?\n/);
    });
    assert.equal(lines.length, 8);
    assert.match(lines[0] ?? '', /source/i);
    assert.ok(lines.slice(1).some((line) => line.includes('198.51.100.213')));
  });

  it('readiness counts what a policy would hit, and raises it in the zone', async () => {
    const { code } = journey;
    const table = await openSamples();
    await table.tab('Readiness');
    await table.frame.getByText(/p=reject would have touched 28 messages/).waitFor();
    await code.picture('report-readiness');
    await table.frame.getByRole('button', { name: /^p=quarantine/ }).click();
    await table.frame.getByText(/p=quarantine would have touched 28 messages/).waitFor();
    await table.frame.getByRole('button', { name: '203.0.113.0/24' }).click();
    await until('the failing mail of that network', async () =>
      /ip=203\.0\.113\.0\/24 dmarc=fail/.test(await filterOf(table)) ? true : undefined,
    );
  });

  it('the keyboard alone is enough', async () => {
    const { code } = journey;
    const { keyboard } = code.page;
    await code.openFile(`reports/${plain}`);
    const table = reportTable(code);
    await table.records(7);
    await table.frame.getByRole('treegrid').focus();
    await keyboard.press('Control+End');
    await keyboard.press('Enter');
    await table.detail
      .getByText(/DMARC (pass|fail)/)
      .first()
      .waitFor();
    await keyboard.press('ArrowUp');
    await keyboard.press('Escape');
    await table.detail.waitFor({ state: 'hidden' });
    await keyboard.press('Control+Home');
    await keyboard.press('f');
    await until('a filter by the first address', async () =>
      (await filterOf(table)) === 'ip=192.0.2.25' ? true : undefined,
    );
    await keyboard.press('Escape');
    await table.records(7);
    await table.frame.getByRole('treegrid').focus();
    await keyboard.press('/');
    await keyboard.type('spf=fail');
    await keyboard.press('Escape');
    await keyboard.press('ArrowDown');
    await until('the focus in the table', async () =>
      (await table.frame.locator('[role=treegrid]:focus').count()) === 1 ? true : undefined,
    );
    await keyboard.press('Shift+F10');
    await table.frame.getByRole('menu').waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Escape');
    await table.frame.getByRole('menu').waitFor({ state: 'hidden' });
  });
});
