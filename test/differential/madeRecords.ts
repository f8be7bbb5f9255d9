import type { FieldKind, RdataField, RrType } from '../../core/facts/rrTypes';
import { RR_TYPES } from '../../core/facts/rrTypes';

/** Numbers that look random and are the same in every run (a linear congruential generator). */
export type Dice = (sides: number) => number;

/** Dice of one seed. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** The types whose records are made up: all that have fields, but SOA, of which a zone has one. */
export const TYPES: readonly RrType[] = [...RR_TYPES.values()].filter(
  ({ name, fields }) => fields.length > 0 && name !== 'SOA',
);

const HEX = '0123456789abcdefABCDEF';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE32HEX = '0123456789abcdefghijklmnopqrstuv';

function letters(roll: Dice, alphabet: string, count: number): string {
  return Array.from({ length: count }, () => alphabet[roll(alphabet.length)]!).join('');
}

function pick<T>(roll: Dice, list: readonly T[]): T {
  return list[roll(list.length)]!;
}

const ADDRESS4 = ['192.0.2.1', '0.0.0.0', '255.255.255.255', '10.1.2.3'];
const ADDRESS6 = [
  '2001:db8::1',
  '::',
  '::1',
  '1:2:3:4:5:6:7:8',
  'fe80::A',
  '::ffff:192.0.2.1',
  '1::',
  '0:0:1::2:0:0',
];
const NAMES = [
  'b',
  'b.c',
  'b.c.',
  '@',
  '.',
  'a\\.b',
  '*.x',
  '_x._y',
  'B-1',
  'x\\032y',
  'a\\255z.',
  '1.2.3.4',
];
const STRINGS = [
  '"a b"',
  'plain',
  '""',
  '"semi;colon"',
  '"q\\"uote"',
  '"\\065\\255"',
  '"(paren)"',
  "it's",
  '"a\\\\b"',
];
const PARAMETERS = [
  'alpn=h2,h3',
  'alpn="h2,h3"',
  'port=443',
  'ipv4hint=192.0.2.1,192.0.2.2',
  'ipv6hint=2001:db8::1',
  'ech=AAEC',
  'key65333=x',
  'key700',
  'key12="a b"',
];

/** A value that all programs read, as far as that can be had without knowing the other fields. */
function valid(roll: Dice, type: RrType, { name, kind }: RdataField): string {
  switch (kind.is) {
    case 'number': {
      if (/gateway type|relay type/.test(name)) return '1';
      if (name === 'algorithm' && type.name === 'IPSECKEY') return '2';
      if (name === 'digest type' || name === 'fp type') return '9';
      if (type.name === 'ZONEMD' && name === 'hash algorithm') return '240';
      if (type.name === 'RKEY' && name === 'flags') return '0';
      if (name === 'discovery-optional') return String(roll(2));
      if (name === 'prefix length') return '64';
      const most = kind.bits === 8 ? 255 : kind.bits === 16 ? 65_535 : 4_294_967_295;
      return String(pick(roll, [0, 1, most, roll(most)]));
    }
    case 'period':
      return pick(roll, ['0', '3600', '1h30m', '2W', '4294967295']);
    case 'timestamp':
      return pick(roll, [
        '20301231235959',
        '19700102030405',
        ...(type.name === 'RRSIG' ? ['1893456000'] : []),
      ]);
    case 'ipv4':
      return pick(roll, ADDRESS4);
    case 'ipv6':
      return pick(roll, ADDRESS6);
    case 'name':
      return pick(roll, NAMES);
    case 'string':
      return type.name === 'X25'
        ? '31106'
        : name === 'regexp'
          ? pick(roll, ['""', '"!a!b!"', '"!(a)!\\\\1!i"'])
          : pick(roll, STRINGS);
    case 'text':
      return pick(roll, ['"https://www.example.com/"', '"a b;c"', '"x\\"y"']);
    case 'tag':
      return pick(roll, ['issue', 'iodef', 'issuewild', 'x1']);
    case 'type':
      return pick(roll, ['A', 'MX', 'TYPE300', 'cds']);
    case 'types':
      return pick(roll, ['A MX RRSIG', 'NS', kind.old === true ? 'A TXT' : 'TYPE1234 A CAA']);
    case 'services':
      return pick(roll, ['25', 'smtp 80', '1 2 3']);
    case 'protocol':
      return pick(roll, ['6', 'TCP', 'tcp']);
    case 'latitude':
      return pick(roll, ['51 30 12.748 N', '51 N', '90 0 0.000 S', '0 5 S']);
    case 'longitude':
      return pick(roll, ['0 7 39.612 W', '180 E', '179 59 59.999 W']);
    case 'altitude':
      return pick(roll, ['0m', '-10.5m', '42849672.95', '100']);
    case 'distance':
      return pick(roll, ['1m', '10000m', '0.5m', '90000000m']);
    case 'decimal':
      return pick(roll, ['-32.5', '10.0']);
    case 'apl':
      return pick(roll, ['1:192.0.2.0/24', '!2:2001:db8::/32', '1:0.0.0.0/0', '2:::/0']);
    case 'svc-param':
      return pick(roll, PARAMETERS);
    case 'gateway':
      return '192.0.2.38';
    case 'eui':
      return Array.from({ length: kind.octets }, () => letters(roll, HEX, 2)).join('-');
    case 'node-id':
      return Array.from({ length: 4 }, () => letters(roll, HEX, 4)).join(':');
    case 'nsap':
      return `0x47.${letters(roll, HEX, 8)}.${letters(roll, HEX, 4)}`;
    case 'atma':
      return pick(roll, ['+61200000000', '39246f00']);
    case 'a6-suffix':
      return '::1';
    case 'base64':
      return letters(roll, BASE64, 4 * (1 + roll(40)));
    case 'hex':
      return letters(roll, HEX, 2 * (14 + roll(50)));
    case 'base32hex':
      return letters(roll, BASE32HEX, 32);
  }
}

