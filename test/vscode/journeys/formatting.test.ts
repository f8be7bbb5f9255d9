import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { journeyThrough } from '../window/journey';

/** The zone of the folder, laid out. */
const laidOut = `$TTL 3600
@         IN SOA   ns1 hostmaster (
                   7    ;serial
                   7200 ; refresh
                   900 1209600 3600 )
             NS    ns1
             NS    ns2.example.com. ; elsewhere
             MX    10 mail
ns1       IN A     192.0.2.53
mail         A     192.0.2.25
webserver    A     192.0.2.80       ; not www
www          CNAME webserver
@            TXT   "v=spf1  mx -all"
_dmarc       TXT   "v=DMARC1; p=reject; rua=mailto:dmarc@example.org"
`;

describe('Through changes of a zone', function () {
  this.timeout(60_000);
  const journey = journeyThrough('test/vscode/formatting');
  const zone = () => readFile(join(journey.folder, 'example.org.zone'), 'utf8');

  before(async () => {
    await journey.code.openFile('example.org.zone');
    // The status bar's origin comes from the server: from then on there is a formatter.
    await journey.code.page.getByText('Origin: example.org.').waitFor();
  });

  it('formatting puts its columns below each other, and changes no record', async () => {
    const { code } = journey;
    await code.textWith('webserver A');
    await code.command('Format Document');
    await code.textLike(laidOut);
    await code.save();
    // Layout is no change, so the serial stays.
    assert.equal(await zone(), laidOut);
  });

  it('saving a changed record raises the serial', async () => {
    const { code } = journey;
    await code.cursorTo('192.0.2.80|');
    await code.type('0');
    await code.erase(1);
    await code.erase(1);
    await code.type('1');
    await code.textWith('192.0.2.81');
    await code.save();
    await code.textWith('8    ;serial');
    assert.equal(
      await zone(),
      laidOut.replace('192.0.2.80', '192.0.2.81').replace('7    ;serial', '8    ;serial'),
    );
  });

  it('the serial is raised by hand as well', async () => {
    const { code } = journey;
    await code.command('Mail Auth: Raise the Serial');
    await code.textWith('9    ;serial');
    await code.save();
    assert.match(await zone(), /\n {19}9 {4};serial\n/);
  });

  it('names are written in full by a refactoring', async () => {
    const { code } = journey;
    await code.cursorTo('CNAME web|server');
    const titles = await code.quickFixes();
    assert.ok(titles.includes('Write names in full'), titles.join(', '));
    await code.takeFix('Write names in full');
    await code.textWith('CNAME webserver.example.org.');
  });

  it('asks for nothing outside of its own server', () => {
    assert.deepEqual([...journey.refused], []);
  });
});
