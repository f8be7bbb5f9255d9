import assert from 'node:assert/strict';
import { render } from '../../../../core/text/message';
import { hovered, marked } from './marked';

const zone = (line: string): string => `$TTL 90m
@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600
${line}
`;

/** The fields as signature help shows them, the active one in brackets. */
function fields(text: string): string | undefined {
  const { editing, at } = marked(zone(text));
  const signature = editing.signature?.(at);
  if (signature === undefined) return undefined;
  const { label, parameters, active } = signature;
  const span = parameters[active]?.span;
  return span === undefined
    ? label
    : `${label.slice(0, span.start)}<${label.slice(span.start, span.end)}>${label.slice(span.end)}`;
}

describe('hover in zone files', () => {
  it('gives an owner in full, with its TTL in words and where it comes from', () => {
    assert.equal(
      hovered(zone('w|ww IN A 192.0.2.1'))?.said,
      '**www.example.com.** — the owner name, in full\nTTL 5400 s: 1 h 30 min, from `$TTL`',
    );
    assert.match(hovered(zone('w|ww 3600 A 192.0.2.1'))?.said ?? '', /\nTTL 3600 s: 1 h$/);
    assert.match(hovered(zone('w|ww IN A 192.0.2.1'), 'ja')?.said ?? '', /TTL 5400 秒（1時間30分）/);
    assert.match(
      hovered('a 300 A 192.0.2.1\nb| A 192.0.2.2\n')?.said ?? '',
      /from the last record that states one/,
    );
  });

  it('says of the blanks before a record which owner they stand for', () => {
    const found = hovered(zone('www IN A 192.0.2.1\n | IN AAAA 2001:db8::1'));
    assert.match(found?.said ?? '', /^\*\*www\.example\.com\.\*\* — the owner name, from a line above/);
  });

  it('says what names are for that mail looks for', () => {
    assert.match(hovered(zone('_dmarc| TXT "x"'))?.said ?? '', /DMARC policy/);
    assert.match(hovered(zone('a._domainkey| TXT "x"'))?.said ?? '', /DKIM key/);
    assert.match(hovered(zone('_25._tcp.mail| TLSA 3 1 1 00'))?.said ?? '', /DANE for SMTP/);
    assert.match(hovered(zone('*| A 192.0.2.1'))?.said ?? '', /Wildcard/);
  });

  it('explains types with their fields, classes and times', () => {
    const type = hovered(zone('@ IN M|X 10 mail'));
    assert.ok(type);
    assert.equal(type.over, 'MX');
    assert.match(type.said, /\*\*preference\*\*.*\n.*\*\*exchange\*\*/);
    assert.match(type.said, /RFC 1035 §3\.3\.9/);
    assert.match(hovered(zone('@ IN MX| 10 mail'), 'ja')?.said ?? '', /メール/);
    assert.match(hovered(zone('@ I|N A 192.0.2.1'))?.said ?? '', /Internet/);
    assert.match(hovered(zone('@ 1d12|h A 192.0.2.1'))?.said ?? '', /129600 s: 1 day 12 h/);
    assert.match(hovered(zone('@ SPF| "x"'))?.said ?? '', /Obsolete/);
    assert.match(hovered(zone('@ TYPE999| \\# 0'))?.said ?? '', /RFC 3597/);
  });

  it('explains each field and what its value says', () => {
    const value = (line: string): string => hovered(zone(line))?.said.split('\n')[1] ?? '';
    assert.equal(value('@ IN MX 10 mai|l'), 'In full: `mail.example.com.`');
    assert.equal(value('x SOA ns1 host|master 1 2 3 4 5'), 'Mail to `hostmaster@example.com`');
    assert.equal(value('x SOA ns1 first\\.last|.example.com. 1 2 3 4 5'), 'Mail to `first.last@example.com`');
    assert.equal(value('x SOA ns1 h 2026|112203 2 3 4 5'), 'Read as a date: 2026-11-22, version 3');
    assert.equal(
      value('x SOA ns1 h 17|95305600 2 3 4 5'),
      'Read as seconds since 1970: 2026-11-22 00:00:00 UTC',
    );
    assert.equal(value('x SOA ns1 h 1 2 3 1209|600 5'), '14 days');
    assert.match(value('_25._tcp TLSA 3| 1 1 00'), /DANE-EE/);
    assert.match(value('@ CAA 0 iss|ue "x"'), /CA/);
    assert.match(value('@ DNSKEY 257 3 1|3 AAAA'), /P-256|ECDSA/);
    assert.match(value('@ NAPTR 1 1 "|U" "E2U+sip" "" .'), /URI/);
    assert.match(value('@ HTTPS 1 . al|pn=h2'), /Protocols/);
    assert.equal(value('@ A 192.0.2|.1'), 'Reverse name: `1.2.0.192.in-addr.arpa.`');
    assert.equal(
      value('@ RRSIG A 13 2 3600 20261|201000000 20261101000000 1 @ AAAA'),
      '2026-12-01 00:00:00 UTC',
    );
  });

  it('shows what the zone has for a name', () => {
    const text = zone('@ IN MX 10 mai|l\nmail A 192.0.2.25\n  AAAA 2001:db8::25\n  TXT "x"');
    assert.match(hovered(text)?.said ?? '', /\n- `A 192\.0\.2\.25`\n- `AAAA 2001:db8::25`\n- `TXT "x"`\n/);
  });

  it('takes a latitude as one field', () => {
    assert.equal(hovered(zone('@ LOC 51 3|0 12 N 0 7 39 W 10m'))?.over, '51 30 12 N');
  });

  it('still explains the tags of a DMARC record', () => {
    assert.match(hovered(zone('_dmarc TXT "v=DMARC1; p|=none"'))?.said ?? '', /policy/i);
  });

  it('explains directives and what they bring', () => {
    assert.match(hovered(zone('$ORI|GIN sub.example.com.'))?.said ?? '', /completes relative names/);
    assert.match(hovered(zone('$ORIGIN s|ub'))?.said ?? '', /`sub\.example\.com\.`/);
    assert.match(hovered(zone('$TTL 2|h'))?.said ?? '', /7200 s: 2 h/);
    assert.match(hovered(zone('$INCLUDE h|osts'))?.said ?? '', /`example\.com\.`/);
    assert.equal(hovered(zone('$GENERATE 1-1|0/3 h$ A 192.0.2.$'))?.said, '4 records');
  });

  it('says nothing on blank lines and in comments', () => {
    assert.equal(hovered(zone('|')), undefined);
    assert.equal(hovered(zone('www A 192.0.2.1 ; her|e')), undefined);
  });
});

