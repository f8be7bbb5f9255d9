// A report of very many records, written to the disk as a stream.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { metadata, policy, record } from '../../unit/report/support';

/** The address and count of the last record, which no other has. */
export const lastRecord = { ip: '198.51.100.254', count: 999_983 } as const;

/** Sources, domains and results as they come in the reports of a large sender: many, and most of them again and again. */
function recordAt(i: number): string {
  const source = (i * 7919) % 60_000;
  const domain = `d${(i * 31) % 700}.example.com`;
  const pass = i % 11 !== 0;
  return record({
    ip: i % 5 === 0 ? `2001:db8:${source.toString(16)}::1` : `10.${source >> 8}.${source & 255}.${i % 250}`,
    count: String(1 + ((i * i) % 97)),
    evaluated:
      `<disposition>${pass ? 'none' : 'quarantine'}</disposition>` +
      `<dkim>${pass ? 'pass' : 'fail'}</dkim><spf>${i % 3 === 0 ? 'pass' : 'fail'}</spf>`,
    identifiers:
      `<envelope_to>receiver.example</envelope_to><envelope_from>bounce.${domain}</envelope_from>` +
      `<header_from>${domain}</header_from>`,
    results:
      `<dkim><domain>${domain}</domain><selector>s${i % 12}</selector><result>${pass ? 'pass' : 'fail'}</result></dkim>` +
      `<spf><domain>bounce.${domain}</domain><scope>mfrom</scope><result>${i % 3 === 0 ? 'pass' : 'softfail'}</result></spf>`,
  }).replaceAll('><', '>\n<');
}

/** Writes it; about 730 bytes a record. @returns its bytes */
export async function writeLargeReport(path: string, records: number): Promise<number> {
  const file = createWriteStream(path);
  file.write(`<?xml version="1.0"?>\n<feedback>${metadata}${policy}\n`);
  let block = '';
  for (let i = 0; i < records - 1; i++) {
    block += recordAt(i) + '\n';
    if (block.length < 2 ** 20) continue;
    if (!file.write(block)) await once(file, 'drain');
    block = '';
  }
  const { ip, count } = lastRecord;
  file.end(`${block}${record({ ip, count: String(count) })}\n</feedback>\n`);
  await finished(file);
  return file.bytesWritten;
}
