import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../window/codeWindow';
import { journeyThrough } from '../window/journey';
import { soundZone } from '../window/savedZone';

const steps = [
  'Domain',
  'Policy',
  'Subdomain policy',
  'Policy for non-existent subdomains',
  'Aggregate report addresses',
  'Failure report addresses',
  'DKIM alignment',
  'SPF alignment',
  'Testing',
  'Preview',
] as const;
type Step = (typeof steps)[number];

/** A zone that sends mail, without a DMARC record. */
const ZONE = [
  '$TTL 1h',
  '@       IN SOA  ns1 hostmaster 1 2h 30m 14d 1h',
  '        IN NS   ns1',
  '        IN MX   10 mail',
  '        IN TXT  "v=spf1 mx ~all"',
  'ns1     IN A    192.0.2.53',
  'mail    IN A    192.0.2.25',
  'www     IN A    192.0.2.80',
  '',
].join('\n');

describe('Through the record generator', function () {
  this.timeout(90_000);
  const journey = journeyThrough('test/vscode/workspace');
  let zone = '';

  beforeEach(async () => {
    const { code, folder } = journey;
    await writeFile(join(folder, 'example.com.zone'), ZONE);
    await code.openFile('example.com.zone');
    await code.textWith('www');
    zone = await code.text();
  });
  afterEach(() => journey.code.closeEditors());

  const arriveAt = (step: Step) =>
    journey.code.question.titled(step === 'Preview' ? /: Preview$/ : new RegExp(`: ${step} \\(`));

  /** Asks for a record that quarantines, with what is proposed for the rest, and stops at a step. */
  const goTo = async (last: Step) => {
    const { code } = journey;
    const { question } = code;
    await code.command('Mail Auth: Generate DMARC Record…');
    for (const step of steps) {
      await arriveAt(step);
      if (step === last) return;
      if (step === 'Policy') await question.choose('quarantine');
      else await question.accept();
    }
  };

  it('a record is asked for, shown and put into the zone', async () => {
    const { code, folder } = journey;
    await goTo('Domain');
    assert.equal(await code.question.proposal(), 'example.com');
    await code.question.escape();
    await goTo('Policy');
    assert.deepEqual(await code.question.choices(), [
      'none',
      'quarantine',
      'reject',
      // What comes of the choice that is proposed.
      'v=DMARC1; p=none; rua=mailto:dmarc-reports@example.com',
    ]);
    await code.picture('generator-policy');
    await code.question.escape();
    await goTo('Preview');
    const record = 'v=DMARC1; p=quarantine; rua=mailto:dmarc-reports@example.com';
    const told = await code.question.choices();
    assert.ok(told.includes(record), told.join('\n'));
    assert.ok(told.includes('example.com: quarantine'), told.join('\n'));
    await code.textLike(zone);
    await code.picture('generator');
    await code.question.choose('Insert into example.com.zone');
    await code.question.gone();
    await code.textWith(record);
    await code.noSquiggles();
    await code.save();
    const [line, ...more] = (await soundZone(join(folder, 'example.com.zone'), 'example.com'))
      .split('\n')
      .filter((text) => text.includes('_dmarc'));
    assert.match(line ?? '', /^_dmarc\s+(?:\d+\s+)?IN\s+TXT\s+"v=DMARC1; p=quarantine; rua=/);
    assert.deepEqual(more, []);
  });

  it('a wrong answer is told, and can be mended', async () => {
    const { code } = journey;
    await goTo('Aggregate report addresses');
    assert.equal(await code.question.proposal(), 'dmarc-reports@example.com');
    await code.question.answer('nobody');
    assert.match(await code.question.complaint(), /nobody/);
    await code.question.answer('reports@example.com');
    await arriveAt('Failure report addresses');
    await code.question.escape();
  });

  it('Escape leaves nothing behind, at whichever step', async () => {
    const { code } = journey;
    for (const step of steps) {
      await goTo(step);
      await code.question.escape();
      await code.textLike(zone);
      assert.equal(await code.isDirty(), false, step);
      assert.deepEqual(await code.notifications(), [], step);
      assert.deepEqual(await code.tabs(), ['example.com.zone'], step);
    }
  });

  it('the fields of a provider’s form are copied one by one', async () => {
    const { code } = journey;
    await goTo('Preview');
    await code.question.choose('Copy as Form Fields…');
    await code.question.titled(/: DNS provider/);
    await code.question.choose('さくらのドメイン');
    await code.question.titled(/: Form fields/);
    const fields = await code.question.choices();
    for (const field of ['Host', 'Type', 'Value', 'TTL']) {
      assert.ok(
        fields.some((label) => label.startsWith(field)),
        `${field} among ${fields.join(', ')}`,
      );
    }
    await code.picture('generator-fields');
    await code.question.choose('Type');
    await code.question.titled(/: Form fields/);
    await code.question.escape();
    await code.textLike(zone);
    await until('the type', async () => ((await code.clipboard()) === 'TXT' ? true : undefined));
  });
});
