import assert from 'node:assert/strict';
import { createLanguageService } from '../../../core/service';
import { render, type Locale } from '../../../core/text/message';
import { sourceText } from '../../../core/text/sourceText';
import { isSpfQuestion, readSpfAnswers, spfCheckForm } from '../../../core/generator/spfCheck';
import { completed } from '../../../core/generator/form';
import type { OpenDocument } from '../../../server/documents';
import { checkedSpf } from '../../../server/records/spfCheck';
import { pageMarkdown } from '../../../server/records/pageMarkdown';
import { pageText } from '../../../server/records/pageText';

const HEAD = '$TTL 3600\n@ SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\nns1 A 192.0.2.1\n';

/** Opens zones by their names. */
function opened(zones: Readonly<Record<string, string>>) {
  const service = createLanguageService();
  const documents = Object.entries(zones).map(([name, records]): OpenDocument => {
    const uri = `file:///zones/${name}.zone`;
    const text = sourceText(HEAD + records);
    service.open(uri, 'dns-zone', text, { origin: `${name}.` });
    return { uri, languageId: 'dns-zone', fileName: `${name}.zone`, version: 1, text };
  });
  return (ip: string, from: string, helo = '', locale: Locale = 'en'): string => {
    const page = checkedSpf(service, documents, { ip, from, helo });
    return 'blocks' in page ? pageText(page, locale) : `refused: ${render(page, locale)}`;
  };
}

describe('the page of an SPF check', () => {
  it('says the result, what becomes of the mail, what it cost, and each term with what it was compared with', () => {
    const check = opened({
      'example.com': '@ TXT "v=spf1 a:mail.example.com mx include:example.net " "-all"\nmail A 192.0.2.25\n',
      'example.net': 'x A 192.0.2.9\n@ TXT "v=spf1 ip4:198.51.100.77/24 ?all"\n',
    });
    const page = check('198.51.100.4', 'user@example.com');
    assert.match(page, /^SPF: 198\.51\.100\.4 for user@example\.com\n/);
    assert.match(page, /^pass: The client may send for the domain\. include:example\.net matches/m);
    assert.match(page, /For DMARC it counts if this domain is aligned/);
    assert.match(page, /^DNS lookups\n {4}3 of 10$/m);
    assert.match(page, /^Void lookups\n {4}1 of 2$/m);
    assert.match(
      page,
      /^example\.com example\.com\.zone, line 5: v=spf1 a:mail\.example\.com mx include:example\.net -all$/m,
    );
    assert.match(page, /^ {2}a:mail\.example\.com \| mail\.example\.com: 192\.0\.2\.25 \| 1 \| no match$/m);
    assert.match(page, /^ {2}mx \| example\.com: nothing found \(void\) \| 2 \| no match$/m);
    assert.match(page, /^ {2}include:example\.net \| the record of example\.net: pass \| 3 \| matches$/m);
    assert.match(page, /^ {4}example\.net example\.net\.zone, line 6: /m);
    assert.match(page, /^ {6}ip4:198\.51\.100\.77\/24 \| 198\.51\.100\.0\/24 \| matches$/m);
    assert.match(page, /^ {6}Not tried any more: 1 more$/m);
    assert.match(page, /^ {2}Not tried any more: 1 more$/m);
    const ja = check('198.51.100.4', 'user@example.com', '', 'ja');
    assert.match(ja, /example\.net\.zone の 6 行目/);
    assert.match(ja, /10 回中 3 回/);
  });

  it('names what lies outside of the open zones, and goes on without it', () => {
    const check = opened({
      'example.com':
        '@ TXT "v=spf1 include:_spf.google.com a:mail.example.org -all"\nbulk TXT "v=spf1 redirect=_spf.example.org"\n',
    });
    const page = check('203.0.113.9', 'user@example.com');
    assert.match(page, /^not known: The open zones do not tell the result/m);
    assert.match(page, /^- _spf\.google\.com \(Google Workspace\) is not in any open zone\.$/m);
    assert.match(page, /^- mail\.example\.org is not in any open zone\.$/m);
    assert.match(page, /^fail: if nothing that is unknown matches: -all matches 203\.0\.113\.9\.$/m);
    assert.match(page, /^ {2}a:mail\.example\.org \| nothing known here \| 2 \| not known$/m);
    assert.doesNotMatch(page, /temperror|^ *v=spf1$/m);
    // Where the unknown alone decides, there is nothing more to say.
    const redirected = check('203.0.113.9', 'x@bulk.example.com');
    assert.match(redirected, /^not known: /m);
    assert.doesNotMatch(redirected, /if nothing that is unknown/);
    assert.match(check('203.0.113.9', 'x@example.edu'), /example\.edu is not in any open zone/);
  });

  it('shows the explanation of a fail as the stranger’s text that it is', () => {
    const check = opened({
      'example.com': '@ TXT "v=spf1 -all exp=why.example.com"\nwhy TXT "no <b>%{i}</b> for `you`"\n',
    });
    assert.match(
      check('203.0.113.9', 'user@example.com'),
      /receivers may pass on:\n\n {4}no <b>203\.0\.113\.9<\/b> for `you`\n/,
    );
    assert.doesNotMatch(check('203.0.113.9', 'user@other.example.com'), /pass on/);
  });

  it('tells a record that cannot be evaluated, and one that is not there', () => {
    const check = opened({ 'example.com': '@ TXT "v=spf1 ip4:1.2.3 -all"\n' });
    assert.match(check('192.0.2.1', 'a@example.com'), /^permerror: .*syntax error at 1\.2\.3/m);
    assert.match(check('192.0.2.1', 'a@www.example.com'), /^none: .*www\.example\.com has no SPF record/m);
    assert.match(check('192.0.2.1', '<>', 'example.com'), /none \(a bounce\), so HELO is checked/);
  });

  it('takes internationalised senders, and shows both forms', () => {
    const check = opened({ 'xn--r8jz45g.jp': '@ TXT "v=spf1 ip4:192.0.2.7 -all"\n' });
    const page = check('192.0.2.7', 'user@例え。jp');
    assert.match(page, /^pass: /m);
    assert.match(page, /user@xn--r8jz45g\.jp, typed as user@例え。jp/);
  });

  it('stays text as Markdown, whatever a record says', () => {
    const service = createLanguageService();
    const uri = 'file:///z.zone';
    const text = sourceText(`${HEAD}@ TXT "v=spf1 a:<b>|[x](command:y) -all"\n`);
    service.open(uri, 'dns-zone', text, { origin: 'example.com.' });
    const document: OpenDocument = { uri, languageId: 'dns-zone', fileName: 'z.zone', version: 1, text };
    const page = checkedSpf(service, [document], { ip: '192.0.2.1', from: 'a@example.com', helo: '' });
    assert.ok('blocks' in page);
    const markdown = pageMarkdown(page, 'en');
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    assert.ok(rows.length >= 3);
    for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 5, row);
  });
});

