import assert from 'node:assert/strict';
import { passageHtml, pageBody } from '../../../client/records/html';
import { message, type Message } from '../../../core/text/message';
import { code, words, type Block, type Page } from '../../../core/text/page';
import { pageMarkdown } from '../../../server/records/pageMarkdown';
import { pageText } from '../../../server/records/pageText';

const HOSTILE =
  '<img src=x onerror=alert(1)> `**_[x](command:evil)_**` | </code></pre>``` &lt; "\' \u202e\u0007 http://x.example/';

/** A page with the same hostile text in every place where text of others can stand. */
function pageWith(text: string): Page {
  const said: Message = message(
    { en: '**Says** {text}, `{text}`', ja: '**言う** {text}, `{text}`' },
    { text },
  );
  const blocks: Block[] = [
    { kind: 'heading', text: said },
    { kind: 'paragraph', tone: 'bad', badge: words(text), text: [said, code(text)] },
    { kind: 'verbatim', text },
    { kind: 'list', items: [{ depth: 1, text: [said] }] },
    { kind: 'terms', items: [{ term: code(text), text: [[said]], aside: [said] }] },
    { kind: 'table', head: [said], rows: [{ depth: 2, cells: [[code(text)]], tone: 'good' }] },
    {
      kind: 'paragraph',
      text: [{ link: { to: 'place', uri: `file:///a ${text}`, line: 3 }, label: words(text) }],
    },
  ];
  return { title: said, blocks };
}

/** Markdown without its code spans (CommonMark §6.1): runs of backticks of one length, unless a backslash is before. */
function withoutCode(markdown: string): string {
  let out = '';
  for (let at = 0; at < markdown.length; at++) {
    const run = /^`+/.exec(markdown.slice(at))?.[0];
    if (markdown[at] === '\\') out += markdown.slice(at, ++at + 1);
    else if (run === undefined) out += markdown[at]!;
    else {
      const close = new RegExp('(?<!`)' + run + '(?!`)', 'g');
      close.lastIndex = at + run.length;
      const end = close.exec(markdown);
      if (end === null) out += run;
      at = end === null ? at + run.length - 1 : end.index + run.length - 1;
    }
  }
  return out;
}

describe('pages about records', () => {
  it('are HTML in which the text of others stays text', () => {
    const html = pageBody(pageWith(HOSTILE), 'en', ({ to }) => `command:${to}?"'<>&${encodeURI(HOSTILE)}`);
    assert.doesNotMatch(html, /<img|<\/code><\/pre>|onerror=alert\(1\)>/);
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name));
    const ours = 'h1 h2 strong code div pre ul li dl dt dd p table thead tbody tr th td a'.split(' ');
    assert.deepEqual(
      [...tags].filter((tag) => !ours.includes(tag!)),
      [],
    );
    // Each attribute's value is closed by its own quote.
    for (const [, attributes] of html.matchAll(/<[a-z0-9]+((?: [a-z]+="[^"<>]*")*)>/g)) {
      assert.doesNotMatch(attributes!, /<|>/);
    }
    assert.doesNotMatch(html, /\u202e|\u0007/);
    assert.match(html, /⟨U\+202E⟩/);
  });

  it('are Markdown in which the text of others stays text', () => {
    const markdown = pageMarkdown(pageWith(HOSTILE), 'en', (rule) => `command:${rule}`);
    const [, verbatim] = /\n(`{4,}text\n[^]*?\n`{4,})\n/.exec(markdown) ?? [];
    assert.ok(verbatim?.includes('<img src=x'));
    const rest = withoutCode(markdown.replace(verbatim ?? '', '')).replace(/\(<[^<>]*>\)/g, '');
    assert.ok(rest.length > 200);
    assert.doesNotMatch(markdown, /\u202e|\u0007/);
    assert.doesNotMatch(rest, /(?<!\\)<img|(?<!\\)\]\(command:evil|(?<!\\)\*\*_/);
    // A row of the table has as many cells as its head.
    const rows = markdown.split('\n').filter((line) => line.startsWith('| '));
    assert.equal(rows.length, 3);
    for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 2, row);
  });

  it('are plain text without our marks of Markdown, with those of others', () => {
    const text = pageText(pageWith('a `b` **c**'), 'en');
    assert.match(text, /^Says a `b` \*\*c\*\*, a `b` \*\*c\*\*\n=+\n/);
    assert.doesNotMatch(pageText(pageWith(HOSTILE), 'en'), /\u202e|\u0007/);
  });

  it('show lines of lists in a message as a list', () => {
    const list = message({ en: 'Head\n- {a}\n  - `{b}`', ja: '' }, { a: '- <1>', b: '<2>' });
    assert.equal(
      passageHtml(list, 'en'),
      '<div>Head</div><div class="item" style="--depth: 0">- &lt;1&gt;</div><div class="item" style="--depth: 1"><code>&lt;2&gt;</code></div>',
    );
  });
});
