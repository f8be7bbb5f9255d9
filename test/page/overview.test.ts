import assert from 'node:assert/strict';
import { violations } from './support/axe';
import { noTrespasses } from './support/bed';
import { openReports, type ReportBed, type TestFile } from './support/reports';

const second = (day: string): number => Date.parse(day) / 1000;
/** Days of the reports below: 28 from 20 October 2026 on. */
const days = Array.from({ length: 28 }, (_, i) =>
  new Date(Date.parse('2026-10-20') + i * 86_400_000).toISOString().slice(0, 10),
);

interface Line {
  readonly ip: string;
  readonly count: number;
  readonly dkim: boolean;
  readonly spf: boolean;
  readonly from?: string;
}

function report(day: string, lines: readonly Line[], reporter = 'receiver.example'): TestFile {
  const word = (good: boolean): string => (good ? 'pass' : 'fail');
  const records = lines.map(
    ({ ip, count, dkim, spf, from = 'example.com' }) => `<record><row><source_ip>${ip}</source_ip>
<count>${count}</count><policy_evaluated><disposition>none</disposition><dkim>${word(dkim)}</dkim>
<spf>${word(spf)}</spf></policy_evaluated></row><identifiers><header_from>${from}</header_from></identifiers>
<auth_results>${dkim ? `<dkim><domain>${from}</domain><result>pass</result></dkim>` : ''}
<spf><domain>${spf ? from : 'other.example'}</domain><result>${word(spf)}</result></spf></auth_results></record>`,
  );
  return {
    name: `${reporter}!example.com!${second(day)}!${second(day) + 86_399}.xml`,
    bytes: `<feedback><report_metadata><org_name>${reporter}</org_name><report_id>${day}</report_id>
<date_range><begin>${second(day)}</begin><end>${second(day) + 86_399}</end></date_range></report_metadata>
<policy_published><domain>example.com</domain><p>none</p></policy_published>${records.join('')}</feedback>`,
  };
}

/** Every day 100 messages that pass by both; every third 20 by DKIM alone; every seventh 3 that fail. */
const files: readonly TestFile[] = days.map((day, i) =>
  report(
    day,
    [
      { ip: '192.0.2.1', count: 100, dkim: true, spf: true },
      ...(i % 3 === 0 ? [{ ip: '198.51.100.9', count: 20, dkim: true, spf: false }] : []),
      // From the fifteenth day on, from a network that was never seen before.
      ...(i % 7 === 0
        ? [{ ip: i < 14 ? '203.0.113.5' : '2001:db8::5', count: 3, dkim: false, spf: false }]
        : []),
    ],
    i % 2 === 0 ? 'receiver.example' : 'Other Receiver',
  ),
);

