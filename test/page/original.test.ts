import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { record, report } from '../unit/report/support';
import { noTrespasses } from './support/bed';
import { openReports, type ReportBed, type ReportOptions } from './support/reports';

const odd =
  '<r:record xmlns:r="urn:ietf:params:xml:ns:dmarc-2.0">\r\n  <!-- from <b>their</b> hand -->\r\n' +
  '\t<r:row><r:source_ip>192.0.2.9</r:source_ip><r:count>4</r:count></r:row>\n' +
  '  <r:identifiers><r:header_from>\u202eexample\u200b.com</r:header_from></r:identifiers>' +
  '<x:new xmlns:x="urn:x"><script>alert(1)</script><img src=x onerror=alert(2)></x:new></r:record>';
const shownOdd = odd
  .replaceAll('\r\n', '\n')
  .replace('\u202e', '⟨U+202E⟩')
  .replace('\u200b', '⟨U+200B⟩')
  .replace('src=x onerror=alert(2)', 'src="x" onerror="alert(2)"');
const wellFormedOdd = odd.replace('<img src=x onerror=alert(2)>', '<img src="x" onerror="alert(2)"/>');
const shownWellFormed = shownOdd.replace('onerror="alert(2)">', 'onerror="alert(2)"/>');

describe('The XML of a record in the page', function () {
  this.timeout(60_000);
  let bed: ReportBed;
  afterEach(() => bed.close());

  const begin = async (options: ReportOptions = {}): Promise<void> => {
    bed = await openReports({ ungrouped: true, ...options });
  };
  /** Opens the detail of the record from this address, and in it the XML. */
  const xmlOf = async (address: string): Promise<{ hint: string; text: string; cut: string }> => {
    const { page, table } = bed;
    await table.locator('.body .row').filter({ hasText: address }).first().locator('.sourceIp').click();
    const xml = page.locator('aside details.xml');
    await xml.locator('summary').click();
    await xml.locator('pre').filter({ hasText: /\S/ }).waitFor();
    const [hint, cut] = await xml.locator('.hint').all();
    return {
      hint: (await hint!.textContent()) ?? '',
      text: (await xml.locator('pre').textContent()) ?? '',
      cut: (await cut!.isVisible()) ? ((await cut!.textContent()) ?? '') : '',
    };
  };

  it('is what stands in the report, as text, with nothing hidden', async () => {
    await begin();
    await bed.open({ name: 'a.xml', bytes: report(record(), wellFormedOdd) });
    await bed.read();
    assert.deepEqual(await xmlOf('192.0.2.9'), {
      hint: 'As it stands in the report.',
      text: shownWellFormed,
      cut: '',
    });
    assert.equal(await bed.page.locator('main script, main img').count(), 0);
    assert.deepEqual(await bed.trespasses(), noTrespasses);
  });

  it('is so for one that had to be mended, and for files that were dropped, packed as they are', async () => {
    await begin();
    await bed.drop({ name: 'a.xml.gz', bytes: gzipSync(report(record(), odd)) });
    await bed.read();
    const { hint, text } = await xmlOf('192.0.2.9');
    assert.equal(hint, 'As it stands in the report.');
    assert.equal(text, shownOdd.replace('src="x" onerror="alert(2)"', 'src=x onerror=alert(2)'));
  });

  it('is found far down in a large report, and cut where it is very long', async () => {
    await begin();
    const long = record({ ip: '198.51.100.7', results: `<note>${'long '.repeat(50_000)}</note>` });
    const many = Array.from({ length: 12_000 }, (_, i) => record({ ip: `10.0.${i >> 8}.${i & 255}` }));
    await bed.open({ name: 'a.xml', bytes: report(...many, long) });
    await bed.read();
    await bed.filter.fill('198.51.100.7');
    const { hint, text, cut } = await xmlOf('198.51.100.7');
    assert.equal(hint, 'As it stands in the report.');
    assert.equal(text, long.slice(0, 100_000));
    assert.equal(cut, `The first 100,000 of ${long.length.toLocaleString('en')} characters.`);
  });

  it('is made from what was read where the file is gone or another by now, and says so', async () => {
    const elsewhere = report(record({ ip: '192.0.2.200' }), record({ ip: '192.0.2.201' }));
    const answers = [
      () => undefined,
      () => Promise.reject(new Error('gone')),
      () => ({ bytes: new TextEncoder().encode(elsewhere), more: false }),
    ];
    for (const again of answers) {
      await begin({ answers: { again } });
      await bed.open({ name: 'a.xml', bytes: report(record(), wellFormedOdd) });
      await bed.read();
      const { hint, text } = await xmlOf('192.0.2.9');
      assert.match(hint, /^Made from what was read/);
      assert.match(text, /<source_ip>192\.0\.2\.9<\/source_ip>/);
      assert.doesNotMatch(text, /their hand|urn:x/);
      if (again !== answers.at(-1)) await bed.close();
    }
  });

  it('stays open while names of hosts come', async () => {
    await begin({
      answers: { lookUp: ({ addresses }) => addresses.map(() => ({ host: 'mx.example.net' })) },
    });
    await bed.open({ name: 'a.xml', bytes: report(record(), wellFormedOdd) });
    await bed.read();
    const { text } = await xmlOf('192.0.2.9');
    await bed.page.getByRole('switch', { name: 'Host names' }).click();
    const pane = bed.page.locator('aside .facts-list');
    await pane.getByText('mx.example.net').waitFor();
    assert.equal(await bed.page.locator('aside details.xml pre').innerText(), text);
    const asked = bed.asked.filter(({ name }) => name === 'again');
    assert.equal(asked.length, 1);
  });
});
