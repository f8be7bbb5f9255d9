import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../window/codeWindow';
import { journeyThrough } from '../window/journey';
import { reportTable } from '../window/reportTable';

const command = 'Mail Auth: Raise DMARC Policy…';
const title = 'Raise DMARC Policy: example.com';

describe('Up the policy ladder', function () {
  this.timeout(90_000);
  const journey = journeyThrough('samples');
  const place = () => join(journey.folder, 'example.com.zone');
  const saved = () => readFile(place(), 'utf8');
  let zone = '';

  before(async () => {
    // The sample has climbed most of it.
    zone = (await saved()).replace('p=quarantine; sp=reject', 'p=none');
    await writeFile(place(), zone);
  });
  afterEach(async () => {
    await journey.code.closeEditors();
    await writeFile(place(), zone);
  });

  const showsFirst = (choice: string) =>
    until(`“${choice}”`, async () =>
      (await journey.code.question.choices())[0] === choice ? true : undefined,
    );

  const climb = async () => {
    const { code } = journey;
    await code.openFile('example.com.zone');
    await code.textWith('_dmarc');
    await code.command(command);
    await code.question.titled(title);
  };

  it('the next step is shown with what it means, and made in the zone', async () => {
    const { code } = journey;
    await climb();
    const rungs = (await code.question.choices()).slice(0, 4);
    assert.deepEqual(rungs, ['p=reject', 'p=quarantine', 'p=quarantine with t=y', 'p=none']);
    await code.picture('raise-policy');
    // The next step is the one that Enter takes.
    await code.question.accept();
    await showsFirst('Change the Record');
    const lines = await code.question.choices();
    assert.ok(
      lines.some((line) => line.includes('No reports are open')),
      lines.join('\n'),
    );
    await code.question.choose('Change the Record');
    await code.question.gone();
    await code.textWith('p=quarantine');
    await code.save();
    const now = await saved();
    const changed = now.split('\n').filter((line, index) => line !== zone.split('\n')[index]);
    assert.equal(changed.length, 2, changed.join('\n'));
    assert.match(changed[0]!, /serial/i);
    assert.match(changed[1]!, /^_dmarc\b.*"v=DMARC1; p=quarantine;.*; t=y"$/);
  });

  it('back and away at every step leave the zone as it was', async () => {
    const { code } = journey;
    await climb();
    await code.question.escape();
    await code.command(command);
    await code.question.titled(title);
    await code.question.choose('p=reject');
    await showsFirst('Change the Record');
    await code.page.locator('.quick-input-widget .codicon-quick-input-back').click();
    await showsFirst('p=reject');
    await code.question.choose('p=reject');
    await showsFirst('Change the Record');
    await code.question.escape();
    assert.equal(await code.isDirty(), false);
    assert.equal(await saved(), zone);
  });

  it('reports that are open say how much mail a step would meet', async () => {
    const { code } = journey;
    await code.openFile('reports/receiver.example!example.com!1794787200!1794873599.xml');
    await reportTable(code).records(7);
    await climb();
    await code.question.accept();
    const said = await until('what the reports say', async () =>
      (await code.question.choices()).find((line) => /of 1919 messages/.test(line)),
    );
    assert.match(said, /fail/);
    await code.picture('raise-policy-evidence');
    await code.question.escape();
    assert.equal(await saved(), zone);
  });

  it('without a zone in the editor the domain is asked for, and its zone file found', async () => {
    const { code } = journey;
    await code.command(command);
    await code.question.titled('Raise DMARC Policy');
    await code.question.answer('nobody');
    await code.question.complaint();
    await code.question.answer('mail.example.com');
    await code.question.titled(title);
    await showsFirst('p=reject');
    // The next step, without looking: the keyboard alone does it.
    await code.question.accept();
    await showsFirst('Change the Record');
    await code.question.accept();
    await code.question.gone();
    await code.textWith('p=quarantine');
    assert.ok(await code.isDirty());
    await code.press('Control+Z');
    await until('the zone as it was', async () => ((await code.isDirty()) ? undefined : true));
  });
});
