import assert from 'node:assert/strict';
import { journeyThrough } from '../window/journey';

describe('Through a folder of Postfix', function () {
  this.timeout(60_000);
  const journey = journeyThrough('test/vscode/postfix');

  it('a restriction is suggested where a list of them goes on', async () => {
    const { code } = journey;
    await code.openFile('main.cf');
    await code.cursorTo('        permit_sasl_authenticated|');
    await code.type('\nreject_unknown_cl');
    const labels = await code.suggestions();
    assert.ok(labels.includes('reject_unknown_client_hostname'), labels.join(', '));
    await code.acceptSuggestion('reject_unknown_client_hostname');
    await code.textLike(/^ {8}reject_unknown_client_hostname$/m);
    await code.noSquiggles('warning');
  });

  it('a value says under the mouse what its names stand for', async () => {
    const { code } = journey;
    const said = await code.hoverOver('mydestination');
    assert.match(said, /Expanded: mail\.example\.com, localhost\.example\.com/);
  });

  it('a parameter of one’s own gets another name in master.cf and in main.cf', async () => {
    const { code } = journey;
    // Where something was typed, the tab stays.
    await code.openFile('master.cf');
    await code.cursorTo('$ou|rs,reject');
    await code.rename('friends');
    await code.textLike(/restrictions=\$friends,reject/);
    await code.openFile('main.cf');
    await code.textLike(/^friends = permit_mynetworks/m);
    await code.textLike(/^smtpd_relay_restrictions = \$friends,$/m);
  });

  it('what a service sets is suggested', async () => {
    const { code } = journey;
    await code.openFile('master.cf');
    await code.cursorTo('$friends,reject|');
    await code.type('\n-o smtpd_tls_security_level=');
    const labels = await code.suggestions();
    assert.ok(labels.includes('encrypt'), labels.join(', '));
    await code.acceptSuggestion('encrypt');
    await code.textLike(/^ {2}-o smtpd_tls_security_level=encrypt$/m);
  });

  it('formatting puts the fields of services below each other', async () => {
    const { code } = journey;
    await code.command('Format Document');
    await code.textLike(
      `smtp      inet  n       -       y       -       -       smtpd
submission inet n       -       y       -       -       smtpd
  -o smtpd_client_restrictions=$friends,reject
  -o smtpd_tls_security_level=encrypt
scan      unix  -       -       n       -       -       smtp
`,
    );
  });

  it('a file that main.cf names as a table is read as one', async () => {
    const { code } = journey;
    await code.openFile('routes');
    await code.squiggleUnder('example.net');
    await code.cursorTo('[192.0.2.25]|');
    await code.type('\nexample.org sc');
    const labels = await code.suggestions();
    assert.ok(labels.includes('scan:'), labels.join(', '));
  });
});