/** What goes wrong with values of every kind. */
const EVERYWHERE = [
  'x',
  '-1',
  '+1',
  '1.5',
  '256',
  '65536',
  '4294967296',
  '"1"',
  '\\049',
  '@',
  '1h',
  '0x1',
  "'1'",
  'é',
  '::',
  '1.2.3.4.',
  '-',
  '=',
  '\\#',
  'a..b',
  '.b',
  '\\300',
  '\\06x',
  '""',
];

const WRONG: Partial<Readonly<Record<FieldKind['is'], readonly string[]>>> = {
  ipv4: ['192.0.2.256', '192.0.2.02', '192.0.2', '2001:db8::1', '192.0.2.1/24', '1.2.3.4.5', '192.0.2.1:53'],
  ipv6: [
    '1::2::3',
    '1:2:3:4:5:6:7',
    '12345::',
    '::1%eth0',
    '[::1]',
    '192.0.2.1',
    '::1/64',
    ':1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '::1.2.3.04',
  ],
  name: ['a'.repeat(64), 'abcdefghi.'.repeat(26), 'b!c', '"b"', 'b,c', 'b:c', '$b'],
  string: [`"${'a'.repeat(255)}"`, `"${'a'.repeat(256)}"`, '"a""b"', 'a"b"'],
  timestamp: [
    '20301301000000',
    '20300132000000',
    '20300101240000',
    '20300101006000',
    '20300229000000',
    '2030010100000',
    '203001010000001',
    '12345678901',
  ],
  types: ['A FOO', 'A A', 'a,mx', 'TYPE65536', 'TYPE65535', 'ANY'],
  type: ['FOO', 'TYPE65536', 'TYPE0', 'TYPE65535'],
  latitude: [
    '91 N',
    '51 60 N',
    '51 59 60 N',
    '51 30 12.7481 N',
    '51 E',
    '51 n',
    '-51 N',
    '51.5 N',
    'N 51',
    '51',
  ],
  longitude: ['181 E', '0 60 E', '0 N', '0 7 39.612', '0 e'],
  altitude: ['10km', '-100000.01m', '42849672.96m', '10.555m', '1 m'],
  distance: ['-1m', '90000001m', '1km'],
  apl: [
    '1:192.0.2.0/33',
    '2:192.0.2.0/24',
    '3:1.2.3.4/8',
    '192.0.2.0/24',
    '1:192.0.2.0',
    '1:192.0.2/24',
    '!!1:192.0.2.0/24',
  ],
  'svc-param': [
    'alpn',
    'alpn=',
    'alpn=h2,,h3',
    'port=65536',
    'port',
    'ipv4hint=',
    'ipv4hint=::1',
    'ipv6hint=192.0.2.1',
    'ech=A',
    'mandatory=port',
    'mandatory=mandatory',
    'mandatory=foo',
    'no-default-alpn',
    'no-default-alpn=x',
    'key65536=x',
    'foo=bar',
    'ALPN=h2',
    'alpn=h2 alpn=h3',
    'key1=h2',
    'key3=x',
    'alpn = h2',
    'dohpath=/q{?dns}',
    'dohpath=q',
    'mandatory=alpn,alpn alpn=h2',
    'ech',
    'ipv4hint',
  ],
  eui: ['00:00:5e:00:53:2a', '00-00-5e-00-53', '00005e00532a', '0-0-5e-0-53-2a'],
  'node-id': ['1:2:3:4', '0014:4fff:ff20', '::1', '0014:4fff:ff20:ee64:0001', '00014:4fff:ff20:ee64'],
  nsap: ['47000580', '0x470', '0x', '0xzz'],
  base64: [
    'A',
    'AA',
    'AAA',
    'AA=A',
    'AAEC=',
    'AAE=',
    'AAF=',
    'AA-_',
    'AAEC AAE',
    'AAE= AAEC',
    'AA EC',
    '"AAEC"',
  ],
  hex: ['0', '000', 'zz', '0x00', '00:00', '000 1', '"0000"'],
  base32hex: ['0', '2vpt', 'zzzz', '2vptu5timamqttgl4luu9kg21e0aor3', '-'],
  tag: ['is-sue', '"issue"', 'ISSUE', 'a'.repeat(256)],
  text: ['unquoted', '"a" "b"'],
  gateway: ['.', 'b', '2001:db8::1'],
  number: [
    '00000000000010',
    '99999999999',
    'RSASHA256',
    'PKIX',
    'ZONE',
    'DNSSEC',
    'SHA-256',
    'NOTIFY',
    'SHA-1',
  ],
  protocol: ['tcpx', '300'],
  services: ['nosuchservice', '65536'],
  'a6-suffix': ['::g'],
};

