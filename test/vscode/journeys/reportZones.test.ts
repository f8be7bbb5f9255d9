import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../window/codeWindow';
import { journeyThrough } from '../window/journey';
import { reportTable } from '../window/reportTable';

const report = 'reports/receiver.example!example.com!1794787200!1794873599.xml';
const title = 'Allow in SPF: example.com';

describe('From reports to zone files that are not open', function () {
  this.timeout(90_000);
  const journey = journeyThrough('samples');
  const place = () => join(journey.folder, 'example.com.zone');
  const saved = () => readFile(place(), 'utf8');
  let zone = '';

  before(async () => {
    zone = await saved();
  });
  afterEach(async () => {
    await journey.code.closeEditors();
    await writeFile(place(), zone);
  });

  /** Opens the report and the detail of a record. */
  const chosen = async (address: string) => {
    const { code } = journey;
    await code.openFile(report);
    const table = reportTable(code);
    await table.records(7);
    await table.choose(address);
    return table;
  };

  const showsFirst = (choice: string) =>
    until(`“${choice}”`, async () =>
      (await journey.code.question.choices())[0] === choice ? true : undefined,
    );

  it('an address is allowed in the SPF record after its change was shown', async () => {
    const { code } = journey;
    const table = await chosen('198.51.100.213');
    // The record is found in the workspace before anybody opens its file.
    await table.detail.getByText('v=spf1 mx -all').waitFor();
    await table.act(/^Allow 198\.51\.100\.213 in the SPF Record/);
    await code.question.titled(title);
    await showsFirst('Change the Record');
    const lines = await code.question.choices();
    for (const wanted of [
      'v=spf1 mx -all',
      'v=spf1 mx ip4:198.51.100.213 -all',
      'DNS lookups: 1 of 10, was 1',
      'Length: 33 octets, was 14',
      '198.51.100.213: pass, was fail',
    ]) {
      assert.ok(lines.includes(wanted), `${wanted} in\n${lines.join('\n')}`);
    }
    await code.picture('allow-sender');
    await code.question.choose('Change the Record');
    await code.question.gone();
    await code.textWith('"v=spf1 mx ip4:198.51.100.213 -all"');
    await code.save();
    const now = (await saved()).split('\n');
    const changed = now.filter((line, index) => line !== zone.split('\n')[index]);
    assert.equal(changed.length, 2, changed.join('\n'));
    assert.match(changed[0]!, /; serial$/);
    assert.equal(changed[1], '@               IN TXT  "v=spf1 mx ip4:198.51.100.213 -all"');
  });

  it('who thinks better of it leaves everything as it was', async () => {
    const { code } = journey;
    const table = await chosen('198.51.100.213');
    await table.act(/^Allow 198\.51\.100\.213 in the SPF Record/);
    await code.question.titled(title);
    await code.question.escape();
    assert.equal(await saved(), zone);
    assert.equal(await code.page.locator('.tab[data-resource-name="example.com.zone"]').count(), 0);
  });

  it('the record that applies is opened and selected', async () => {
    const { code } = journey;
    const table = await chosen('203.0.113.140');
    await table.act('Go to the DMARC Record of accounts.example.com');
    await code.page.locator('.tab.active[data-resource-name="example.com.zone"]').waitFor();
    const line = zone.split('\n').findIndex((text) => text.startsWith('_dmarc'));
    await code.cursorInLine(line + 1);
  });

  it('a record that is missing is named, and can be made', async () => {
    const { code } = journey;
    const table = await chosen('203.0.113.140');
    await table.act('Go to the DKIM Record mail2025._domainkey.example.com');
    const said = await until('what is missing', async () =>
      (await code.notifications()).find((text) => text.includes('mail2025._domainkey.example.com')),
    );
    assert.match(said, /there should be a TXT record/);
    await code.page
      .locator('.notifications-toasts')
      .getByRole('button', { name: 'Generate Record…' })
      .click();
    await code.question.titled(/DKIM/);
    await code.page.locator('.tab.active[data-resource-name="example.com.zone"]').waitFor();
    // The questions are filled in with the name that the report asks for.
    assert.equal(await code.question.proposal(), 'example.com');
    await code.question.accept();
    // The zone has a key of another selector, beside which the new one is made.
    await code.question.titled(/DKIM key record: Existing record/);
    await code.question.choose('Begin Anew');
    await code.question.titled(/DKIM key record: Selector/);
    assert.equal(await code.question.proposal(), 'mail2025');
    await code.question.escape();
    assert.equal(await saved(), zone);
  });
});
