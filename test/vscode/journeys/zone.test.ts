import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { journeyThrough } from '../window/journey';

describe('Through a zone', function () {
  this.timeout(60_000);
  const journey = journeyThrough('samples');

  beforeEach(() => journey.code.openFile('example.com.zone'));
  afterEach(() => journey.code.closeEditors());

  it('a typo in the DMARC record gets its squiggle, and the quick fix mends it', async () => {
    const { code, folder } = journey;
    await code.cursorTo('p=quarantine|; sp');
    await code.erase(3);
    await code.type('ene');
    await code.squiggleUnder('quarantene');
    const said = await code.hoverOver('quarantene');
    assert.match(said, /quarantene.*is no value for/s);
    assert.match(said, /dmarc-bad-value/);
    await code.picture('squiggle');
    await code.cursorTo('quaran|tene');
    const titles = await code.quickFixes();
    assert.ok(
      titles.some((title) => title.includes('quarantine')),
      `a fix that names quarantine, among: ${titles.join(', ')}`,
    );
    await code.takeFix('quarantine');
    await code.noSquiggles();
    await code.textLike(/p=quarantine; sp=reject/);
    await code.save();
    assert.match(
      await readFile(join(folder, 'example.com.zone'), 'utf8'),
      /"v=DMARC1; p=quarantine; sp=reject;/,
    );
  });

  it('the tags that are missing are suggested, then their values', async () => {
    const { code } = journey;
    await code.cursorTo('sp=reject;| rua');
    await code.type(' ');
    const tags = await code.suggestions();
    assert.ok(
      tags.some((label) => label.startsWith('adkim')),
      `adkim among ${tags.join(', ')}`,
    );
    assert.ok(
      !tags.some((label) => /^(?:v|p|sp|rua)\b/.test(label)),
      `no tag twice among ${tags.join(', ')}`,
    );
    assert.ok(!tags.includes('mx'), `no snippet among ${tags.join(', ')}`);
    await code.picture('completion');
    await code.acceptSuggestion(tags.find((label) => label.startsWith('adkim'))!);
    const values = await code.suggestions();
    assert.deepEqual([...values].sort(), ['r', 's']);
    await code.acceptSuggestion('s');
    await code.textLike(/sp=reject; adkim=s; rua=/);
    await code.noSquiggles();
  });

  it('a tag explains itself under the mouse', async () => {
    const { code } = journey;
    const said = await code.hoverOver('sp=reject');
    assert.match(said, /subdomain/i);
    assert.match(said, /RFC 9989/);
    await code.picture('hover');
  });

  it('a file with mistakes is mended at once', async () => {
    const { code } = journey;
    await code.openFile('mistakes/example.org.zone');
    await code.squiggleUnder('quarantene');
    await code.command('Fix All');
    // What no tool can decide stays: which of two policies is meant.
    await code.textWith('p=quarantine; ');
    await code.squiggleUnder('v=DMARC1; p=reject');
  });

  it('asks for nothing outside of its own server', () => {
    assert.deepEqual([...journey.refused], []);
  });
});