describe('signature help in zone files', () => {
  it('marks the field that is being written', () => {
    assert.equal(fields('@ IN MX |'), 'MX <preference> exchange');
    assert.equal(fields('@ IN MX 1|0'), 'MX <preference> exchange');
    assert.equal(fields('@ IN MX 10 |'), 'MX preference <exchange>');
    assert.equal(fields('@ IN MX 10 mail |'), 'MX preference exchange');
    assert.equal(
      fields('@ SOA a b (\n 1 ; serial\n |'),
      'SOA mname rname serial <refresh> retry expire minimum',
    );
    assert.equal(fields('@ HTTPS 1 . alpn=h2 |'), 'HTTPS SvcPriority TargetName <[SvcParams…]>');
    assert.equal(
      fields('_25._tcp TLSA 3 1 1 00 |11'),
      'TLSA certificate usage selector matching type <certificate association data>',
    );
  });

  it('has nothing to say elsewhere', () => {
    assert.equal(fields('@ IN M|X 10 mail'), undefined);
    assert.equal(fields('@ IN A |'), undefined);
    assert.equal(fields('@ IN MX 10 mail ; |'), undefined);
    assert.equal(fields('|'), undefined);
  });

  it('documents every field in both languages', () => {
    const { editing, at } = marked(zone('@ IN SRV |'));
    for (const { documentation } of editing.signature?.(at)?.parameters ?? []) {
      assert.ok(documentation);
      assert.notEqual(render(documentation, 'en'), render(documentation, 'ja'));
    }
  });
});
