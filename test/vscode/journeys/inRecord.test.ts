import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { journeyThrough } from '../window/journey';

describe('Writing records of mail authentication', function () {
  this.timeout(90_000);
  const journey = journeyThrough('test/vscode/records');

  before(async () => {
    await journey.code.openFile('example.net.zone');
    await journey.code.page.getByText('Origin: example.net.').waitFor();
  });

  it('an SPF record is written by taking what is offered, within its quotes', async () => {
    const { code } = journey;
    await code.cursorTo('IN TXT "|" ; senders');
    await code.type('v=spf1 ');
    const terms = await code.suggestions();
    assert.ok(terms.includes('include:'), `include: among ${terms.join(', ')}`);
    await code.acceptSuggestion('include:');
    await code.type('_spf.ex');
    const domains = await code.suggestions();
    assert.ok(
      domains.some((label) => label.startsWith('_spf.example.net')),
      `the zone's own record among ${domains.join(', ')}`,
    );
    await code.acceptSuggestion(domains.find((label) => label.startsWith('_spf.example.net'))!);
    await code.type(' ip4:');
    assert.ok((await code.suggestions()).some((label) => label.startsWith('192.0.2.25')));
    await code.acceptSuggestion('192.0.2.25');
    await code.type(' -');
    assert.ok((await code.suggestions()).some((label) => /^-?all/.test(label)));
    await code.type('all');
    await code.press('Escape');
    await code.textLike(/@ IN TXT "v=spf1 include:_spf\.example\.net ip4:192\.0\.2\.25 -all" ; senders/);
  });

  it('a DMARC record is written tag by tag', async () => {
    const { code } = journey;
    await code.cursorTo('_dmarc IN TXT "|"');
    await code.type('v=DMARC1; ');
    const tags = await code.suggestions();
    assert.ok(tags[0]?.startsWith('p'), `p first of ${tags.join(', ')}`);
    await code.acceptSuggestion('p');
    const values = await code.suggestions();
    assert.deepEqual([...values].sort(), ['none', 'quarantine', 'reject']);
    await code.acceptSuggestion('reject');
    await code.type('; ');
    const more = await code.suggestions();
    await code.acceptSuggestion(more.find((label) => label.startsWith('rua'))!);
    const addresses = await code.suggestions();
    await code.acceptSuggestion(
      addresses.find((label) => label.startsWith('mailto:dmarc-reports@example.net'))!,
    );
    await code.textLike(/"v=DMARC1; p=reject; rua=mailto:dmarc-reports@example\.net" ; policy/);
    await code.noSquiggles();
  });

  it('a record is spread over lines, and its comment stays', async () => {
    const { code, folder } = journey;
    await code.cursorTo('p=rej|ect');
    const titles = await code.quickFixes();
    assert.ok(
      titles.some((title) => title.startsWith('Put one tag or term on each line')),
      `the layout among ${titles.join(', ')}`,
    );
    await code.takeFix('Put one tag or term on each line');
    await code.textLike(/_dmarc IN TXT \( "v=DMARC1; "\n\s+"p=reject; "\n\s+"rua=mailto:\S+" \) ; policy/);
    await code.noSquiggles();
    const said = await code.hoverOver('reject');
    assert.match(said, /refuse the message/);
    await code.save();
    assert.match(
      await readFile(join(folder, 'example.net.zone'), 'utf8'),
      /"v=DMARC1; "\n\s+"p=reject; "\n\s+"rua=mailto:dmarc-reports@example\.net" \) ; policy/,
    );
  });

  it('its parts are told apart by colour, on light and on dark ground', async () => {
    const { page } = journey.code;
    /** The colours in which words of the editor stand. */
    const colours = (words: readonly string[]): Promise<(string | undefined)[]> =>
      page.evaluate((wanted) => {
        const spans = [...document.querySelectorAll('.view-line span span')];
        return wanted.map((word) => {
          const found = spans.find((span) => span.textContent.trim() === word);
          return found && getComputedStyle(found).color;
        });
      }, words);
    const seen: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectSoon(async () => {
        const [mechanism, domain, value, network] = await colours([
          'include',
          '_spf.example.net',
          'reject',
          '192.0.2.25',
        ]);
        const all = [mechanism, domain, value, network];
        if (all.includes(undefined) || mechanism === domain || domain === network) return false;
        if (seen.includes(String(domain))) return false;
        seen.push(String(domain));
        return true;
      });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });
});

/** Asks until the answer is yes: colours follow an edit, and a theme, a moment later. */
async function expectSoon(is: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    if (await is()) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  assert.fail('the parts look alike');
}
