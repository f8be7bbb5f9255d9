import { closeSync, openSync, writeSync } from 'node:fs';
import { dice } from '../support/mutate';

/** What a report to measure with is like. */
export interface ReportShape {
  readonly records: number;
  /** How many different addresses send; some of them in IPv6. */
  readonly addresses: number;
  /** Whether each record has names in the header From, the envelope and SPF, and a comment, that no other has. */
  readonly ownTexts: boolean;
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<feedback>
  <version>1.0</version>
  <report_metadata>
    <org_name>Receiver</org_name>
    <email>dmarc@receiver.example</email>
    <report_id>9223372036854775807</report_id>
    <date_range><begin>1794787200</begin><end>1794873599</end></date_range>
  </report_metadata>
  <policy_published>
    <domain>example.com</domain><adkim>r</adkim><aspf>r</aspf><p>none</p><sp>none</sp><pct>100</pct>
  </policy_published>
`;

/** An address by its number: the same for the same number, others for others. */
function address(number: number): string {
  // An odd factor moves neighbours apart and meets no number twice.
  const mixed = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  if (number % 8 === 7)
    return `2001:db8:${(mixed >>> 16).toString(16)}::${(mixed & 0xffff).toString(16)}:${number.toString(16).slice(-3)}`;
  return `${mixed >>> 24}.${(mixed >>> 16) & 255}.${(mixed >>> 8) & 255}.${mixed & 255}`;
}

/** A record as large receivers write them, some 700 octets. */
function record(
  below: (limit: number) => number,
  { addresses, ownTexts }: Omit<ReportShape, 'records'>,
): string {
  const sender = below(200);
  const dkim = sender % 7 !== 0;
  const spf = sender % 5 !== 0;
  const own = ownTexts ? `c${below(2 ** 31).toString(36)}.` : '';
  const host = sender % 4 === 0 ? `${own}example.com` : `m${sender % 40}.${own}example.com`;
  const reason = ownTexts
    ? `
        <reason><type>local_policy</type><comment>arc=pass as[1].d=${host}</comment></reason>`
    : '';
  const signed = sender % 9 === 0 ? `bulk${sender % 13}.example.net` : 'example.com';
  const word = (pass: boolean): string => (pass ? 'pass' : 'fail');
  return `  <record>
    <row>
      <source_ip>${address(below(addresses))}</source_ip>
      <count>${1 + below(below(20) === 0 ? 5000 : 40)}</count>
      <policy_evaluated>
        <disposition>none</disposition>
        <dkim>${word(dkim && signed === 'example.com')}</dkim>
        <spf>${word(spf)}</spf>${reason}
      </policy_evaluated>
    </row>
    <identifiers>
      <envelope_from>bounce.${host}</envelope_from>
      <header_from>${host}</header_from>
    </identifiers>
    <auth_results>
      <dkim>
        <domain>${signed}</domain>
        <selector>s${1 + (sender % 3)}</selector>
        <result>${word(dkim)}</result>
      </dkim>
      <spf>
        <domain>bounce.${host}</domain>
        <scope>mfrom</scope>
        <result>${word(spf)}</result>
      </spf>
    </auth_results>
  </record>
`;
}

/** Writes such a report to a file, piece by piece: a million records are more than a string can hold. */
export function writeReport(path: string, { records, ...shape }: ReportShape): void {
  const below = dice(records ^ shape.addresses);
  const file = openSync(path, 'w');
  try {
    writeSync(file, head);
    let text = '';
    for (let i = 0; i < records; i++) {
      text += record(below, shape);
      if (text.length < 1 << 20) continue;
      writeSync(file, text);
      text = '';
    }
    writeSync(file, `${text}</feedback>\n`);
  } finally {
    closeSync(file);
  }
}

/** A small report as text, of its own receiver and day. */
export function smallReport(number: number): string {
  const below = dice(number);
  const begin = 1794787200 + (number % 30) * 86_400;
  const own = head
    .replace('Receiver', `Receiver ${number % 50}`)
    .replace('9223372036854775807', `${number}-${begin}`)
    .replace('1794787200', String(begin))
    .replace('1794873599', String(begin + 86_399));
  const records = Array.from({ length: 1 + below(12) }, () =>
    record(below, { addresses: 3000, ownTexts: false }),
  );
  return `${own}${records.join('')}</feedback>\n`;
}