describe('The overview of the report page', function () {
  this.timeout(90_000);
  let bed: ReportBed;

  const open = async (options: Parameters<typeof openReports>[0] = {}): Promise<void> => {
    bed = await openReports({ ungrouped: true, ...options });
    await bed.open(...files);
    await bed.read();
    await bed.page.locator('.plot .bar').nth(27).waitFor({ state: 'attached' });
  };
  // axe-core itself tries a style sheet, which the policy stops.
  let checked = false;
  const isForEverybody = async (): Promise<void> => {
    checked = true;
    assert.deepEqual(await violations(bed.page), []);
  };
  afterEach(async () => {
    if (!checked) assert.deepEqual(await bed.trespasses(), noTrespasses);
    checked = false;
    await bed.close();
  });

  const legend = async (): Promise<readonly string[]> =>
    (await bed.page.locator('.legend b').allInnerTexts()).map((text) => text.trim());
  const filterIs = async (text: string): Promise<void> => {
    await bed.page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('input')].some(
          ({ value, type }) => type !== 'file' && value === wanted,
        ),
      text,
      { timeout: 10_000 },
    );
  };
  /** Where bar `index` is, in the middle of its height. */
  const middleOf = async (index: number): Promise<{ x: number; y: number }> => {
    const box = await bed.page.locator('.plot .bar .room').nth(index).boundingBox();
    return { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 };
  };

  it('says in one line what is open', async () => {
    await open();
    const line = (await bed.page.locator('header .line').innerText()).replace(/[\s·]+/g, ' ');
    assert.match(
      line,
      /example\.com p=none 28 reports from 2 receivers 20 Oct – 16 Nov 2026 UTC 3,012 messages/,
    );
  });

  it('shows a bar a day, each named with its numbers, and their sums in the legend', async () => {
    await open();
    const bars = bed.page.getByRole('listbox', { name: 'Messages per day (UTC)' }).getByRole('option');
    assert.equal(await bars.count(), 28);
    assert.equal(
      await bars.first().getAttribute('aria-label'),
      'Tue, 20 Oct 2026: 123 messages, 100 pass by DKIM and SPF, 20 by one of them, 3 fail',
    );
    assert.deepEqual(await legend(), ['3,012', '2,800', '200', '12 (0.4%)']);
    await bed.page.mouse.move((await middleOf(0)).x, (await middleOf(0)).y);
    assert.deepEqual(await legend(), ['123', '100', '20', '3 (2.4%)'], 'of the day under the pointer');
    const parts = await bed.page.locator('.plot .bar').first().locator('.part').all();
    const fills = await Promise.all(
      parts.map((part) => part.evaluate((shape) => getComputedStyle(shape).fill.replace(/"/g, ''))),
    );
    assert.equal(new Set(fills).size, 3, 'told apart by patterns, not by colours alone');
    assert.deepEqual(fills.slice(1), ['url(#day-one-pattern)', 'url(#day-fail-pattern)']);
  });

  it('takes the colours of a theme that is put on', async () => {
    await open();
    const colour = (): Promise<string> =>
      bed.page
        .locator('.plot .part.both')
        .first()
        .evaluate((shape) => getComputedStyle(shape).fill);
    const light = await colour();
    await bed.wear('dark');
    assert.notEqual(await colour(), light);
    await bed.picture('days.dark');
  });

  it('is brushed with the mouse: the table shows the days, the chart keeps the others', async () => {
    await open();
    const [from, to] = [await middleOf(3), await middleOf(6)];
    await bed.page.mouse.move(from.x, from.y);
    await bed.page.mouse.down();
    await bed.page.mouse.move((from.x + to.x) / 2, from.y, { steps: 3 });
    await bed.page.mouse.move(to.x, to.y, { steps: 3 });
    await bed.page.mouse.up();
    await filterIs('day>=2026-10-23 day<=2026-10-26');
    // Four days, of which two have a record more.
    await bed.linesAre(6);
    assert.equal(await bed.page.locator('.plot .bar').count(), 28);
    assert.equal(await bed.page.locator('.plot .bar.outside').count(), 24);
    await bed.page.mouse.move(10, 10);
    assert.deepEqual(await legend(), ['440', '400', '40', '0']);
    await bed.picture('days.brushed.light');
    await bed.page.getByRole('button', { name: 'All days' }).click();
    await filterIs('');
    await bed.linesAre(42);
    assert.equal(await bed.page.locator('.plot .bar.outside').count(), 0);
  });

  it('a click chooses a day, a second click lets go of it', async () => {
    await open();
    const { x, y } = await middleOf(7);
    await bed.page.mouse.click(x, y);
    await filterIs('day=2026-10-27');
    await bed.linesAre(2);
    await bed.page.mouse.click(x, y);
    await filterIs('');
  });

  it('is brushed with the keyboard, says so, and Escape lets go', async () => {
    await open();
    const chart = bed.page.getByRole('listbox', { name: /Messages per day/ });
    await chart.focus();
    await chart.press('Home');
    await chart.press('ArrowRight');
    assert.equal(await chart.getAttribute('aria-activedescendant'), 'day-bar-1');
    await chart.press('Shift+ArrowRight');
    await chart.press('Shift+ArrowRight');
    await filterIs('day>=2026-10-21 day<=2026-10-23');
    assert.equal(await bed.page.locator('.plot [aria-selected=true]').count(), 3);
    await bed.page
      .getByRole('status')
      .filter({ hasText: 'Period: 21–23 Oct 2026: 320 messages' })
      .or(bed.page.getByText(/^Period: 21 ?– ?23 Oct 2026: 320 messages, 300 pass/))
      .first()
      .waitFor({ state: 'attached' });
    await bed.picture('days.keyboard.light');
    await chart.press('Escape');
    await filterIs('');
    await bed.linesAre(42);
  });

  it('keeps the other parts of a filter, and follows one that was typed', async () => {
    await open();
    await bed.filter.fill('dmarc=fail day=2026-10-27');
    await bed.linesAre(1);
    assert.equal(await bed.page.locator('.plot [aria-selected=true]').count(), 1);
    await bed.page.getByRole('button', { name: 'All days' }).click();
    await filterIs('dmarc=fail');
    await bed.linesAre(4);
    await bed.page.waitForFunction(() => document.querySelector('.legend li.all b')?.textContent === '12');
  });

  it('has the same numbers as a table', async () => {
    await open();
    await bed.page.getByRole('button', { name: 'Table', exact: true }).click();
    const table = bed.page.getByRole('table', { name: 'Messages per day (UTC)' });
    assert.equal(await table.getByRole('row').count(), 29);
    assert.deepEqual(await table.getByRole('row').nth(1).locator('th, td').allInnerTexts(), [
      'Tue, 20 Oct 2026',
      '100',
      '20',
      '3',
      '123',
    ]);
    await isForEverybody();
    await bed.picture('days.table.light');
  });

  it('does not move what stands below it while reports are read', async () => {
    bed = await openReports({ ungrouped: true });
    const tops = async (): Promise<readonly number[]> => {
      const places = await Promise.all(
        ['.figures', '.plot', '.tools', '[role=treegrid]'].map((selector) =>
          bed.page.locator(selector).first().boundingBox(),
        ),
      );
      return places.map((place) => place!.y);
    };
    await bed.open(files[1]!);
    await bed.read();
    await bed.linesAre(1);
    const before = await tops();
    for (const at of [2, 9, 20]) {
      await bed.open(...files.slice(at, at + 7));
      await bed.read();
      assert.deepEqual(await tops(), before);
    }
  });

  it('its four numbers filter by what is left of them', async () => {
    await open();
    const figure = (name: string | RegExp) => bed.page.getByRole('button', { name });
    const pass = figure(/^DMARC pass/);
    assert.match(await pass.innerText(), /99\.6%\s+3,000 of 3,012/);
    assert.match(await figure(/^Aligned by SPF/).innerText(), /93%\s+2,800 of 3,012/);
    await pass.click();
    await filterIs('dmarc=fail');
    await bed.linesAre(4);
    assert.equal(await pass.getAttribute('aria-pressed'), 'true');
    await bed.picture('figures.pressed.light');
    await figure(/^Aligned by SPF/).press('Enter');
    await filterIs('dmarc=fail spf!=pass');
    await pass.click();
    await filterIs('spf!=pass');
    await bed.linesAre(14);
    await figure(/^Aligned by SPF/).click();
    await filterIs('');
    assert.equal(await pass.getAttribute('aria-pressed'), 'false');
    const sources = figure(/^Sources/);
    assert.match(await sources.innerText(), /4\s+1 new network since 3 Nov/);
    await sources.click();
    await filterIs('first-seen>=2026-11-03');
    await bed.linesAre(2);
  });

  it('says what sources seem to be and why, by pointer and by keyboard', async () => {
    await open();
    await bed.tab('Overview').click();
    const part = (name: string) => bed.page.getByRole('region', { name });
    const sources = part('Who sends');
    await sources.locator('li .name').nth(3).waitFor();
    assert.deepEqual(await sources.locator('li .name').allInnerTexts(), [
      '192.0.2.0/24',
      '198.51.100.0/24',
      '203.0.113.0/24',
      '2001:db8::/48',
    ]);
    const spoofing = sources.locator('.items > li').nth(2).getByRole('button', { name: 'spoofing' });
    const why = 'Nothing passes for any domain, and nothing is signed by yours (6 of 6 messages).';
    assert.ok((await spoofing.getAttribute('title'))?.includes(why));
    assert.equal(await bed.page.getByText(why).filter({ visible: true }).count(), 0);
    await spoofing.focus();
    await bed.page.keyboard.press('Enter');
    assert.equal(await spoofing.getAttribute('aria-expanded'), 'true');
    assert.equal(await bed.page.getByText(why).filter({ visible: true }).count(), 1);
    assert.deepEqual(await part('New since 3 Nov').locator('li .name').allInnerTexts(), ['2001:db8::/48']);
    assert.deepEqual(await part('Who reports').locator('li .name').allInnerTexts(), [
      'receiver.example',
      'Other Receiver',
    ]);
    await isForEverybody();
    await bed.picture('overview.light');
    await bed.open(files[0]!);
    await bed.read();
    assert.equal(await spoofing.getAttribute('aria-expanded'), 'true', 'kept when more reports come');
    assert.equal(await spoofing.evaluate((button) => button === document.activeElement), true);
  });

  it('shows in the table what is clicked, and with Alt all but it', async () => {
    await open();
    const overview = bed.tab('Overview');
    const item = (text: string) => bed.page.locator('.overview-tab').getByRole('button', { name: text });
    await overview.click();
    await item('198.51.100.0/24').first().click();
    await filterIs('ip=198.51.100.0/24');
    assert.equal(await bed.tab('Records').getAttribute('aria-selected'), 'true');
    await bed.linesAre(10);
    await bed.filter.fill('');
    await overview.click();
    await item('Other Receiver').click({ modifiers: ['Alt'] });
    await filterIs('reporter!="Other Receiver"');
    await bed.filter.fill('');
    await overview.click();
    await item('spoofing').first().click();
    await filterIs('seems=spoofing');
    await bed.linesAre(4);
    await bed.filter.fill('');
    await overview.click();
    await bed.page.getByRole('combobox', { name: 'Sources by' }).selectOption('organisation');
    await item('example.com').first().click();
    await bed.page.locator('[role=row][aria-expanded=true]').first().waitFor();
  });

  it('sums up what passes the filter, and says where there is nothing', async () => {
    await open();
    await bed.tab('Overview').click();
    await bed.filter.fill('dmarc=fail');
    const first = bed.page.locator('.part.sources li .messages').first();
    await bed.page.waitForFunction(
      () => document.querySelector('.part.sources li .messages')?.textContent === '6 messages',
    );
    assert.equal(await first.innerText(), '6 messages');
    await bed.filter.fill('ip=10.0.0.1');
    await bed.page.getByText('No messages to sum up.').waitFor();
  });
});
