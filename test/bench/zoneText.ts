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
