import { queryName, type DnsAnswer, type DnsQuery, type Resolver } from '../../core/evaluate/dns';
import { parseIp4, parseIp6, type IpAddress } from '../../core/values/ipAddress';

/** A record as the conformance suite of RFC 7208 writes it, or `TIMEOUT`. */
export type TableRecord = 'TIMEOUT' | Readonly<Record<string, unknown>>;

/** Names and their records. */
export type DnsTable = Readonly<Record<string, readonly TableRecord[]>>;

const CHAIN = 10;

/**
 * Answers from a table: a name without records of a type but with `TIMEOUT` times out; records of type `SPF` count as
 * TXT where the name has no TXT; `NONE` is no record; CNAMEs are followed.
 */
export function tableResolver(table: DnsTable): Resolver {
  const names = new Map(Object.entries(table).map(([name, records]) => [queryName(name), records]));
  const answer = (query: DnsQuery, left: number): DnsAnswer => {
    const records = names.get(query.name);
    if (records === undefined) return { status: 'missing' };
    const own = valuesOf(records, query.type);
    if (own.length > 0) return { status: 'found', records: own.map((value) => read(query, value)) };
    if (records.includes('TIMEOUT')) return { status: 'failed', reason: 'timeout' };
    const alias = valuesOf(records, 'CNAME')[0];
    if (typeof alias !== 'string') return { status: 'found', records: [] };
    const next = queryName(alias);
    if (left === 0 || next === undefined) return { status: 'failed', reason: 'server' };
    return answer({ ...query, name: next }, left - 1);
  };
  return (query) => answer(query, CHAIN);
}

function valuesOf(records: readonly TableRecord[], type: string): unknown[] {
  const of = (wanted: string): unknown[] =>
    records.flatMap((record) => (record !== 'TIMEOUT' && wanted in record ? [record[wanted]] : []));
  const own = of(type);
  const values = type === 'TXT' && own.length === 0 ? of('SPF') : own;
  return values.filter((value) => value !== 'NONE');
}

function read({ type }: DnsQuery, value: unknown): never {
  return readAs[type](value) as never;
}

const readAs: Readonly<Record<DnsQuery['type'], (value: unknown) => unknown>> = {
  TXT: (value) => (Array.isArray(value) ? value.join('') : String(value)),
  A: (value) => address(parseIp4(String(value))),
  AAAA: (value) => address(parseIp6(String(value))),
  MX: (value) => {
    const [preference, exchange] = value as [number, string];
    return { preference, exchange: exchange === '' ? '.' : queryName(exchange) };
  },
  PTR: (value) => queryName(String(value)),
};

function address(read: IpAddress | undefined): IpAddress {
  if (read === undefined) throw new Error('the table has an address that is none');
  return read;
}
