import assert from 'node:assert/strict';
import { join } from 'node:path';
import { until } from '../window/codeWindow';
import { journeyThrough } from '../window/journey';
import { reportTable } from '../window/reportTable';

const plain = 'receiver.example!example.com!1794787200!1794873599.xml';
const gzipped = 'mx.example.org!example.com!1794873600!1794959999!4f2a.xml.gz';
const zipped = 'odd.example!example.com!1794960000!1795046399.zip';

describe('Through DMARC reports', function () {
  this.timeout(60_000);
  const journey = journeyThrough('samples');
  const path = (name: string) => join(journey.folder, 'reports', name);
  const dialogs: string[] = [];

  before(() => {
    journey.code.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  });
  afterEach(() => journey.code.closeEditors());

  it('a report opens as a table', async () => {
    const { code } = journey;
    await code.openFile(`reports/${plain}`);
    const table = reportTable(code);
    const rows = await table.records(7);
    assert.equal(rows[0]?.['sourceIp'], '192.0.2.25');
    assert.match(rows[0]['count'] ?? '', /^1.?482$/);
    assert.equal(rows[0]['headerFrom'], 'example.com');
    const heading = await table.heading();
    assert.match(heading, /example\.com/);
    assert.match(heading, /p=none/);
    assert.match(heading, /Receiver Example/);
    assert.match(heading, /1.?919 messages/);
    await code.picture('report');
  });

  it('so does a compressed one', async () => {
    const { code } = journey;
    await code.openFile(`reports/${gzipped}`);
    const rows = await reportTable(code).records(5);
    assert.deepEqual(
      rows.map((row) => row['count']),
      ['903', '44', '58', '12', '3'],
    );
  });

  it('text from a report stays text', async () => {
    const { code } = journey;
    await code.openFile(`reports/${zipped}`);
    const table = reportTable(code);
    await table.group();
    const rows = await until('the rows of the zip', async () => {
      const drawn = await table.rows();
      return drawn.some((row) => row['sourceIp'] === '203.0.113.250') ? drawn : undefined;
    });
    const odd = rows.find((row) => row['sourceIp'] === '203.0.113.250');
    assert.match(odd?.['spfResults'] ?? '', /<script>alert\(2\)<\/script>/);
    assert.match(odd?.['dkimResults'] ?? '', /<img src=x onerror=alert\(1\)>/);
    // Characters that hide or turn text round are shown as what they are.
    assert.doesNotMatch(
      `${odd?.['headerFrom'] ?? ''}${odd?.['envelopeFrom'] ?? ''}`,
      /[\u200b\u202a-\u202e]/u,
    );
    assert.match(await table.heading(), /Odd & Co\. <script>|2 receivers/);
    assert.equal(await table.frame.locator('main script, main img').count(), 0);
    assert.deepEqual(dialogs, []);
    await code.picture('report-odd');
  });

  it('columns sort, up and down and back', async () => {
    const { code } = journey;
    await code.openFile(`reports/${plain}`);
    const table = reportTable(code);
    const inOrder = (await table.records(7)).map((row) => row['sourceIp']);
    const orderIs = (what: string, wanted: (ips: readonly (string | undefined)[]) => boolean) =>
      until(what, async () => {
        const ips = (await table.rows()).map((row) => row['sourceIp']);
        return ips.length === 7 && wanted(ips) ? true : undefined;
      });
    await table.sortBy('Source IP');
    await orderIs('by address', (ips) => ips[1] === '198.51.100.40' && ips[2] === '198.51.100.213');
    await table.sortBy('Source IP');
    await orderIs('by address, downwards', (ips) => ips.at(-1) === '192.0.2.25');
    await table.sortBy('Source IP');
    await orderIs('as reported', (ips) => ips.join() === inOrder.join());
    await table.sortBy('Messages');
    await orderIs('by count, most first', (ips) => ips[0] === '192.0.2.25' && ips.at(-1) === '203.0.113.140');
  });

  it('a filter leaves what it names, and Escape takes it away', async () => {
    const { code } = journey;
    await code.openFile(`reports/${plain}`);
    const table = reportTable(code);
    await table.records(7);
    await table.filter('203.0.113');
    const left = await table.records(3);
    assert.ok(left.every((row) => row['sourceIp']?.startsWith('203.0.113.')));
    await table.filter('nobody wrote this');
    await table.frame.getByText('No record matches').waitFor();
    await code.page.keyboard.press('Escape');
    await table.records(7);
  });

  it('files are dropped into the report view, and chosen with the picker', async () => {
    const { code } = journey;
    await code.command('Mail Auth: Report View');
    const table = reportTable(code);
    await table.frame.getByText('Drop DMARC reports here').waitFor();
    assert.match(await table.invitation(), /Hold Shift/);
    await code.picture('report-empty');
    await table.drop([path(plain)]);
    await table.records(7);
    await table.pick([path(gzipped), path(zipped)]);
    const rows = await table.records(16);
    assert.ok(rows.some((row) => row['reporter'] === 'Receiver Example'));
    assert.match(await table.heading(), /[34] reports from [34] receivers/);
  });

  it('what is no report says so', async () => {
    const { code } = journey;
    await code.command('Mail Auth: Report View');
    const table = reportTable(code);
    await table.frame.getByText('Drop DMARC reports here').waitFor();
    await table.drop([join(journey.folder, 'main.cf')]);
    await table.frame.locator('.room:visible').getByText('main.cf').waitFor();
  });

  it('the view is one command away for a file of any name', async () => {
    const { code } = journey;
    await code.openFile('README.md');
    await code.command('Mail Auth: Report View');
    await reportTable(code).frame.getByRole('button', { name: 'Open Sample Reports' }).click();
    await reportTable(code).records(16);
    assert.deepEqual([...journey.refused], []);
  });
});
