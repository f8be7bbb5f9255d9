import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { journeyThrough } from '../window/journey';
import { soundZone } from '../window/savedZone';

/** The zone with a record that was made before. */
const WITH_RECORD = [
  '$TTL 1h',
  '@       IN SOA  ns1 hostmaster 2 2h 30m 14d 1h',
  '        IN NS   ns1',
  '        IN MX   10 mail',
  '        IN TXT  "v=spf1 ip4:192.0.2.25 include:_spf.google.com ~all"',
  'ns1     IN A    192.0.2.53',
  'mail    IN A    192.0.2.25',
  'www     IN A    192.0.2.80',
  '',
].join('\n');

describe('Through the generator of SPF records', function () {
  this.timeout(90_000);
  const journey = journeyThrough('test/vscode/workspace');
  let zone = '';
  let first = true;

  beforeEach(async () => {
    const { code, folder } = journey;
    if (!first) await writeFile(join(folder, 'example.com.zone'), WITH_RECORD);
    first = false;
    await code.openFile('example.com.zone');
    await code.textWith('www');
    zone = await code.text();
  });
  afterEach(() => journey.code.closeEditors());

  const at = (step: string) => journey.code.question.titled(new RegExp(`^SPF record: ${step}`));

  it('leads from the list of kinds to a saved zone', async () => {
    const { code, folder } = journey;
    const { question } = code;
    await code.command('Mail Auth: Generate Record…');
    await question.titled('Generate Record');
    assert.equal((await question.choices())[1], 'SPF record');
    await code.picture('generator-kinds');
    await question.choose('SPF record');
    await at('Domain');
    assert.equal(await question.proposal(), 'example.com');
    await question.accept();
    await at('Mail services');
    await question.choose('Google Workspace');
    await question.titled(/include:_spf\.google\.com/);
    await code.picture('generator-services');
    await question.accept();
    await at('Receiving servers');
    // What is answered so far is shown with each answer that can be chosen.
    assert.ok((await question.choices()).includes('v=spf1 mx include:_spf.google.com ~all'));
    await question.choose('No');
    await at('Own addresses');
    await code.type('192.0.2.25x');
    await question.accept();
    assert.match(await question.complaint(), /192\.0\.2\.25x/);
    await code.erase(1);
    await question.explained(/So far: v=spf1 ip4:192\.0\.2\.25 include:_spf/);
    await question.accept();
    await at('Own hosts');
    await question.back();
    await at('Own addresses');
    assert.equal(await question.proposal(), '192.0.2.25');
    await question.accept();
    for (const step of ['Own hosts', 'Other includes', 'Everyone else']) {
      await at(step);
      await question.accept();
    }
    await at('Preview');
    const told = await question.choices();
    assert.ok(told.includes('v=spf1 ip4:192.0.2.25 include:_spf.google.com ~all'), told.join('\n'));
    assert.ok(
      told.some((line) => /of the 10 DNS lookups/.test(line)),
      told.join('\n'),
    );
    await code.textLike(zone);
    await question.choose('Insert into example.com.zone');
    await question.gone();
    await code.textWith('v=spf1 ip4:192.0.2.25');
    await code.save();
    const saved = await soundZone(join(folder, 'example.com.zone'), 'example.com');
    assert.match(saved, /IN TXT\s+"v=spf1 ip4:192\.0\.2\.25 include:_spf\.google\.com ~all"/);
    // The zone has a serial of its own counting, which goes up with the record.
    assert.match(saved, /SOA {2}ns1 hostmaster (?!1 )\d+ 2h/);

    // One step takes all of it back: record and serial.
    await code.press('Control+Z');
    await code.textLike(zone);
  });

  it('begins with the record that is there, and replaces it after showing the difference', async () => {
    const { code, folder } = journey;
    const { question } = code;
    await code.command('Mail Auth: Generate SPF Record…');
    await at('Domain');
    await question.accept();
    await at('Existing record');
    await question.choose('Change What Is There');
    await at('Mail services');
    await question.titled(/include:_spf\.google\.com/);
    await question.choose('Amazon SES');
    await question.accept();
    for (const step of [
      'Receiving servers',
      'Own addresses',
      'Own hosts',
      'Other includes',
      'Everyone else',
    ]) {
      await at(step);
      await question.accept();
    }
    await at('Preview');
    await question.choose('Insert into example.com.zone');
    await at('Replace');
    const shown = await question.choices();
    assert.ok(
      shown.some((line) => line.includes('"v=spf1 ip4:192.0.2.25 include:_spf.google.com')),
      shown.join('\n'),
    );
    assert.ok(
      shown.some((line) => line.includes('include:amazonses.com')),
      shown.join('\n'),
    );
    await question.choose('Show the Difference');
    await code.page.locator('.monaco-diff-editor').first().waitFor();
    await at('Replace');
    await code.picture('generator-difference');
    // Back keeps the record, and closes what was shown.
    await question.back();
    await at('Preview');
    await code.page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' });
    assert.deepEqual(await code.tabs(), ['example.com.zone']);
    assert.equal(await code.isDirty(), false);
    await question.choose('Insert into example.com.zone');
    await at('Replace');
    await question.choose('Replace');
    await question.gone();
    await code.textWith('include:amazonses.com');
    await code.save();
    const saved = await soundZone(join(folder, 'example.com.zone'), 'example.com');
    assert.equal(saved.match(/v=spf1/g)?.length, 1);
  });

  it('hands the record to programs, with what it replaces', async () => {
    const { code } = journey;
    const { question } = code;
    await code.command('Mail Auth: Generate SPF Record…');
    await at('Domain');
    await question.accept();
    await at('Existing record');
    await question.choose('Begin Anew');
    await at('Mail services');
    await question.accept();
    for (const step of [
      'Receiving servers',
      'Own addresses',
      'Own hosts',
      'Other includes',
      'Everyone else',
    ]) {
      await at(step);
      await question.accept();
    }
    await at('Preview');
    await question.choose('Hand to a Program…');
    await at('Program');
    await code.press('ArrowDown');
    await code.page.locator('.quick-input-list', { hasText: 'update delete example.com. IN TXT' }).waitFor();
    await code.picture('generator-program');
    await question.accept();
    await question.titled(/nsupdate/);
    await question.choose('Open in an Editor');
    await question.gone();
    await code.textLike(
      /^zone example\.com\.\nupdate delete example\.com\. IN TXT "v=spf1 .*\nupdate add example\.com\. 3600 IN TXT "v=spf1 mx/,
    );
  });

  it('leaves nothing behind, at whichever step it is left', async () => {
    const { code } = journey;
    const { question } = code;
    const steps = [
      'Domain',
      'Existing record',
      'Mail services',
      'Receiving servers',
      'Own addresses',
      'Own hosts',
      'Other includes',
      'Everyone else',
      'Preview',
      'Replace',
    ];
    for (const last of steps) {
      await code.command('Mail Auth: Generate SPF Record…');
      for (const step of steps) {
        await at(step);
        if (step === last) break;
        if (step === 'Preview') await question.choose('Insert into example.com.zone');
        else if (step === 'Existing record') await question.choose('Begin Anew');
        else await question.accept();
      }
      await question.escape();
      await code.textLike(zone);
      assert.equal(await code.isDirty(), false, last);
      assert.deepEqual(await code.notifications(), [], last);
      assert.deepEqual(await code.tabs(), ['example.com.zone'], last);
    }
  });
});