describe('the questions of an SPF check', () => {
  const complaint = (key: string, text: string, answers = {}) => {
    const question = spfCheckForm.questions.find((one) => one.key === key)!;
    const said = question.complaint?.(text, answers);
    return said && render(said, 'en');
  };

  it('refuse what is no address, no sender and no name, each with its reason', () => {
    for (const good of ['192.0.2.1', ' 2001:db8::1 ', '::ffff:192.0.2.1']) {
      assert.equal(complaint('ip', good), undefined, good);
    }
    for (const bad of ['', '192.0.2', '192.0.2.0/24', '[::1]', 'mail.example.com', '192.0.2.1:25']) {
      assert.ok(complaint('ip', bad), bad);
    }
    for (const good of [
      'a@example.com',
      'example.com.',
      '<a@example.com>',
      '<>',
      'a@_x.example.com',
      'a@例え.jp',
    ]) {
      assert.equal(complaint('from', good), undefined, good);
    }
    for (const bad of ['', 'a@', 'a@localhost', 'a b', 'a@exa mple.com', 'a@-x.example', 'a@192.0.2.1']) {
      assert.ok(complaint('from', bad), bad);
    }
    assert.equal(complaint('helo', '', { from: 'a@example.com' }), undefined);
    assert.match(complaint('helo', '', { from: '<>' }) ?? '', /bounce has no sender/);
    assert.equal(complaint('helo', '[192.0.2.1]', { from: '<>' }), undefined);
    assert.ok(complaint('helo', 'not a name', { from: 'a@example.com' }));
  });

  it('come to what is asked about', () => {
    const read = (ip: string, from: string, helo = '') => {
      const question = readSpfAnswers({ ip, from, helo });
      return isSpfQuestion(question) ? [question.mailFrom, question.helo] : render(question, 'en');
    };
    assert.deepEqual(read('192.0.2.1', '<User@Example.com>'), ['User@Example.com', 'Example.com']);
    assert.deepEqual(read('192.0.2.1', 'example.com'), ['example.com', 'example.com']);
    assert.deepEqual(read('192.0.2.1', '<>', 'mx.example.com.'), ['', 'mx.example.com']);
    assert.match(String(read('192.0.2.1', '<>')), /HELO/);
    assert.match(String(read('nothing', 'a@example.com')), /no IP address/);
    assert.deepEqual(completed(spfCheckForm, { from: 'example.com' }), {
      ip: '',
      from: 'example.com',
      helo: '',
    });
  });
});