/** A record of which it is not known beforehand who takes it. */
export interface MadeRecord {
  readonly type: RrType;
  /** What stands behind the owner: type and RDATA, on one line. */
  readonly text: string;
}

/** Records as they should be: some of every type. */
export function validRecords(roll: Dice, each: number): MadeRecord[] {
  return TYPES.flatMap((type) =>
    Array.from({ length: each }, () => {
      const words = type.fields.flatMap((field) =>
        field.optional === true && type.name !== 'A6' && roll(2) === 0 ? [] : [valid(roll, type, field)],
      );
      // Fields may only be left out at the end.
      const full =
        type.name === 'A6' ||
        words.length === type.fields.length ||
        type.fields.every(({ optional }) => optional !== true)
          ? words
          : prefix(roll, type);
      const last = type.fields.at(-1)!;
      if (
        last.repeated === true &&
        roll(2) === 0 &&
        full.length === type.fields.length &&
        last.kind.is !== 'svc-param'
      )
        full.push(valid(roll, type, last));
      return { type, text: `${type.name} ${full.join(' ')}` };
    }),
  );
}

function prefix(roll: Dice, type: RrType): string[] {
  const needed = type.fields.filter(({ optional }) => optional !== true).length;
  const count = needed + roll(type.fields.length - needed + 1);
  return type.fields.slice(0, count).map((field) => valid(roll, type, field));
}

/** Records with one field changed, left out or added: every field of every type in every way. */
export function mutatedRecords(roll: Dice): MadeRecord[] {
  return TYPES.flatMap((type) => {
    const base = (): string[] => type.fields.map((field) => valid(roll, type, field));
    const made: string[][] = [[], [...base(), 'x'], [...base(), '1'], [...base(), '"x"']];
    type.fields.forEach((field, index) => {
      made.push(base().filter((_, i) => i !== index));
      made.push(base().slice(0, index));
      for (const value of [...EVERYWHERE, ...(WRONG[field.kind.is] ?? [])]) {
        made.push(base().map((word, i) => (i === index ? value : word)));
      }
      if (index > 0) {
        const words = base();
        [words[index - 1], words[index]] = [words[index]!, words[index - 1]!];
        made.push(words);
      }
    });
    const generic = [
      '\\# 0',
      '\\# 1 00',
      '\\# 4 c0000201',
      '\\# 3 0000',
      '\\# 2 000',
      '\\# x 00',
      '\\#',
      '\\# 70000 00',
      '\\# 2 00 00',
      '\\# 12 000102030405060708090a0b',
    ];
    return [...made.map((words) => words.join(' ')), ...generic].map((data) => ({
      type,
      text: `${type.name} ${data}`,
    }));
  });
}
