import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../window/codeWindow';
import { journeyThrough } from '../window/journey';

const SOA = '$TTL 1h\n@ IN SOA ns1 host 1 7200 900 1209600 3600\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';

describe('To the origin of a zone', function () {
  this.timeout(90_000);
  const journey = journeyThrough('samples');

  before(async () => {
    const bind = join(journey.folder, 'bind');
    await mkdir(bind);
    await writeFile(
      join(bind, 'named.conf'),
      'options { directory "/var/named"; };\nzone "example.net" { type primary; file "internal"; };\n',
    );
    await writeFile(join(bind, 'internal'), `${SOA}$INCLUDE hosts.inc\nmail.example.net IN A 192.0.2.2\n`);
    await writeFile(
      join(bind, 'other.db'),
      `; no name tells\n; what this is\n${SOA}mail.example.org IN A 192.0.2.2\n`,
    );
  });
  afterEach(() => journey.code.closeEditors());

  const origin = () => journey.code.page.locator('.statusbar-item').filter({ hasText: 'Origin: ' });
  const shows = (text: string) =>
    until(`“${text}” in the status bar`, async () =>
      (await origin().count()) > 0 && (await origin().first().innerText()).includes(text) ? true : undefined,
    );

  it('named.conf tells it, and what is included is looked for', async () => {
    const { code, folder } = journey;
    await code.openFile('bind/internal');
    await shows('Origin: example.net.');
    await code.squiggleUnder('mail.example.net', 'warning');
    await code.squiggleUnder('hosts.inc');
    await writeFile(join(folder, 'bind/hosts.inc'), 'www IN A 192.0.2.3\n');
    await code.cursorTo('mail.example.net| IN');
    await code.type('.');
    await code.noSquiggles('warning');
    await code.noSquiggles();
  });

  it('a click on it changes it, for good', async () => {
    const { code, folder } = journey;
    await code.openFile('bind/other.db');
    await shows('Origin: other.');
    await code.noSquiggles('warning');
    await origin().first().click();
    const input = code.page.locator('.quick-input-widget input[type=text]');
    await input.waitFor();
    await input.fill('not a name');
    await code.page.locator('.quick-input-widget').getByText('That is no domain name.').waitFor();
    await input.fill('example.org');
    await code.page.keyboard.press('Enter');
    await shows('Origin: example.org.');
    await code.squiggleUnder('mail.example.org', 'warning');
    const settings = await until('the settings', () =>
      readFile(join(folder, '.vscode/settings.json'), 'utf8').catch(() => undefined),
    );
    assert.match(settings, /"bind\/other\.db":\s*"example\.org"/);
  });

  it('is shown of zones alone', async () => {
    await journey.code.openFile('main.cf');
    await until('no origin', async () => ((await origin().isVisible()) ? undefined : true));
  });
});
