import assert from 'node:assert/strict';
import { createSocket, type Socket } from 'node:dgram';
import { promises } from 'node:dns';
import { names as doors } from '../../../../client/node/names';
import { hostNames } from '../../../../client/report/names/hostNames';

const types = { A: 1, PTR: 12, AAAA: 28 } as const;

/** The octets of a name on the wire. */
const wire = (name: string): number[] => [
  ...name.split('.').flatMap((label) => [label.length, ...Buffer.from(label)]),
  0,
];

/** The answer to a question by a table of `name type`; NXDOMAIN where it is not there, SERVFAIL where it says so. */
function answer(question: Buffer, table: Readonly<Record<string, readonly number[] | 'SERVFAIL'>>): Buffer {
  let at = 12;
  const labels: string[] = [];
  for (let length = question[at]!; length > 0; length = question[at]!) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length).toLowerCase());
    at += length + 1;
  }
  const type = question.readUInt16BE(at + 1);
  const name = Object.entries(types).find(([, code]) => code === type)?.[0] ?? '';
  const found = table[`${labels.join('.')} ${name}`];
  const code = found === undefined ? 3 : found === 'SERVFAIL' ? 2 : 0;
  const record =
    typeof found === 'object'
      ? [0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, found.length >> 8, found.length & 255, ...found]
      : [];
  const head = [
    question[0]!,
    question[1]!,
    0x81,
    0x80 | code,
    0,
    1,
    0,
    record.length > 0 ? 1 : 0,
    0,
    0,
    0,
    0,
  ];
  return Buffer.from([...head, ...question.subarray(12, at + 5), ...record]);
}

describe('The resolver of Node', () => {
  let server: Socket;
  const asked: Buffer[] = [];
  const table = {
    '8.8.8.8.in-addr.arpa PTR': wire('dns.example.com'),
    'dns.example.com A': [8, 8, 8, 8],
    '9.9.9.9.in-addr.arpa PTR': wire('dns.example.com'),
    '1.1.1.1.in-addr.arpa PTR': 'SERVFAIL',
    [`8.8.8.8.${'0.'.repeat(20)}0.6.8.4.1.0.0.2.ip6.arpa PTR`]: wire('six.example.com'),
    'six.example.com AAAA': [0x20, 0x01, 0x48, 0x60, ...Array<number>(10).fill(0), 0x88, 0x88],
  } as const;
  const newResolver = () => {
    const resolver = doors.newResolver!();
    assert.ok(resolver instanceof promises.Resolver);
    resolver.setServers([`127.0.0.1:${server.address().port}`]);
    return resolver;
  };

  before((done) => {
    server = createSocket('udp4', (question, { port, address }) => {
      asked.push(question);
      server.send(answer(question, table), port, address);
    });
    server.bind(0, '127.0.0.1', done);
  });
  after((done) => {
    server.close(done);
  });

  it('gives names that are confirmed, tells what is not there from what failed, and asks nothing else', async () => {
    const names = hostNames(newResolver);
    const addresses = ['8.8.8.8', '2001:4860::8888', '9.9.9.9', '4.4.4.4', '192.168.0.1'];
    const found = await names.of(addresses);
    assert.deepEqual(found.names, ['dns.example.com', 'six.example.com', undefined, undefined, undefined]);
    assert.equal(found.failed, undefined);
    const before = asked.length;
    assert.equal(before, 7);
    await names.of(addresses);
    assert.equal(asked.length, before);
    assert.deepEqual(await names.of(['1.1.1.1']), { names: [undefined], failed: 'ESERVFAIL' });
  });
});
