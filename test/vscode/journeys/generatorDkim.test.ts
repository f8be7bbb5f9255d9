import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { until } from '../window/codeWindow';
import { journeyThrough } from '../window/journey';
import { soundZone } from '../window/savedZone';

const steps = ['Domain', 'Selector', 'Key', 'Algorithm', 'Flags', 'Preview'] as const;

describe('Through the generator of DKIM keys', function () {
  this.timeout(90_000);
  const journey = journeyThrough('test/vscode/workspace');
  let zone = '';

  beforeEach(async () => {
    const { code } = journey;
    await code.openFile('example.com.zone');
    await code.textWith('www');
    zone = await code.text();
  });
  afterEach(() => journey.code.closeEditors());

  const at = (step: string) => journey.code.question.titled(new RegExp(`^DKIM key record: ${step}`));

  /** Answers with what is proposed, and stops at a step. */
  const goTo = async (last: (typeof steps)[number]) => {
    const { code } = journey;
    await code.command('Mail Auth: Generate DKIM Key and Record…');
    for (const step of steps) {
      await at(step);
      if (step === last) return;
      await code.question.accept();
    }
  };

  /** A folder beside the one that is open. */
  const vault = async (name: string): Promise<string> => {
    const folder = join(dirname(journey.folder), name);
    await mkdir(folder, { recursive: true });
    return folder;
  };

  it('leaves nothing behind where it is left, at a question or when the place is asked for', async () => {
    const { code } = journey;
    const { question } = code;
    const folder = await vault('left');
    for (const step of steps) {
      await goTo(step);
      await question.escape();
    }
    await goTo('Preview');
    await question.choose('Make the Keys');
    await question.titled('Where should the private key go?');
    // The dialog closes and the preview opens, often too fast to see that nothing was open between them.
    await code.press('Escape');
    await at('Preview');
    await question.escape();
    await code.textLike(zone);
    assert.equal(await code.isDirty(), false);
    assert.deepEqual(await code.notifications(), []);
    assert.deepEqual(await readdir(folder), []);
  });

  it('puts no key into a repository without asking, and over no file at all', async () => {
    const { code } = journey;
    const { question } = code;
    const repository = await vault('repository');
    await mkdir(join(repository, '.git'), { recursive: true });
    await mkdir(join(repository, 'keys'), { recursive: true });
    const precious = join(await vault('precious'), 'mail.private');
    await writeFile(precious, 'precious\n');
    await goTo('Preview');
    await question.choose('Make the Keys');
    await question.titled('Where should the private key go?');
    await question.file(join(repository, 'keys/mail.private'));
    await code.page.locator('.quick-input-list', { hasText: 'Save There Anyway' }).waitFor();
    assert.match((await question.choices()).join(' '), /repository is under version\s+control/);
    await question.choose('Choose Another Place');
    await code.page
      .locator('.quick-input-list', { hasText: 'Save There Anyway' })
      .waitFor({ state: 'hidden' });
    await question.titled('Where should the private key go?');
    await question.file(precious);
    // The dialog of VS Code itself asks whether to overwrite; even who says so does not.
    await question.titled(/overwrite/);
    await code.press('Enter');
    await until('a refusal', async () => {
      const told = await code.notifications();
      return told.some((text) => text.includes('never takes the place of a file')) ? true : undefined;
    });
    await question.titled('Where should the private key go?');
    // The dialog closes and the preview opens, often too fast to see that nothing was open between them.
    await code.press('Escape');
    await at('Preview');
    await question.escape();
    assert.equal(await readFile(precious, 'utf8'), 'precious\n');
    assert.deepEqual(await readdir(join(repository, 'keys')), []);
    await code.textLike(zone);
  });

  it('makes a pair: the private key for its owner alone, the record into the zone, lines for the signer', async () => {
    const { code, folder } = journey;
    const { question } = code;
    const place = join(await vault('keys'), 'mail.private');
    await goTo('Selector');
    // opendkim.conf of the folder names this one, and it has no record yet.
    const selector = await question.proposal();
    await question.escape();
    await goTo('Preview');
    const before = await question.choices();
    assert.ok(before.includes('v=DKIM1; k=rsa; p=…'), before.join('\n'));
    await question.choose('Make the Keys');
    await question.titled('Where should the private key go?');
    await question.file(place);
    await at('Preview');
    await code.page.locator('.quick-input-list', { hasText: 'Copy Lines for KeyTable' }).waitFor();
    await code.picture('generator-key-made');
    assert.equal((await stat(place)).mode & 0o777, 0o600);
    const pem = await readFile(place, 'utf8');
    const expected = createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'der' });
    assert.equal(createPrivateKey(pem).asymmetricKeyDetails?.modulusLength, 2048);
    const told = (await question.choices()).join('\n');
    assert.ok(!told.includes('PRIVATE'), told);
    await question.choose('Insert into example.com.zone');
    // There is more to do than the record; the list stays for it.
    await question.titled(/: Preview/);
    await code.page.locator('.quick-input-list', { hasText: 'Closes this list' }).waitFor();
    await question.choose('Copy Lines for KeyTable');
    await until('lines', async () =>
      (await code.clipboard()).includes(`example.com:${selector}:${place}`) ? true : undefined,
    );
    await question.choose('Done');
    await question.gone();
    await code.save();
    const saved = await soundZone(join(folder, 'example.com.zone'), 'example.com');
    const [, strings = ''] = new RegExp(`^${selector}\\._domainkey\\s.*?TXT\\s+(.*)$`, 'm').exec(saved) ?? [];
    const record = [...strings.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join('');
    assert.match(record, /^v=DKIM1; k=rsa; p=/);
    assert.equal(record.replace(/^.*p=/, ''), expected.toString('base64'));
    assert.equal(await code.text().then((text) => text.includes('PRIVATE')), false);
  });

  it('removes a key again whose record was not published, and says so', async () => {
    const { code } = journey;
    const { question } = code;
    const place = join(await vault('keys'), 'other.private');
    const before = await readdir(dirname(place));
    await code.command('Mail Auth: Generate DKIM Key and Record…');
    await at('Domain');
    await question.accept();
    // There is a key by now: another one is made beside it, or it is changed.
    await at('Existing record');
    await question.choose('Begin Anew');
    for (const step of ['Selector', 'Key', 'Algorithm', 'Flags'] as const) {
      await at(step);
      if (step === 'Algorithm') await question.choose('Ed25519');
      else await question.accept();
    }
    await at('Preview');
    await question.choose('Make the Keys');
    await question.titled('Where should the private key go?');
    await question.file(place);
    await code.page.locator('.quick-input-list', { hasText: 'Copy Lines for KeyTable' }).waitFor();
    assert.equal(createPrivateKey(await readFile(place, 'utf8')).asymmetricKeyType, 'ed25519');
    await question.escape();
    await until('word of the key', async () => {
      const told = await code.notifications();
      return told.some((text) => text.includes(place) && /removed again/.test(text)) ? true : undefined;
    });
    assert.deepEqual(await readdir(dirname(place)), before);
    assert.equal(await code.isDirty(), false);
  });
});
