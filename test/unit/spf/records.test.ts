import assert from 'node:assert/strict';
import { createLanguageService } from '../../../core/service';
import { sourceText } from '../../../core/text/sourceText';
import { recogniseRecord } from '../../../core/records/recognise';
import { SPF_PROVIDERS } from '../../../core/records/spfProviders';
import { SPF_MACROS, SPF_TERMS } from '../../../core/records/spfTerms';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { MACRO_LETTERS } from '../../../core/syntax/spf/macroString';
import { parseSpf } from '../../../core/syntax/spf/record';
import { chosen, hoverAt, labelsAt } from '../../support/configuration';

const origin = '$ORIGIN example.com.\n';

function kindOf(line: string): string | undefined {
  return recogniseRecord(parseEntry(line, { origin: 'example.com.' }))?.kind;
}

/** The names of the SPF rules that have a word on a zone. */
function rulesOn(zone: string): string[] {
  const service = createLanguageService();
  service.open('z', 'dns-zone', sourceText(origin + zone), {});
  return service
    .findings('z')
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('spf-'));
}

describe('SPF records in a zone', () => {
  it('are those that are meant as such, wherever the strings are cut', () => {
    for (const line of [
      '@ TXT "v=spf1 -all"',
      '@ TXT "V=S" "PF1"',
      'x TXT v=spf1',
      '@ TXT " v=spf1 mx"',
      '@ TXT "v=spf mx -all"',
    ]) {
      assert.equal(kindOf(line), 'spf-record', line);
    }
    for (const line of ['@ TXT "spf"', '@ TXT ""', '@ TXT', '@ SPF "v=spf1 -all"', '@ TXT "MS=ms12345"']) {
      assert.equal(kindOf(line), undefined, line);
    }
    assert.equal(kindOf('_dmarc TXT "v=spf1 -all"'), 'dmarc-policy');
  });
});

describe('what mail services ask their customers to publish', () => {
  it('is nothing that a rule has a word on', () => {
    const published = [
      'v=spf1 include:_spf.google.com ~all',
      'v=spf1 include:spf.protection.outlook.com -all',
      'v=spf1 include:amazonses.com ~all',
      'v=spf1 include:amazonses.com -all',
      'v=spf1 include:spf.messagingengine.com ?all',
      'v=spf1 include:_spf.protonmail.ch ~all',
      'v=spf1 include:_spf.protonmail.ch mx ~all',
      'v=spf1 include:_spf.google.com include:amazonses.com include:spf.protection.outlook.com -all',
      'v=spf1 -all',
      'v=spf1 +ip4:198.51.100.7 +mx ~all',
      'v=spf1 redirect=_spf.example.net',
    ];
    for (const record of published) assert.deepEqual(rulesOn(`@ IN TXT "${record}"\n`), [], record);
    for (const { include } of SPF_PROVIDERS) {
      assert.deepEqual(parseSpf(`v=spf1 include:${include} -all`).problems, [], include);
    }
  });
});

describe('the definitions', () => {
  it('know every mechanism, modifier and macro', () => {
    for (const { name, kind } of SPF_TERMS) {
      const [term] = parseSpf(`v=spf1 ${name}${kind === 'modifier' ? '=example.com' : ''}`).terms;
      assert.equal(term?.kind, kind === 'modifier' ? 'modifier' : 'directive', name);
    }
    assert.deepEqual(Object.keys(SPF_MACROS).sort(), [...MACRO_LETTERS].sort());
  });
});

