import type { RdataField } from '../../../facts/rrTypes';
import { rrType, rrTypeCode, RR_TYPES } from '../../../facts/rrTypes';
import { nearest } from '../../../values/nearest';
import {
  ALL,
  BIND_KNOT,
  complain,
  NSD_KNOT,
  numberOctets,
  spanning,
  takePlain,
  valueOf,
  type FieldValue,
  type RdataReader,
  type Word,
} from './reader';

/** The code of a type that is named in RDATA; what is unknown or no type of data is noted. */
function typeCode(reader: RdataReader, field: RdataField, { text, span }: Word): number | undefined {
  const code = rrTypeCode(text);
  const type = rrType(text);
  if (code === undefined || (type?.name === 'NXNAME' && /^NXNAME$/i.test(text))) {
    const meant = code === undefined ? nearest(text, RR_TYPES.keys()) : `TYPE${code}`;
    complain(reader, 'bad-type-list', span, ALL, {
      detail: 'unknown',
      field,
      values: { text },
      ...(meant !== undefined && { meant }),
    });
    return undefined;
  }
  if (code === 0)
    complain(reader, 'bad-type-list', span, ['NSD'], { detail: 'meta', field, values: { text } });
  const written = !/^TYPE/i.test(text);
  const unknownTo = type?.status === 'meta' ? NSD_KNOT : written ? (type?.unknownTo ?? []) : [];
  if (type?.status === 'meta') {
    complain(reader, 'bad-type-list', span, unknownTo, { detail: 'meta', field, values: { text } });
  } else if (unknownTo.length > 0) {
    complain(reader, 'bad-type-list', span, unknownTo, {
      detail: 'not-everywhere',
      field,
      values: { text },
      meant: `TYPE${code}`,
    });
  }
  return code;
}

/** One type. */
export function readType(reader: RdataReader, field: RdataField): FieldValue {
  const word = takePlain(reader, field);
  const code = typeCode(reader, field, word);
  return code === undefined
    ? { span: word.span }
    : valueOf(word.span, numberOctets(code, 2), { number: code });
}

/** The rest of the record as a type bitmap. */
export function readTypes(reader: RdataReader, field: RdataField): FieldValue {
  const { kind } = field;
  if (kind.is !== 'types') throw new TypeError(kind.is);
  const codes: number[] = [];
  const words: Word[] = [];
  let broken = false;
  while (reader.next < reader.words.length) {
    const word = takePlain(reader, field);
    words.push(word);
    const code = typeCode(reader, field, word);
    if (code !== undefined && kind.old === true && code > 127) {
      complain(reader, 'bad-type-list', word.span, ALL, {
        detail: 'too-high',
        field,
        values: { text: word.text },
      });
      broken = true;
    } else if (code === undefined) broken = true;
    else codes.push(code);
  }
  const span = spanning(words[0]!.span, words.at(-1)!.span);
  return broken ? { span } : valueOf(span, kind.old === true ? bitmap(codes) : windows(codes));
}

/** Bits from the left, as many octets as it takes. */
export function bitmap(bits: readonly number[]): string {
  const octets: number[] = [];
  for (const bit of bits) {
    while (octets.length <= bit >> 3) octets.push(0);
    octets[bit >> 3]! |= 0x80 >> (bit & 7);
  }
  return String.fromCharCode(...octets);
}

/** The window blocks of RFC 4034 §4.1.2. */
function windows(codes: readonly number[]): string {
  const byWindow = new Map<number, number[]>();
  for (const code of [...codes].sort((a, b) => a - b)) {
    const window = byWindow.get(code >> 8);
    if (window === undefined) byWindow.set(code >> 8, [code & 255]);
    else window.push(code & 255);
  }
  return [...byWindow]
    .map(([window, bits]) => {
      const map = bitmap(bits);
      return String.fromCharCode(window, map.length) + map;
    })
    .join('');
}

/** TCP, UDP and other protocols that WKS names. */
const PROTOCOLS: Readonly<Record<string, number>> = { icmp: 1, igmp: 2, tcp: 6, egp: 8, udp: 17, ipv6: 41 };

/** The services that every system's list of ports has. */
const SERVICES: Readonly<Record<string, number>> = {
  echo: 7,
  discard: 9,
  daytime: 13,
  chargen: 19,
  'ftp-data': 20,
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  time: 37,
  whois: 43,
  domain: 53,
  tftp: 69,
  gopher: 70,
  finger: 79,
  http: 80,
  kerberos: 88,
  pop3: 110,
  sunrpc: 111,
  nntp: 119,
  ntp: 123,
  imap2: 143,
  snmp: 161,
  'snmp-trap': 162,
  bgp: 179,
  imap: 143,
  ldap: 389,
  https: 443,
  submission: 587,
  imaps: 993,
  pop3s: 995,
};

/** Those of them that also run over UDP. */
const UDP_SERVICES: ReadonlySet<string> = new Set(
  'echo discard daytime chargen time domain tftp kerberos sunrpc ntp snmp snmp-trap https'.split(' '),
);

/** The protocol of WKS. */
export function readProtocol(reader: RdataReader, field: RdataField): FieldValue {
  const { text, span } = takePlain(reader, field);
  const value = /^\d+$/.test(text) ? Number(text) : PROTOCOLS[text.toLowerCase()];
  if (value !== undefined && value <= 255) {
    reader.numbers.set(field.name, value);
    return valueOf(span, String.fromCharCode(value), { number: value });
  }
  complain(reader, 'bad-value', span, value === undefined && /^[a-z0-9]+$/i.test(text) ? BIND_KNOT : ALL, {
    detail: 'protocol',
    field,
    values: { text },
  });
  return { span };
}

/** The services of WKS as a bitmap; names depend on the server's own list of services. */
export function readServices(reader: RdataReader, field: RdataField): FieldValue {
  const ports: number[] = [];
  const words: Word[] = [];
  let broken = false;
  while (reader.next < reader.words.length) {
    const word = takePlain(reader, field);
    words.push(word);
    const service = word.text.toLowerCase();
    const protocol = reader.numbers.get('protocol');
    const named = protocol === 6 || (protocol === 17 && UDP_SERVICES.has(service));
    const port = /^\d+$/.test(service) ? Number(service) : named ? SERVICES[service] : undefined;
    if (port !== undefined && port <= 65_535) {
      ports.push(port);
      continue;
    }
    broken = true;
    complain(reader, 'bad-value', word.span, ALL, { detail: 'service', field, values: { text: word.text } });
  }
  const span = spanning(words[0]!.span, words.at(-1)!.span);
  return broken ? { span } : valueOf(span, bitmap(ports));
}
