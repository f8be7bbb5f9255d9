import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { until } from '../window/codeWindow';
import { journeyThrough } from '../window/journey';

describe('Through the form view of the record generator', function () {
  this.timeout(120_000);
  const journey = journeyThrough('test/vscode/workspace');

  afterEach(() => journey.code.closeEditors());

  const frame = () => journey.code.webview();
  const question = (key: string) => frame().locator(`.question[data-key="${key}"]`);

  it('a policy is filled in, seen at once, put into the zone and changed later', async () => {
    const { code, folder } = journey;
    const saved = async () => (await readFile(join(folder, 'example.com.zone'), 'utf8')).split('\n');
    await code.openFile('example.com.zone');
    await code.textWith('www');
    await code.command('Mail Auth: Open Record Generator');
    await question('domain').waitFor();
    await until('the zone’s domain', async () =>
      (await question('domain').locator('input').inputValue()) === 'example.com' ? true : undefined,
    );
    await question('p').getByText('quarantine', { exact: true }).click();
    await question('rua').locator('.field').fill('reports@example.com');
    const line = frame().locator('.record .line');
    await frame().getByText('_dmarc').first().waitFor();
    await until('the line', async () =>
      /^_dmarc\s+IN TXT\s+"v=DMARC1; p=quarantine; rua=mailto:reports@example\.com"$/.test(
        await line.innerText(),
      )
        ? true
        : undefined,
    );
    await frame().locator('.fine, .findings').first().waitFor();
    await code.picture('generator-form');
    await frame().getByRole('button', { name: 'Insert into example.com.zone' }).click();
    await code.textWith('p=quarantine');
    await code.noSquiggles();
    await code.save();
    const first = (await saved()).filter((one) => one.includes('_dmarc'));
    assert.equal(first.length, 1);
    assert.match(
      first[0] ?? '',
      /^_dmarc\s+IN TXT\s+"v=DMARC1; p=quarantine; rua=mailto:reports@example\.com"$/,
    );

    // The same form, once more: it begins with the record that is there now, and asks before it is replaced.
    await code.command('Mail Auth: Open Record Generator');
    await frame().getByText('The zone file has this already.').waitFor();
    await question('p').getByText('reject', { exact: true }).click();
    await frame().locator('.old').waitFor();
    assert.match(await frame().locator('.old').innerText(), /p=quarantine/);
    await frame().getByRole('button', { name: 'Insert into example.com.zone' }).click();
    await code.question.choose('Replace');
    await code.textWith('p=reject');
    await code.save();
    const second = (await saved()).filter((one) => one.includes('_dmarc'));
    assert.equal(second.length, 1);
    assert.match(second[0] ?? '', /p=reject; rua=mailto:reports@example\.com"/);
    assert.deepEqual([...journey.refused], []);
  });

  it('the fields of a provider’s form are copied one by one', async () => {
    const { code } = journey;
    await code.openFile('example.com.zone');
    await code.textWith('www');
    await code.command('Mail Auth: Open Record Generator');
    await frame().getByRole('button', { name: 'TLS reporting record' }).click();
    await frame().getByText('Fields of a provider’s form').click();
    await frame().locator('#choose-provider').selectOption('cloudflare');
    await frame().getByRole('button', { name: 'Copy Host' }).click();
    await frame().getByText('Copied', { exact: true }).waitFor();
    assert.equal(await code.clipboard(), '_smtp._tls');
    await code.picture('generator-form-fields');
  });

  it('keys are made where the user says, and nowhere else', async () => {
    const { code } = journey;
    const folder = join(dirname(journey.folder), 'keys');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    await code.openFile('example.com.zone');
    await code.textWith('www');
    const zone = await code.text();
    // The button above the zone opens the form as well.
    await code.page.locator('.editor-actions .action-label[aria-label^="Open Record Generator"]').click();
    await frame().getByRole('button', { name: 'DKIM key record' }).click();
    await until('the zone’s domain', async () =>
      (await question('domain').locator('input').inputValue()) === 'example.com' ? true : undefined,
    );
    await question('selector').locator('input').fill('form');
    const make = frame().getByRole('button', { name: 'Make the Key Pair…' });
    await make.click();
    await code.question.titled('Where should the private key go?');
    await code.question.escape();
    assert.deepEqual(await readdir(folder), []);
    await make.click();
    await code.question.titled('Where should the private key go?');
    await code.question.file(join(folder, 'form.private'));
    await frame().locator('.line', { hasText: 'form._domainkey' }).waitFor();
    await frame().locator('.fine').waitFor();
    await code.picture('generator-form-key');
    const pem = await readFile(join(folder, 'form.private'), 'utf8');
    assert.equal((await stat(join(folder, 'form.private'))).mode & 0o777, 0o600);
    const secret = pem.replace(/-----[^-]+-----|\s/g, '').slice(0, 60);
    assert.ok(!(await frame().locator('html').innerHTML()).replace(/\s/g, '').includes(secret));
    const key = createPublicKey(createPrivateKey(pem))
      .export({ type: 'spki', format: 'der' })
      .toString('base64');
    await frame().getByRole('button', { name: 'Insert into example.com.zone' }).click();
    await code.textWith('form._domainkey');
    assert.ok((await code.text()).replace(/["\s]/g, '').includes(`p=${key}`));
    await code.noSquiggles();
    await code.closeEditors();
    // Its record was put into a zone file: what becomes of that is the user's business.
    assert.deepEqual(await readdir(folder), ['form.private']);
    await code.openFile('example.com.zone');
    await code.textLike(zone);
    await code.command('Mail Auth: Open Record Generator');
    await frame().getByRole('button', { name: 'DKIM key record' }).click();
    await question('selector').locator('input').fill('unused');
    await make.click();
    await code.question.titled('Where should the private key go?');
    await code.question.file(join(folder, 'unused.private'));
    await frame().locator('.line', { hasText: 'unused._domainkey' }).waitFor();
    assert.equal((await readdir(folder)).length, 2);
    await code.closeEditors();
    // Whoever has taken the record by hand keeps the key; it goes when that is said.
    const asked = code.page.locator('.notifications-toasts .notification-list-item', {
      hasText: 'unused.private was neither inserted nor copied',
    });
    await asked.waitFor();
    assert.equal((await readdir(folder)).length, 2);
    await asked.getByRole('button', { name: 'Remove the File' }).click();
    await until('the key that nobody can verify to be gone', async () =>
      (await readdir(folder)).join() === 'form.private' ? true : undefined,
    );
    await until('word of it', async () =>
      (await code.notifications()).some((text) => /unused\.private was removed again/.test(text))
        ? true
        : undefined,
    );
    await code.openFile('example.com.zone');
    await code.textLike(zone);
  });

  it('after a reload of the window the answers are there, and the zone that they are for', async () => {
    const { code } = journey;
    await code.openFile('example.com.zone');
    await code.textWith('www');
    await code.command('Mail Auth: Open Record Generator');
    await frame().getByRole('button', { name: 'SPF record' }).click();
    await question('senders').getByText('Amazon SES', { exact: true }).click();
    await frame().locator('.line', { hasText: 'include:amazonses.com' }).waitFor();
    await code.reload('amazon-ses');
    await frame().locator('.line', { hasText: 'include:amazonses.com' }).waitFor();
    assert.equal(await question('senders').locator('input:checked').getAttribute('value'), 'amazon-ses');
    await frame().getByRole('button', { name: 'Insert into example.com.zone' }).click();
    await code.textWith('include:amazonses.com');
    assert.deepEqual([...journey.refused], []);
  });
});