describe('completion in an SPF record', () => {
  const at = (text: string) => labelsAt('dns-zone', `${origin}@ IN TXT ${text}`);
  const take = (text: string, label: string) =>
    chosen('dns-zone', `${origin}@ IN TXT ${text}`, label).slice(`${origin}@ IN TXT `.length);

  it('offers whole records to begin with', () => {
    assert.ok(at('"v=spf1|"').includes('v=spf1 -all'));
    assert.equal(take('"v=spf1|"', 'v=spf1 -all'), '"v=spf1 -all"');
  });

  it('offers terms that still make sense', () => {
    const open = at('"v=spf1 mx |"');
    for (const label of ['include:', 'a', 'a:', 'ip4:', '~all', 'redirect=', 'exp='])
      assert.ok(open.includes(label), label);
    const closed = at('"v=spf1 | exp=x.example -all"');
    for (const label of ['~all', 'redirect=', 'exp=']) assert.ok(!closed.includes(label), label);
  });

  it('replaces the name of a term and keeps its sign and value', () => {
    assert.equal(take('"v=spf1 inc|"', 'include:'), '"v=spf1 include:"');
    assert.equal(take('"v=spf1 ~m|x:example.net -all"', 'a:'), '"v=spf1 ~a:example.net -all"');
    assert.equal(take('"v=spf1 -|"', 'all'), '"v=spf1 -all"');
    assert.ok(!at('"v=spf1 -|"').includes('redirect='));
  });

  it('offers domains where one is wanted, without those that are there', () => {
    const domains = at('"v=spf1 include:_spf.google.com include:| -all"');
    assert.ok(domains.includes('spf.protection.outlook.com'));
    assert.ok(!domains.includes('_spf.google.com'));
    assert.equal(
      take('"v=spf1 include:ama|zon -all"', 'amazonses.com'),
      '"v=spf1 include:amazonses.com -all"',
    );
    assert.deepEqual(at('"v=spf1 redirect=|"'), ['_spf.example.com']);
    assert.deepEqual(at('"v=spf1 ip4:| -all"'), []);
  });

  it('offers macros behind a percent sign', () => {
    assert.ok(at('"v=spf1 exists:%|"').includes('%{i}'));
    assert.ok(!at('"v=spf1 exists:%|"').includes('%{c}'));
    assert.equal(
      take('"v=spf1 exists:%{|.example.com -all"', '%{d}'),
      '"v=spf1 exists:%{d}.example.com -all"',
    );
  });

  it('keeps to quotes and splits', () => {
    assert.equal(take('( "v=spf1 mx " ; servers\n "-|" )', 'all'), '( "v=spf1 mx " ; servers\n "-all" )');
  });
});

describe('hover in an SPF record', () => {
  const at = (text: string, locale: 'en' | 'ja' = 'en') =>
    hoverAt('dns-zone', `${origin}@ IN TXT ${text}`, locale);

  it('explains a mechanism with its sign, its network and its cost', () => {
    const found = at('"v=spf1 ~i|p4:192.0.2.128/25 -all"');
    assert.equal(found?.words, 'ip4');
    assert.match(found.explained, /softfail/);
    assert.match(found.explained, /192\.0\.2\.128 to 192\.0\.2\.255 \(128 addresses\)/);
    assert.match(found.explained, /no DNS lookup/);
    const network = at('"v=spf1 ~ip4:192.0.2.|128/25 -all"');
    assert.equal(network?.words, '192.0.2.128');
    assert.match(network.explained, /128 addresses.*`ip4`: IPv4 network \(RFC 7208 §5\.6\)/s);
    const prefix = at('"v=spf1 a/24/" "/6|4 -all"');
    assert.equal(prefix?.words, '/" "/64');
    assert.match(prefix.explained, /Prefix length 64.*around each IPv6 address/s);
    const sign = at('"v=spf1 |~mx -all"');
    assert.equal(sign?.words, '~');
    assert.match(sign.explained, /softfail.*`mx` matches/s);
    const domain = at('"v=spf1 include:_spf.goo" "gle.c|om -all"');
    assert.equal(domain?.words, '_spf.goo" "gle.com');
    assert.match(domain.explained, /Google Workspace.*one lookup/s);
    assert.match(at('"v=spf1 include:_spf.goo|gle.com"', 'ja')?.explained ?? '', /DNS 参照 1 回/);
    assert.match(at('"v=spf1 m|x -all"')?.explained ?? '', /it is example\.com.*ten DNS lookups/s);
    assert.match(at('"v=spf1 m|x -all"', 'ja')?.explained ?? '', /メールサーバー/);
  });

  it('explains macros, modifiers and the version', () => {
    const macro = at('"v=spf1 exists:%{L2|r-}.example.com -all"');
    assert.equal(macro?.words, '%{L2r-}');
    assert.match(
      macro.explained,
      /local part.*Cut into parts at `-`.*reversed.*last 2 parts.*URL.*`bad\.strong`/s,
    );
    assert.match(at('"v=spf1 redirect=_spf.exa|mple.net"')?.explained ?? '', /takes the place of this one/);
    assert.match(at('"v=spf1 redi|rect=_spf.example.net"')?.explained ?? '', /another domain’s record/);
    assert.match(at('"v=sp|f1 -all"')?.explained ?? '', /SPF record of example\.com/);
    assert.match(at('" v=sp|f1 -all"')?.explained ?? '', /pass it over/);
  });

  it('says what is no term', () => {
    assert.match(at('"v=spf1 fo|o -all"')?.explained ?? '', /no term of SPF/);
    assert.match(at('"v=spf1 inclu|de=x.example -all"')?.explained ?? '', /no modifier `include`/);
  });
});
