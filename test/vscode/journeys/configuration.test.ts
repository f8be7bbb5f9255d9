import assert from 'node:assert/strict';
import { journeyThrough } from '../window/journey';

describe('Through the configuration of a mail server', function () {
  this.timeout(60_000);
  const journey = journeyThrough('samples');

  afterEach(() => journey.code.closeEditors());

  it('a parameter that Postfix does not know gets its squiggle and its fix', async () => {
    const { code } = journey;
    await code.openFile('mistakes/main.cf');
    await code.squiggleUnder('smtpd_milter', 'warning');
    await code.cursorTo('smtpd_mil|ter =');
    await code.quickFixes();
    await code.takeFix('smtpd_milters');
    await code.textLike(/^smtpd_milters = inet:127/m);
  });

  it('parameters and their values are suggested', async () => {
    const { code } = journey;
    await code.openFile('main.cf');
    await code.page.keyboard.press('Control+End');
    await code.type('smtpd_sasl_');
    const names = await code.suggestions();
    assert.ok(names.includes('smtpd_sasl_auth_enable'), `among ${names.join(', ')}`);
    await code.suggestionDetails();
    await code.picture('completion-postfix');
    await code.acceptSuggestion('smtpd_sasl_auth_enable');
    await code.textLike(/^smtpd_sasl_auth_enable/m);
  });

  it('a keyword of opendmarc.conf explains itself under the mouse', async () => {
    const { code } = journey;
    await code.openFile('opendmarc.conf');
    const said = await code.hoverOver('SPFSelfValidate');
    assert.match(said, /SPF/);
    assert.match(said, /boolean|true/i);
    await code.picture('hover-opendmarc');
  });

  it('opendmarc.conf as it goes wrong has its mistakes marked', async () => {
    const { code } = journey;
    await code.openFile('mistakes/opendmarc.conf');
    await code.squiggleUnder('maybe');
    await code.squiggleUnder('RejectFailure');
  });

  it('a Socket in the order of main.cf is turned round by its quick fix', async () => {
    const { code } = journey;
    await code.openFile('mistakes/opendmarc.conf');
    await code.squiggleUnder('inet:localhost:8893');
    await code.cursorTo('inet:local|host:8893');
    await code.quickFixes();
    await code.takeFix('inet:8893@localhost');
    await code.textLike(/^Socket +inet:8893@localhost$/m);
  });
});

describe('Through the tables of OpenDKIM', function () {
  this.timeout(60_000);
  const journey = journeyThrough('test/vscode/workspace');

  it('a table with a name of its own is known once opendkim.conf names it, and its mistake is marked', async () => {
    const { code } = journey;
    await code.openFile('milters/opendkim.conf');
    await code.textLike(/KeyTable/);
    await code.openFile('milters/our-keys');
    await code.squiggleUnder('example.com:mail');
  });
});
