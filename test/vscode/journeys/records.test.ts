import assert from 'node:assert/strict';
import { until } from '../window/codeWindow';
import { journeyThrough } from '../window/journey';

describe('To what a record says', function () {
  this.timeout(90_000);
  const journey = journeyThrough('test/vscode/records');
  const command = 'Mail Auth: Check SPF for an Address…';

  beforeEach(async () => {
    await journey.code.openFile('shop.example.zone');
    await journey.code.textWith('v=spf1 mx');
  });
  afterEach(() => journey.code.closeEditors());

  const step = (name: string) => journey.code.question.titled(new RegExp(`: ${name} \\(`));

  /** The text of the page beside the editor, once it is like this. */
  const pageLike = async (wanted: RegExp): Promise<string> => {
    let seen = '';
    return until(`a page like ${String(wanted)}`, async () => {
      const body = journey.code.webview().locator('body');
      seen = (await body.count()) > 0 ? await body.innerText({ timeout: 2000 }).catch(() => '') : '';
      return wanted.test(seen) ? seen : undefined;
    }).catch((error: unknown) => {
      throw new Error(`waited in vain for ${String(wanted)} in\n${seen}`, { cause: error });
    });
  };

  const noPage = async () => {
    assert.equal(await journey.code.page.locator('iframe.webview.ready').count(), 0);
  };

  it('an address is asked for, and the terms that were tried are shown', async () => {
    const { code } = journey;
    const { question } = code;
    await code.cursorTo('v=spf1 m|x');
    await code.command(command);
    await step('IP address');
    await question.answer('192.0.2.300');
    assert.match(await question.complaint(), /192\.0\.2\.300.*is no IP address/);
    await question.answer('192.0.2.25');
    await step('MAIL FROM');
    assert.equal(await question.proposal(), 'shop.example');
    await question.answer('orders@shop.example');
    await step('HELO name');
    await question.accept();
    await question.gone();
    const said = await pageLike(/matches/);
    assert.match(said, /SPF: 192\.0\.2\.25 for orders@shop\.example/);
    assert.match(said, /^pass$/m);
    assert.match(said, /1 of 10/);
    assert.match(said, /Not tried any more: 3 more/);
    assert.deepEqual(await code.notifications(), []);
  });

  it('what lies outside of the open zones is named, and what the rest says', async () => {
    const { code } = journey;
    const { question } = code;
    await code.command(command);
    await step('IP address');
    await question.answer('203.0.113.9');
    await step('MAIL FROM');
    await question.answer('orders@shop.example');
    await step('HELO name');
    await question.accept();
    const said = await pageLike(/not in any open zone/);
    assert.match(said, /_spf\.google\.com \(Google Workspace\) is not in any open zone/);
    assert.match(said, /^fail$/m);
    assert.match(said, /198\.51\.100\.0\/25/);
    await code.picture('spf-check');
    // The record's place is a link.
    await code.webview().getByRole('link', { name: 'shop.example.zone, line 12' }).click();
    await code.cursorInLine(12);
  });

  it('Back leads to the answer before, and Escape leaves nothing', async () => {
    const { code } = journey;
    const { question } = code;
    const zone = await code.text();
    await code.command(command);
    await step('IP address');
    await question.answer('2001:db8::25');
    await step('MAIL FROM');
    await code.page.locator('.quick-input-widget').getByRole('button', { name: 'Back' }).click();
    await step('IP address');
    assert.equal(await question.proposal(), '2001:db8::25');
    await question.escape();
    for (const last of ['IP address', 'MAIL FROM', 'HELO name']) {
      await code.command(command);
      for (const name of ['IP address', 'MAIL FROM', 'HELO name']) {
        await step(name);
        if (name === last) break;
        await (name === 'IP address' ? question.answer('192.0.2.25') : question.accept());
      }
      await question.escape();
      await noPage();
      await code.textLike(zone);
      assert.equal(await code.isDirty(), false, last);
      assert.deepEqual(await code.notifications(), [], last);
    }
  });

  it('the code action and the hover of a record lead there, too', async () => {
    const { code } = journey;
    await code.cursorTo('v=spf1 inc|lude:_news');
    await code.quickFixes();
    await code.takeFix('Check SPF for an address…');
    await step('IP address');
    await code.question.answer('198.51.100.7');
    await step('MAIL FROM');
    assert.equal(await code.question.proposal(), 'bounce.shop.example');
    await code.question.escape();
    assert.match(await code.hoverOver('p=quarantine'), /Explain this record/);
    await code.page
      .locator('.monaco-hover:not(.hidden) a', { hasText: 'Explain this record' })
      .first()
      .click();
    await pageLike(/DMARC Policy Record of shop\.example/);
    assert.deepEqual(await code.notifications(), []);
  });

  it('a record is explained, and the page follows what is typed', async () => {
    const { code } = journey;
    await code.cursorTo('p=quaran|tine');
    const titles = await code.quickFixes();
    assert.ok(
      titles.some((title) => title.includes('Explain this record')),
      titles.join(', '),
    );
    await code.takeFix('Explain this record');
    const said = await pageLike(/DMARC Policy Record of shop\.example/);
    assert.match(said, /^v=DMARC1; p=quarantine; np=reject; rua=mailto:dmarc@shop\.example$/m);
    assert.match(said, /a subdomain that does not exist: reject/);
    assert.match(said, /Not written, so this holds/);
    assert.match(said, /sp=quarantine/);
    await code.picture('explain');
    await code.cursorTo('p=quarantine|; np');
    await code.erase(10);
    await code.type('none');
    await pageLike(/^v=DMARC1; p=none; np=reject/m);
    // Lines above move the record; the page knows it by its name.
    await code.press('Control+Home');
    await code.type('; one more line\n');
    await pageLike(/shop\.example\.zone, line 17/);
  });

  it('what a stranger wrote into a record stays text', async () => {
    const { code } = journey;
    await code.cursorTo('v=DMARC1; p=no|ne; x');
    await code.command('Mail Auth: Explain This Record');
    const said = await pageLike(/of test\.shop\.example/);
    assert.match(said, /x=<img src=x onerror=alert\(1\)>/);
    assert.equal(await code.webview().locator('img').count(), 0);
  });

  it('where there is no record, it is said', async () => {
    const { code } = journey;
    await code.cursorTo('ns|1         IN A');
    await code.command('Mail Auth: Explain This Record');
    await until('the message', async () =>
      (await code.notifications()).some((text) => text.includes('no record of mail authentication'))
        ? true
        : undefined,
    );
    await noPage();
  });

  it('asks for nothing outside of its own server', () => {
    assert.deepEqual([...journey.refused], []);
  });
});
