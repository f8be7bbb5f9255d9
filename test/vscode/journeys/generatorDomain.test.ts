import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { journeyThrough } from '../window/journey';
import { soundZone } from '../window/savedZone';

describe('Through the generator of everything for a new domain', function () {
  this.timeout(150_000);
  const journey = journeyThrough('test/vscode/workspace');
  let zone = '';

  beforeEach(async () => {
    const { code } = journey;
    await code.openFile('example.com.zone');
    await code.textWith('www');
    zone = await code.text();
  });
  afterEach(() => journey.code.closeEditors());

  const at = (step: string) =>
    journey.code.question.titled(new RegExp(`^Everything for a new domain: ${step}`));

  const steps = [
    'Domain',
    'Records',
    'Mail services',
    'Receiving servers',
    'Own addresses',
    'Everyone else',
    'Selector',
    'Algorithm',
    'Policy',
    'Aggregate report addresses',
    'Report addresses',
    'Mode',
    'Mail servers',
    'Web server',
  ];

  /** Answers with what is proposed, and with MTA-STS; stops at a step. */
  const goTo = async (last: string) => {
    const { code } = journey;
    await code.command('Mail Auth: Generate Everything for a New Domain…');
    for (const step of [...steps, 'Preview']) {
      await at(step);
      if (step === last) return;
      if (step === 'Records') await code.question.choose('MTA-STS');
      // Who announces a policy has a host that serves it.
      if (step === 'Web server') await code.type('192.0.2.80');
      await code.question.accept();
    }
  };

  it('leaves nothing behind, at whichever step it is left', async () => {
    const { code } = journey;
    for (const step of [...steps, 'Preview']) {
      await goTo(step);
      await code.question.escape();
      await code.textLike(zone);
      assert.equal(await code.isDirty(), false, step);
      assert.deepEqual(await code.notifications(), [], step);
    }
  });

  it('puts all records into the zone at once, and keeps the key and the policy', async () => {
    const { code, folder } = journey;
    const { question } = code;
    const vault = join(dirname(folder), 'vault');
    await mkdir(vault);
    await goTo('Preview');
    const before = (await question.choices()).join('\n');
    assert.match(before, /_dmarc\.example\.com\.\s+TXT\s+v=DMARC1; p=none/);
    await code.picture('generator-domain');
    await question.choose('Make the Keys');
    await question.titled('Where should the private key go?');
    await question.file(join(vault, 'example.com.private'));
    await code.page.locator('.quick-input-list', { hasText: 'Save mta-sts.txt' }).waitFor();
    await question.choose('Insert into example.com.zone');
    await code.page.locator('.quick-input-list', { hasText: 'Closes this list' }).waitFor();
    await question.choose('Save mta-sts.txt');
    await question.titled('mta-sts.txt');
    await question.file(join(vault, 'mta-sts.txt'));
    await at('Preview');
    await question.choose('Done');
    await question.gone();
    assert.equal(
      await readFile(join(vault, 'mta-sts.txt'), 'utf8').then((text) => text.split('\n')[0]),
      'version: STSv1',
    );
    await code.save();
    const path = join(folder, 'example.com.zone');
    const saved = await readFile(path, 'utf8');
    for (const wanted of ['v=spf1', 'v=DKIM1', 'v=DMARC1', 'v=TLSRPTv1', 'v=STSv1']) {
      assert.equal(saved.split(wanted).length, 2, `${wanted} in\n${saved}`);
    }
    await soundZone(path, 'example.com');
    await code.press('Control+Z');
    await code.textLike(zone);
  });
});
