// What leaves the page: exports, copies.
import assert from 'node:assert/strict';
import { load, record, report, rows, zip } from '../unit/report/support';
import { noTrespasses } from './support/bed';
import { openReports, type ReportBed, type TestFile } from './support/reports';

const two: TestFile = {
  name: 'two.zip',
  bytes: zip([
    { name: 'a.xml', content: report(record(), record({ ip: '192.0.2.2', count: '30' })) },
    { name: 'b.xml', content: report(record({ ip: '198.51.100.9', count: '7' })) },
  ]),
};

interface Saved {
  readonly name: string;
  readonly bytes: Uint8Array;
}

describe('What leaves the report page', function () {
  this.timeout(60_000);
  let bed: ReportBed;
  let saved: Saved[];
  let copied: string[];
  let done: { readonly done: boolean; readonly said?: string };

  const opened = async (...files: readonly TestFile[]): Promise<void> => {
    saved = [];
    copied = [];
    done = { done: true, said: 'Saved as x' };
    bed = await openReports({
      ungrouped: true,
      answers: {
        save(ask) {
          saved.push(ask);
          return done;
        },
        copy({ text }) {
          copied.push(text);
          return { done: true, said: 'Copied' };
        },
      },
    });
    await bed.open(...files);
    await bed.read();
  };
  const command = (name: string) => bed.post({ type: 'command', command: name });
  const choose = async (item: RegExp): Promise<void> => {
    await bed.page.getByRole('button', { name: 'Export…' }).click();
    await bed.page.getByRole('menuitem', { name: item }).click();
  };
  const says = (text: string | RegExp) => bed.page.locator('.announcer', { hasText: text }).waitFor();
  const readSaved = (): { name: string; bytes: Uint8Array } => {
    assert.equal(saved.length, 1);
    const [{ name, bytes }] = saved as [Saved];
    return { name, bytes: Uint8Array.from(Object.values(bytes)) };
  };
  const addressesOf = (separated: string): readonly (string | undefined)[] =>
    separated
      .trimEnd()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(/[,\t]/)[7]);

  afterEach(async () => {
    assert.deepEqual(await bed.trespasses(), noTrespasses);
    await bed.close();
  });

  it('is what the filter lets through, in the order of the table', async () => {
    await opened(two);
    await bed.filter.fill('ip=192.0.2.0/24');
    await bed.filter.press('Enter');
    await bed.linesAre(2);
    await bed.page.getByRole('button', { name: 'Messages' }).last().click();
    await choose(/CSV/);
    await says('2 records exported. Saved as x');
    const { name, bytes } = readSaved();
    assert.equal(name, 'example.com-2026-11-16.csv');
    assert.deepEqual(addressesOf(new TextDecoder().decode(bytes)).toSorted(), ['192.0.2.1', '192.0.2.2']);
    const first = await bed.page.locator('.body .row').first().locator('.cell.sourceIp').textContent();
    assert.equal(addressesOf(new TextDecoder().decode(bytes))[0], first);
  });

  it('is a zip of reports where the records are of several, and says so', async () => {
    await opened(two);
    await choose(/XML/);
    await says('3 records exported, in 2 reports.');
    const { name, bytes } = readSaved();
    assert.equal(name, 'example.com-2026-11-16.zip');
    const again = await load(bytes, { file: name });
    assert.deepEqual(again.problems, []);
    assert.deepEqual(
      rows(again).map(({ sourceIp, count, report: of }) => [sourceIp, count, of]),
      [
        ['192.0.2.1', 2, 0],
        ['192.0.2.2', 30, 0],
        ['198.51.100.9', 7, 1],
      ],
    );
  });

  it('is nothing, and told, where the filter lets nothing through', async () => {
    await opened(two);
    await bed.filter.fill('ip=203.0.113.1');
    await bed.filter.press('Enter');
    await bed.page.locator('.no-lines:visible').waitFor();
    await choose(/JSON/);
    await says('There is no record to export');
    await command('copyRows');
    assert.deepEqual([saved, copied], [[], []]);
  });

  it('is told as the extension tells it where it could not be written, and not at all where it was not wanted', async () => {
    await opened(two);
    done = { done: false, said: 'The file could not be written: full' };
    await choose(/CSV/);
    await says('The file could not be written: full');
    done = { done: false };
    await bed.page.locator('.announcer').evaluate((one) => {
      one.textContent = '';
    });
    await choose(/CSV/);
    await bed.page.getByRole('button', { name: 'Export…', disabled: false }).waitFor();
    assert.equal(await bed.page.locator('.announcer').textContent(), '');
  });

  it('by the commands: the menu, a copy of the active record, and of all without one', async () => {
    await opened(two);
    await command('export');
    await bed.page.getByRole('menu', { name: 'Export 3 records' }).waitFor();
    await bed.picture('export.menu');
    await bed.page.keyboard.press('Escape');
    await command('copyRows');
    await says('3 records copied');
    await bed.table.focus();
    await bed.page.keyboard.press('ArrowDown');
    await command('copyRows');
    await says('1 record copied');
    assert.deepEqual(copied.map(addressesOf), [['192.0.2.1', '192.0.2.2', '198.51.100.9'], ['192.0.2.2']]);
    await choose(/Markdown/);
    await says('3 records copied');
    assert.match(copied[2]!, /^\| reporter \| report\\_id/);
  });

  it('is copied up to a bound, with a word on the rest', async () => {
    const many = Array.from({ length: 20_100 }, (_, i) => record({ ip: `192.0.${i >> 8}.${i & 255}` }));
    await opened({ name: 'many.xml', bytes: report(...many) });
    await command('copyRows');
    await says('The first 20,000 of 20,100 records copied.');
    assert.equal(addressesOf(copied[0]!).length, 20_000);
  });
});
