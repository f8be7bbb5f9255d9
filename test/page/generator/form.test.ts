import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { completed } from '../../../core/generator/form';
import { formFor, FORMS } from '../../../core/generator/forms';
import { root } from '../../support/shared';
import { until } from '../../vscode/window/codeWindow';
import { noTrespasses } from '../support/bed';
import { openFormPage, type FormPage, type Showing } from '../support/formPage';
import { themeNames } from '../support/themes';

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

const ZONE = {
  name: 'example.com.zone',
  text: `$ORIGIN example.com.
$TTL 1h
@ IN SOA ns1 hostmaster 2026112201 2h 30m 14d 1h
  IN NS ns1
  IN MX 10 mail
  IN TXT "v=spf1 ip4:192.0.2.25 include:_spf.google.com -all"
ns1 IN A 192.0.2.53
mail IN A 192.0.2.25
`,
};

describe('The page of the record generator', function () {
  this.timeout(150_000);
  let form: FormPage;

  const open = async (showing: Showing = {}): Promise<FormPage> => {
    form = await openFormPage({ zones: [ZONE], ...showing });
    return form;
  };
  const told = () => form.bed.page.locator('.told').innerText();
  const complaint = (key: string) => form.question(key).locator('.complaint');

  afterEach(async () => {
    const trespasses = await form.bed.trespasses();
    const strangers = await form.bed.strangers();
    await form.bed.close();
    assert.deepEqual(trespasses, noTrespasses);
    assert.deepEqual(strangers, []);
  });

  it('proposes a whole record for the zone that is open, as it will stand there', async () => {
    await open({ kind: 'dmarc' });
    assert.equal(await form.question('domain').locator('input').inputValue(), 'example.com');
    assert.deepEqual(await form.lines(), [
      '_dmarc IN TXT "v=DMARC1; p=none; rua=mailto:dmarc-reports@example.com"',
    ]);
    assert.match(await form.bed.page.locator('.findings').innerText(), /dmarc-monitoring-only/);
    assert.match(await form.bed.page.locator('.policy').innerText(), /The domain itself\s+none/);
  });

  it('questions come and go as answers give them a point, and keep what was answered', async () => {
    await open({ kind: 'dmarc' });
    assert.equal(await form.question('t').count(), 0);
    assert.equal(await form.question('fo').count(), 0);
    await form.answer('p', 'reject');
    await form.answer('t', 'y');
    await form.answer('ruf', 'failures@example.com');
    await form.answer('fo', '1');
    const [line = ''] = await form.lines();
    assert.match(line, /p=reject; .*ruf=mailto:failures@example\.com; .*fo=1; .*t=y/);
    assert.match(
      await form.bed.page.locator('.policy').innerText(),
      /reject, while t=y applied as quarantine/,
    );
    await form.answer('ruf', '');
    assert.equal(await form.question('fo').count(), 0);
    await form.answer('ruf', 'failures@example.com');
    assert.equal(await form.question('fo').locator('input:checked').getAttribute('value'), '1');
  });

  it('says beside the field what is wrong with an answer, and hands nothing over until it is mended', async () => {
    await open({ kind: 'dmarc' });
    const { page } = form.bed;
    const before = await form.lines();
    await form.answer('rua', 'nobody');
    assert.match(await complaint('rua').innerText(), /nobody/);
    const field = form.question('rua').locator('.field');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
    assert.ok(described.includes((await complaint('rua').getAttribute('id')) ?? ''), described.join());
    assert.deepEqual(await form.lines(), before);
    assert.equal(await page.locator('.insert').isDisabled(), true);
    await page.locator('.todo .link').click();
    assert.equal(await field.evaluate((one) => document.activeElement === one), true);
    await until('word of the answer', async () =>
      /1 answer needs attention/.test(await told()) ? true : undefined,
    );
    await form.answer('rua', 'reports@example.com');
    assert.equal(await complaint('rua').isVisible(), false);
    assert.equal(await field.getAttribute('aria-invalid'), null);
    await until('word of the record', async () =>
      /1 record\. 1 finding/.test(await told()) ? true : undefined,
    );
    assert.equal(await page.locator('.insert').isEnabled(), true);
  });

  it('proposals follow the answers that they are made from; own answers stay', async () => {
    await open({ kind: 'dmarc', zones: [] });
    assert.match(await complaint('domain').innerText(), /Type a domain/);
    assert.equal(await form.question('domain').locator('input').getAttribute('aria-invalid'), null);
    await form.answer('domain', 'example.org');
    const rua = form.question('rua').locator('.field');
    assert.equal(await rua.inputValue(), 'dmarc-reports@example.org');
    await form.answer('rua', 'me@example.net');
    await form.answer('domain', 'example.net');
    assert.equal(await rua.inputValue(), 'me@example.net');
    await form.question('rua').locator('.link').click();
    assert.equal(await rua.inputValue(), 'dmarc-reports@example.net');
    assert.equal(await rua.evaluate((one) => document.activeElement === one), true);
  });

  it('begins with the record that is there, says so, and shows what is replaced', async () => {
    await open({ kind: 'spf' });
    const { page } = form.bed;
    await page.locator('.beginning').waitFor();
    assert.match(await page.locator('.beginning').innerText(), /is there already/);
    assert.equal(
      await form.question('senders').locator('input:checked').getAttribute('value'),
      'google-workspace',
    );
    assert.equal(await form.question('addresses').locator('.field').inputValue(), '192.0.2.25');
    await page.getByText('The zone file has this already.').waitFor();
    await form.answer('all', '~all');
    await form.lines();
    await page.locator('.old').waitFor();
    assert.match(await page.locator('.old').innerText(), /include:_spf\.google\.com -all/);
    assert.match(await page.locator('.budget').innerText(), /1 of 10/);
    await page.getByRole('button', { name: 'Begin Anew' }).click();
    assert.equal(await page.getByRole('button', { name: 'Begin with What Is There' }).count(), 1);
    assert.equal(await form.question('senders').locator('input:checked').count(), 0);
  });

  it('counts the lookups of SPF, and stops where receivers would', async () => {
    await open({ kind: 'spf', zones: [] });
    await form.answer('domain', 'example.com');
    const hosts = Array.from({ length: 11 }, (_, at) => `h${at}.example.com`).join(', ');
    await form.answer('hosts', hosts);
    assert.match(await complaint('hosts').innerText(), /11 DNS lookups/);
    await form.answer('hosts', hosts.slice(0, hosts.lastIndexOf(',')));
    await form.bed.page.getByText(/^10 of 10 DNS lookups/).waitFor();
    assert.equal(await form.bed.page.locator('.cell.used').count(), 10);
  });

  it('hands the answers over for insertion, and copies lines, fields and other formats', async () => {
    await open({ kind: 'dmarc' });
    const { page } = form.bed;
    await form.answer('p', 'quarantine');
    await form.lines();
    await page.locator('.insert').click();
    await page.locator('.copy').click();
    await page.getByText('Copied', { exact: true }).waitFor();
    await page.locator('.with-fields > summary').click();
    await page.locator('#choose-provider').selectOption('route53');
    await page.getByRole('button', { name: 'Copy Value' }).click();
    await page.locator('.with-output > summary').click();
    await page.locator('#choose-output').selectOption('nsupdate');
    await page.locator('.with-output').getByRole('button', { name: 'Open in Editor' }).click();
    await until('all deeds', () => Promise.resolve(form.host.deeds.length === 4 ? true : undefined));
    const dmarc = formFor('dmarc')!;
    const answers = completed(dmarc, { domain: 'example.com', p: 'quarantine' });
    const { value } = dmarc.generate(answers).records[0]!;
    assert.deepEqual(form.host.deeds.slice(0, 3), [
      { name: 'insert', ask: { kind: 'dmarc', answers, zone: `file:///zones/${ZONE.name}` } },
      { name: 'copy', ask: { text: `_dmarc.example.com.\t3600\tIN\tTXT\t"${value}"\n` } },
      { name: 'copy', ask: { text: `"${value}"` } },
    ]);
    const opened = form.host.deeds[3];
    assert.ok(opened?.name === 'open' && /^update add _dmarc\.example\.com\. 3600/m.test(opened.ask.text));
  });

  it('inserts nothing into a zone that the domain does not lie in', async () => {
    await open({
      kind: 'dmarc',
      zones: [ZONE, { name: 'example.net.zone', text: ZONE.text.replace('.com', '.net') }],
    });
    const { page } = form.bed;
    await form.answer('domain', 'shop.example.net');
    await form.lines();
    assert.equal(await page.locator('.insert').isDisabled(), true);
    await page.getByText('shop.example.net is not in the zone example.com.').waitFor();
    await page.locator('#choose-zone').selectOption({ label: 'example.net.zone (example.net)' });
    await page.getByRole('button', { name: 'Insert into example.net.zone' }).click();
    await until('the insertion', () => Promise.resolve(form.host.deeds.length > 0 ? true : undefined));
    assert.match(JSON.stringify(form.host.deeds), /"zone":"file:\/\/\/zones\/example\.net\.zone"/);
  });

  it('shows the policy file of MTA-STS and has it saved', async () => {
    await open({ kind: 'mta-sts' });
    const { page } = form.bed;
    assert.match(await page.locator('.files pre').innerText(), /mode: testing\s+mx: mail\.example\.com/);
    await page.getByRole('button', { name: 'Save mta-sts.txt…' }).click();
    await until('the saving', () => Promise.resolve(form.host.deeds.length > 0 ? true : undefined));
    const [deed] = form.host.deeds;
    assert.ok(deed?.name === 'save' && deed.ask.text.startsWith('version: STSv1\n'));
  });

  for (const kind of ['dkim', 'domain'] as const) {
    it(`has the extension make keys for ${kind}, and never holds a private one`, async () => {
      await open({ kind });
      const { page } = form.bed;
      await page.getByRole('button', { name: 'Make the Key Pair…' }).click();
      await page.getByText('/etc/dkim/s202611.private').first().waitFor();
      const line = (await form.lines()).find((one) => one.includes('_domainkey')) ?? '';
      assert.match(line, /^s202611\._domainkey IN TXT "v=DKIM1; k=rsa; (?:" ")?p=MIIB/);
      assert.equal(form.host.privateKeys.length, 1);
      // What the signer needs follows the selector.
      await form.answer(kind === 'dkim' ? 'selector' : 'dkim.selector', 'mine');
      const table = page.locator('.key pre', { hasText: 'mine._domainkey.example.com' }).first();
      assert.match(await table.innerText(), /example\.com:mine:\/etc\/dkim\/s202611\.private$/);
      const body = form.host.privateKeys[0]!.replace(/-----[^-]+-----|\s/g, '').slice(0, 60);
      const held = [JSON.stringify(await form.bed.state()), await page.content(), ...form.host.said].join(
        '\n',
      );
      assert.ok(!held.replaceAll('\\n', '').includes(body));
      assert.doesNotMatch(held, /BEGIN (?:RSA )?PRIVATE/);
      await page.getByRole('button', { name: 'Make Another Pair' }).click();
      await page.getByRole('button', { name: 'Make the Key Pair…' }).waitFor();
      // The extension is told, which asks about the file of a key whose record was not published.
      assert.deepEqual(form.host.deeds.at(-1), {
        name: 'dropKey',
        ask: { place: '/etc/dkim/s202611.private' },
      });
    });
  }

  it('tells which senders cost what where they are too many, and offers nothing to be written', async () => {
    await open({ kind: 'spf' });
    const { page } = form.bed;
    const meter = page.locator('.budget');
    assert.match(await meter.innerText(), /1 of 10 DNS lookups\s+Google Workspace\s+1/);
    for (const name of ['Mailgun', 'SendGrid', 'Brevo', 'Mailjet']) {
      await form.question('senders').getByText(name, { exact: true }).click();
    }
    await page.locator('.budget', { hasText: '10 of 10' }).waitFor();
    assert.equal(await page.locator('.budget p.over').count(), 0);
    await form.question('senders').getByText('Zendesk', { exact: true }).click();
    await page.locator('.budget p.over', { hasText: 'at least 11 of 10 DNS lookups' }).waitFor();
    assert.match(await meter.innerText(), /: receivers stop after the limit.*Mailgun\s+5\s+SendGrid\s+2/s);
    assert.match(await complaint('senders').innerText(), /11 DNS lookups.*Mailgun 5, SendGrid 2.*subdomain/);
    // Questions that cost nothing as they are answered say nothing.
    assert.equal(await page.locator('.complaint:visible').count(), 1);
    assert.ok(await page.getByRole('button', { name: 'Insert into example.com.zone' }).isDisabled());
    assert.ok(await page.locator('button.copy').isDisabled());
  });

  it('keeps answers over a reload, but no private key that was pasted by mistake', async () => {
    await open({ kind: 'dkim' });
    await form.answer('source', 'given');
    const { generateKeyPairSync } = await import('node:crypto');
    const { privateKey } = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    await form.answer('p', privateKey);
    assert.match(await complaint('p').innerText(), /private key/);
    await form.answer('selector', 'mine');
    assert.doesNotMatch(JSON.stringify(await form.bed.state()), /PRIVATE/);
    await form.bed.reload();
    await form.question('selector').waitFor();
    assert.equal(await form.question('selector').locator('input').inputValue(), 'mine');
    assert.equal(await form.question('source').locator('input:checked').getAttribute('value'), 'given');
    assert.equal(await form.question('p').locator('.field').inputValue(), '');
  });

  it('is used with the keyboard alone', async () => {
    await open({ kind: 'dmarc' });
    const { page } = form.bed;
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await form.question('domain').locator('input').focus();
    await press('Tab', 'ArrowDown', 'ArrowDown');
    assert.equal(await form.question('p').locator('input:checked').getAttribute('value'), 'reject');
    await form.lines();
    for (let i = 0; i < 40; i++) {
      if (await page.locator('.insert').evaluate((one) => document.activeElement === one)) break;
      await press('Tab');
    }
    await press('Enter');
    await until('the insertion', () =>
      Promise.resolve(
        /"name":"insert".*"p":"reject"/.test(JSON.stringify(form.host.deeds)) ? true : undefined,
      ),
    );
  });

  it('shows what zone files say as text, whatever it looks like', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const text = `${ZONE.text}_dmarc TXT "v=DMARC1; p=none; rua=mailto:${evil}@example.com; x=${evil}"\n`;
    await open({ kind: 'dmarc', zones: [{ name: `${evil}.zone`, text }, ZONE] });
    const { page } = form.bed;
    await page.getByText(/^It also says/).waitFor();
    assert.match(await page.locator('.beginning').innerText(), /x=<img src=x onerror=alert\(1\)>/);
    await form.answer('rua', '');
    await form.lines();
    await page.locator('.old').waitFor();
    assert.match(await page.locator('.old').innerText(), /<img src=x/);
    assert.match(await page.locator('.insert').innerText(), /<img src=x/);
  });

  it('forgets a domain that was typed for another zone', async () => {
    await open({
      kind: 'dmarc',
      zones: [ZONE, { name: 'example.net.zone', text: ZONE.text.replace('.com', '.net') }],
    });
    await form.answer('domain', 'shop.example.com');
    await form.lines();
    await form.host.post({ type: 'show', zone: 'file:///zones/example.net.zone' });
    const domain = form.question('domain').locator('input');
    await until('the other zone', async () =>
      (await domain.inputValue()) === 'example.net' ? true : undefined,
    );
    assert.deepEqual(await form.lines(), [
      '_dmarc IN TXT "v=DMARC1; p=none; rua=mailto:dmarc-reports@example.net"',
    ]);
  });

  it('says when the rules cannot be asked', async () => {
    await open({ kind: 'dmarc' });
    form.host.answers = { ...form.host.answers, judge: () => Promise.reject(new Error('no server')) };
    await form.answer('p', 'reject');
    await form.bed.page.getByText('the rules were not asked').waitFor();
    assert.match((await form.lines())[0] ?? '', /p=reject/);
  });

  it('has nothing that axe complains of, in any form, theme, language and width', async () => {
    await open({ zones: [ZONE, { name: 'example.net.zone', text: ZONE.text.replace('.com', '.net') }] });
    const { page } = form.bed;
    await page.evaluate(axe);
    const check = async (what: string) => {
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: {
            run(how: object): Promise<{
              violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
            }>;
          };
        };
        const found = await axe.run({ preload: false });
        return found.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
        );
      });
      assert.deepEqual(violations, [], what);
    };
    for (const kind of Object.keys(FORMS)) {
      await form.host.post({ type: 'show', kind });
      await page.locator(`.question`).first().waitFor();
      await sleep(400);
      await check(kind);
    }
    await form.host.post({ type: 'show', kind: 'dmarc' });
    await form.answer('rua', 'nobody');
    await page.locator('.with-fields > summary').click();
    await page.locator('.with-output > summary').click();
    for (const theme of themeNames) {
      await form.bed.wear(theme);
      await sleep(200);
      await check(theme);
    }
    await form.bed.resize(320, 700);
    await check('narrow');
  });

  it('needs no scrolling sideways at 320 pixels, nor wastes 1600', async () => {
    for (const locale of ['en', 'ja'] as const) {
      await open({ locale, width: 320, height: 700 });
      const { page } = form.bed;
      await page.locator('.with-fields > summary').click();
      await page.locator('.with-output > summary').click();
      for (const kind of Object.keys(FORMS)) {
        await form.host.post({ type: 'show', kind });
        await sleep(250);
        await form.lines();
        const wide = await page.evaluate(() =>
          [...document.querySelectorAll('main *')]
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
            .map((one) => one.outerHTML.slice(0, 100)),
        );
        assert.deepEqual(wide, [], `${kind} in ${locale}`);
      }
      if (locale === 'en') await form.bed.close();
    }
    await form.bed.resize(1600, 900);
    const columns = await form.bed.page.evaluate(() =>
      ['.kinds', '.form', '.preview'].map(
        (name) => document.querySelector(name)!.getBoundingClientRect().left,
      ),
    );
    assert.ok(columns[0]! < columns[1]! && columns[1]! < columns[2]!, columns.join());
  });
});
