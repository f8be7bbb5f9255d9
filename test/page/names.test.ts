// Who is behind an address: nothing is asked but by the switch, the command or the setting.
import assert from 'node:assert/strict';
import type { AddressOwner, PageSettings } from '../../client/report/protocol';
import { record, report } from '../unit/report/support';
import { noTrespasses } from './support/bed';
import { openReports, type ReportBed } from './support/reports';

const addresses = ['192.0.2.1', '192.0.2.2', '198.51.100.9'];
const file = { name: 'a.xml', bytes: report(...addresses.map((ip) => record({ ip }))) };

describe('Names of hosts in the report page', function () {
  this.timeout(60_000);
  let bed: ReportBed;
  let asked: { readonly addresses: readonly string[]; readonly names: boolean }[];

  const opened = async (settings: Partial<PageSettings>, ungrouped = true): Promise<void> => {
    asked = [];
    bed = await openReports({
      ungrouped,
      settings,
      answers: {
        lookUp(ask) {
          asked.push(ask);
          return ask.addresses.map((address): AddressOwner => ({
            ...(ask.names && address !== '198.51.100.9'
              ? { host: `h${address.at(-1)!}.mail.example.net` }
              : {}),
            ...(settings.database === undefined ? {} : { organisation: 'Example Hosting' }),
          }));
        },
      },
    });
    await bed.open(file);
    await bed.read();
  };
  const theSwitch = () => bed.page.getByRole('switch', { name: 'Host names' });
  const hosts = () => bed.page.locator('.body .cell.host').allTextContents();
  const settle = () => bed.page.waitForTimeout(700);

  afterEach(async () => {
    assert.deepEqual(await bed.trespasses(), noTrespasses);
    await bed.close();
  });

  it('are not looked up by themselves', async () => {
    await opened({ names: true });
    await bed.page.mouse.wheel(0, 400);
    await settle();
    assert.equal(await theSwitch().getAttribute('aria-checked'), 'false');
    assert.deepEqual(asked, []);
  });

  it('are looked up once for what is on show when the switch is on, and stand in a column', async () => {
    await opened({ names: true });
    await theSwitch().click();
    await bed.page.getByText('h1.mail.example.net').first().waitFor();
    assert.deepEqual(asked, [{ addresses, names: true }]);
    assert.deepEqual(await hosts(), ['h1.mail.example.net', 'h2.mail.example.net', '']);
    await bed.picture('names.on');
    await bed.page.getByRole('button', { name: 'Messages' }).last().click();
    await settle();
    assert.equal(asked.length, 1);
    await theSwitch().click();
    assert.equal(await theSwitch().getAttribute('aria-checked'), 'false');
    await bed.open({ name: 'b.xml', bytes: report(record({ ip: '203.0.113.5' })) });
    await settle();
    assert.equal(asked.length, 1);
  });

  it('of a group are shown by what they have in common', async () => {
    await opened({ names: true }, false);
    await theSwitch().click();
    await bed.page.getByText('*.mail.example.net').waitFor();
    await bed.picture('names.groups');
  });

  it('keep the selection and the place while they come', async () => {
    await opened({ names: true });
    await bed.table.focus();
    await bed.page.keyboard.press('Shift+ArrowDown');
    assert.equal(await bed.page.locator('.body .row.selected').count(), 2);
    await theSwitch().click();
    await bed.page.getByText('h1.mail.example.net').first().waitFor();
    assert.equal(await bed.page.locator('.body .row.selected').count(), 2);
  });

  it('are looked up unasked where the setting says so, and the switch leads to it', async () => {
    await opened({ names: true, namesUnasked: true });
    await bed.page.getByText('h1.mail.example.net').first().waitFor();
    assert.equal(await theSwitch().getAttribute('aria-checked'), 'true');
    await theSwitch().click();
    await settle();
    assert.deepEqual(bed.asked.at(-1), {
      name: 'openSetting',
      ask: { setting: 'mailAuth.reports.lookUpNames' },
    });
  });

  it('have no switch where there is no DNS, and the command says so', async () => {
    await opened({ names: false });
    assert.equal(await theSwitch().count(), 0);
    await bed.post({ type: 'command', command: 'lookUpNames' });
    await bed.page.locator('.announcer', { hasText: 'a browser has no DNS' }).waitFor();
    assert.deepEqual(asked, []);
  });

  it('come by the command for the records that are selected', async () => {
    await opened({ names: true });
    await bed.table.focus();
    await bed.post({ type: 'command', command: 'lookUpNames' });
    await bed.page.locator('.announcer', { hasText: '192.0.2.1: h1.mail.example.net' }).waitFor();
    assert.deepEqual(asked, [{ addresses: ['192.0.2.1'], names: true }]);
    assert.equal(await theSwitch().getAttribute('aria-checked'), 'false');
  });

  it('are the switch by the command where no record is selected', async () => {
    await opened({ names: true });
    await bed.post({ type: 'command', command: 'lookUpNames' });
    await bed.page.getByText('h1.mail.example.net').first().waitFor();
    assert.equal(await theSwitch().getAttribute('aria-checked'), 'true');
  });

  it('of owners come from the database without asking, and never with host names', async () => {
    await opened({ names: true, database: 'asn.mmdb' }, false);
    await bed.page.locator('.cell.group .owner', { hasText: 'Example Hosting' }).first().waitFor();
    await settle();
    assert.ok(asked.every(({ names }) => !names));
    assert.deepEqual(asked.flatMap((ask) => ask.addresses).toSorted(), addresses);
  });
});
