import assert from 'node:assert/strict';
import { message } from '../../../core/text/message';
import { sourceText } from '../../../core/text/sourceText';
import { readAbilities } from '../../../server/abilities';
import { toCompletionList, withoutPlaceholders } from '../../../server/completion';
import { documentStore, fileNameOf } from '../../../server/documents';
import { codeSpan, escapeMarkdown, renderMarkdown } from '../../../server/markdown';
import { referenceUrl } from '../../../core/text/reference';
import { readSettings } from '../../../server/settings';

describe('Markdown', () => {
  const both = (text: string) => ({ en: text, ja: text });

  it('shows the user’s text as it stands, not what it would do', () => {
    const said = message(both('**{value}** is wrong'), { value: '[x](command:evil) <img> `a`\n# b' });
    assert.equal(
      renderMarkdown(said, 'en'),
      `**${escapeMarkdown('[x](command:evil) <img> `a` # b')}** is wrong`,
    );
    assert.equal(escapeMarkdown('<b>[a](b)'), '\\<b\\>\\[a\\]\\(b\\)');
    assert.equal(escapeMarkdown('日本 a b1'), '日本 a b1');
  });

  it('fences values inside code spans by more backticks than they hold', () => {
    const said = message(both('`{value}` and `p={value}`'), { value: 'a``b' });
    assert.equal(renderMarkdown(said, 'en'), '``` a``b ``` and ``` p=a``b ```');
    assert.equal(codeSpan('plain_text*'), '`plain_text*`');
    assert.equal(codeSpan(' '), '`   `');
  });

  it('leaves our own words and Markdown alone', () => {
    const said = message({ en: '{what}: **bold** {n}', ja: '' }, { what: both('*ours*'), n: 5 });
    assert.equal(renderMarkdown(said, 'en'), '*ours*: **bold** 5');
  });
});

describe('References', () => {
  it('lead to the page of an RFC’s section or of a Postfix parameter', () => {
    assert.equal(referenceUrl('RFC 9989 §4.7'), 'https://www.rfc-editor.org/rfc/rfc9989#section-4.7');
    assert.equal(referenceUrl('RFC 5321'), 'https://www.rfc-editor.org/rfc/rfc5321');
    assert.equal(referenceUrl('RFC 7489 §A.3'), 'https://www.rfc-editor.org/rfc/rfc7489#appendix-A.3');
    assert.equal(
      referenceUrl('postconf(5) smtpd_milters'),
      'https://www.postfix.org/postconf.5.html#smtpd_milters',
    );
    assert.equal(referenceUrl('a book; RFC 9989 §5'), 'https://www.rfc-editor.org/rfc/rfc9989#section-5');
    assert.equal(referenceUrl('opendmarc.conf(5)'), 'https://manpages.debian.org/opendmarc.conf.5');
    assert.equal(referenceUrl('a book'), undefined);
  });
});

describe('Documents', () => {
  it('take changes one after another, with ranges that are none as the nearest that are', () => {
    const at = (line: number, character: number) => ({ line, character });
    const opened = documentStore.create('file:///a.zone', 'dns-zone', 1, 'one\ntwo\n');
    const textOf = (document: typeof opened) => document.text.chunks.map(({ text }) => text).join('');
    const changed = documentStore.update(
      opened,
      [
        { range: { start: at(0, 0), end: at(0, 1) }, text: 'O' },
        { range: { start: at(1, 99), end: at(1, 0) }, text: 'TWO' },
        { range: { start: at(9, 9), end: at(99, 9) }, text: 'end' },
      ],
      2,
    );
    assert.equal(textOf(changed), 'One\nTWO\nend');
    assert.equal(textOf(opened), 'one\ntwo\n');
    assert.equal(textOf(documentStore.update(changed, [{ text: 'all new' }], 3)), 'all new');
  });

  it('have the name that their URI ends with', () => {
    assert.equal(fileNameOf('file:///zones/example.com.zone'), 'example.com.zone');
    assert.equal(fileNameOf('vscode-vfs://github/a%20b/%E6%97%A5.zone?x=/y#z'), '日.zone');
    assert.equal(fileNameOf('untitled:new.zone'), 'new.zone');
    assert.equal(fileNameOf('file:///%zz.zone'), '%zz.zone');
  });
});

describe('Completion', () => {
  it('replaces on the cursor’s line, and takes out what the span covers on others', () => {
    const text = sourceText('x ( "re"\n "ject" )\n');
    const expectation = {
      replace: { start: 5, end: 15 },
      candidates: [{ label: 'reject', kind: 'value' as const }],
    };
    const abilities = readAbilities({ capabilities: {} });
    const { items } = toCompletionList(expectation, text, 6, 1, abilities);
    assert.deepEqual(items[0]?.textEdit, {
      range: { start: { line: 0, character: 5 }, end: { line: 0, character: 8 } },
      newText: 'reject',
    });
    assert.deepEqual(items[0].additionalTextEdits, [
      { range: { start: { line: 0, character: 8 }, end: { line: 1, character: 6 } }, newText: '' },
    ]);
  });

  it('writes a snippet as text where there are no snippets', () => {
    assert.equal(withoutPlaceholders('rua=mailto:${1:you@example.com}$0'), 'rua=mailto:you@example.com');
    assert.equal(withoutPlaceholders('p=${1|none,reject|};'), 'p=none;');
    assert.equal(withoutPlaceholders('a\\$b${2}'), 'a$b');
  });
});

describe('Settings', () => {
  it('take what fits and leave out the rest', () => {
    const sent = { rules: { a: 'off', b: 'loud', c: 3, d: 'hint' } };
    assert.deepEqual(readSettings(sent).rules, { a: 'off', d: 'hint' });
    for (const nonsense of [undefined, null, 5, 'x', [], { rules: null }, { rules: 'x' }]) {
      assert.deepEqual(readSettings(nonsense).rules, {});
    }
  });

  it('take versions that are some', () => {
    const sent = {
      opendmarc: { version: '1.3.2' },
      opendkim: { version: 'newest' },
      postfix: { version: 3 },
    };
    assert.deepEqual(readSettings(sent).versions, { opendmarc: '1.3.2' });
    assert.deepEqual(readSettings({ opendkim: { version: '2.11' } }).versions, { opendkim: '2.11' });
    assert.deepEqual(readSettings(undefined).versions, {});
  });

  it('take the readers of DMARC records that there are', () => {
    assert.equal(readSettings({ dmarc: { readers: 'rfc9989' } }).dmarcReaders, 'rfc9989');
    for (const nonsense of [
      {},
      { dmarc: null },
      { dmarc: { readers: 'RFC 9989' } },
      { dmarc: { readers: 1 } },
    ]) {
      assert.equal(readSettings(nonsense).dmarcReaders, undefined);
    }
  });
});
