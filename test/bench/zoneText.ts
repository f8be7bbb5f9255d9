/**
 * The text of a zone with `records` records, as big hosting zones look: mostly addresses, some mail, a TXT record
 * of each kind now and then. The same every time.
 * @param records at least 3
 */
export function zoneText(records: number): string {
  const lines = [
    '$ORIGIN example.com.',
    '$TTL 3600',
    '@ IN SOA ns1.example.com. hostmaster.example.com. 2026112201 7200 3600 1209600 3600',
    '@ IN NS ns1.example.com.',
    'ns1 IN A 192.0.2.53',
  ];
  for (let i = 3; i < records; i++) {
    const host = `host-${i.toString(36).padStart(6, '0')}`;
    const address = `${10 + (i >> 22)}.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;
    if (i % 100 === 0) {
      lines.push(`_dmarc.${host}\t3600\tIN\tTXT\t"v=DMARC1; p=reject; rua=mailto:reports@example.com"`);
    } else if (i % 50 === 0) {
      lines.push(`${host}-mail.customers\t3600\tIN\tMX\t10 mail.${host}.example.com.`);
    } else if (i % 10 === 0) {
      lines.push(
        `${host}.customers.example.com.\t3600\tIN\tAAAA\t2001:db8:0:1::${(i & 0xffff).toString(16)}`,
      );
    } else {
      lines.push(`${host}.customers.example.com.\t3600\tIN\tA\t${address}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
