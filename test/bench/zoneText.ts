import { RSA2048 } from '../unit/dkim/keys';

/**
 * The text of a zone with `records` records, as big hosting zones look: mostly addresses, some mail, a TXT record
 * of each kind now and then; 66 MB for a million. Nothing is wrong with it. The same every time.
 * @param records at least 5
 */
export function zoneText(records: number): string {
  const lines = [
    '$ORIGIN example.com.',
    '$TTL 3600',
    '@ IN SOA ns1.example.com. hostmaster.example.com. 2026112201 7200 3600 1209600 3600',
    '@ IN NS ns1.example.com.',
    '@ IN NS ns2.example.com.',
    'ns1 IN A 192.0.2.53',
    'ns2 IN A 198.51.100.53',
    'mail IN A 192.0.2.25',
  ];
  for (let i = 6; i < records; i++) {
    const host = `host-${i.toString(36).padStart(6, '0')}`;
    const address = `${10 + (i >> 22)}.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;
    if (i % 100 === 0) {
      lines.push(`_dmarc.${host}\t3600\tIN\tTXT\t"v=DMARC1; p=reject; rua=mailto:reports@example.com"`);
    } else if (i % 50 === 0) {
      lines.push(`${host}-mail.customers\t3600\tIN\tMX\t10 mail.example.com.`);
    } else if (i % 10 === 0) {
      lines.push(
        `${host}.eu-west.customers.example.com.\t3600\tIN\tAAAA\t2001:db8:0:1::${(i & 0xffff).toString(16)}`,
      );
    } else {
      lines.push(`${host}.eu-west.customers.example.com.\t3600\tIN\tA\t${address}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A zone with something wrong in each line: `records` addresses that are none. */
export function brokenZoneText(records: number): string {
  const lines = [
    '$TTL 3600',
    '@ IN SOA ns1 hostmaster 2026112201 7200 3600 1209600 3600',
    '@ IN NS ns1',
    'ns1 IN A 192.0.2.53',
  ];
  for (let i = 4; i < records; i++) {
    lines.push(
      `host-${i.toString(36).padStart(6, '0')}.customers.example.com.\t3600\tIN\tA\t${i & 255}.${(i >> 8) & 255}.256.1`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/**
 * A zone of customers who all send mail: for each an MX, an SPF, a DKIM and a DMARC record. There is a little to say of
 * each of them.
 * @param customers how many there are, of four records each
 */
export function mailZoneText(customers: number): string {
  const lines = [
    '$ORIGIN example.com.',
    '$TTL 3600',
    '@ IN SOA ns1 hostmaster 2026112201 7200 3600 1209600 3600',
    '@ IN NS ns1',
    'ns1 IN A 192.0.2.53',
    'mail IN A 192.0.2.25',
    '_spf IN TXT "v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all"',
  ];
  for (let i = 0; i < customers; i++) {
    const name = `c${i.toString(36).padStart(5, '0')}`;
    lines.push(
      `${name} IN MX 10 mail`,
      `${name} IN TXT "v=spf1 mx a:mail.example.com include:_spf.example.com ip4:198.51.100.${i & 255} ~all"`,
      `s2026._domainkey.${name} IN TXT ( "v=DKIM1; h=sha256; k=rsa; t=s; " "p=${RSA2048.slice(0, 200)}" "${RSA2048.slice(200)}" )`,
      `_dmarc.${name} IN TXT "v=DMARC1; p=quarantine; sp=reject; adkim=s; rua=mailto:dmarc@example.com,mailto:d@reports.example"`,
    );
  }
  return `${lines.join('\n')}\n`;
}
