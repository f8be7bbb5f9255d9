import assert from 'node:assert/strict';
import { journeyThrough } from '../window/journey';

describe('Around in a zone', function () {
  this.timeout(60_000);
  const journey = journeyThrough('samples');

  beforeEach(() => journey.code.openFile('example.com.zone'));
  afterEach(() => journey.code.closeEditors());

  it('a record is written with suggestions: its type, then a host of the zone', async () => {
    const { code } = journey;
    await code.cursorTo('IN AAAA 2001:db8::25|');
    await code.type('\n');
    // The new line takes over the blanks of the one above: away with them.
    await code.press('Shift+Home');
    await code.press('Shift+Home');
    await code.type('imap IN CNA');
    const types = await code.suggestions();
    assert.equal(types[0], 'CNAME');
    await code.acceptSuggestion('CNAME');
    await code.type(' m');
    const targets = await code.suggestions();
    assert.ok(targets.includes('mail'), `mail among ${targets.join(', ')}`);
    await code.acceptSuggestion('mail');
    await code.textLike(/^imap IN CNAME\s+mail$/m);
    await code.noSquiggles();
  });

  it('a snippet begins where a record begins', async () => {
    const { code } = journey;
    await code.cursorTo('"v=spf1 a -all"|');
    await code.type('\n');
    await code.press('Shift+Home');
    await code.press('Shift+Home');
    await code.type('caa');
    const labels = await code.suggestions();
    assert.ok(labels.includes('caa'), `caa among ${labels.join(', ')}`);
    await code.acceptSuggestion('caa');
    await code.textLike(/^@ +IN CAA +0 issue "/m);
  });

  it('a target leads to the host that it names', async () => {
    const { code } = journey;
    await code.cursorTo('MX   10 ma|il');
    await code.press('F12');
    await code.cursorInLine(16);
  });

  it('a host gets another name, and so does everything that points at it', async () => {
    const { code } = journey;
    await code.cursorTo('MX   10 ma|il');
    await code.rename('mx1');
    await code.textLike(/MX {3}10 mx1\n/);
    await code.textLike(/^mx1 +IN A +192\.0\.2\.25$/m);
    await code.textLike(/^mx1 +IN TXT +"v=spf1 a -all"$/m);
    await code.noSquiggles();
    await code.noSquiggles('warning');
  });

  it('the outline lists the owners with their records', async () => {
    const { code } = journey;
    await code.command('Explorer: Focus on Outline View');
    const lines = await code.outline();
    assert.ok(lines.includes('example.comSOA NS MX'), lines.join('\n'));
    assert.ok(lines.includes('MX10 mail'), lines.join('\n'));
    await code.picture('outline');
    await code.press('Control+B');
  });

  it('a host without an address, and a record beside an alias, are seen while they are written', async () => {
    const { code } = journey;
    await code.cursorTo('MX   10 mail|');
    await code.type('s');
    await code.squiggleUnder('mails', 'warning');
    const said = await code.hoverOver('mails');
    assert.match(said, /no address for .*mails\.example\.com/s);
    assert.match(said, /zone-target-without-address/);
    await code.erase(1);
    await code.cursorTo('198.51.100.53|');
    await code.type('\nwww IN CNAME mail\nwww IN TXT "beside"');
    await code.squiggleUnder('CNAME');
  });
});
