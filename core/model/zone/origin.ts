import { endsWithDot } from '../../syntax/masterFile/names';
import type { DocumentContext } from '../model';

/** File names that carry the zone's name: `example.com.zone`, `db.example.com`, `example.com.hosts`. */
const NAMED = /^(?:(?:db|pri|sec)\.(.+?)|(?:zone|named)\.(.+\..+?)|(.+?)\.(?:zone|db|dns|hosts|zonefile))$/i;

/** An SOA record's primary name and mailbox, where both are absolute (RFC 1035 §3.3.13). */
const SOA = /\bSOA[\s(]+(\S+\.)[\s(]+(\S+\.)(?=[\s(;])/i;

/**
 * The origin with which a zone file begins, absolute and lower case: the one that somebody stated; else the file's
 * name, as named.conf would state it; else what the SOA record's names have in common; else the root.
 *
 * File names often say more than the zone's name (`example.com.internal.zone` in split views): where the SOA
 * record's absolute names lie under a shorter beginning of it, that is the zone.
 * @param head the beginning of the file
 */
export function initialOrigin(head: string, context: DocumentContext): string {
  if (context.origin !== undefined && context.origin !== '') return withDot(context.origin.toLowerCase());
  const soa = SOA.exec(head.replace(/;.*/g, ''));
  const names = soa === null ? [] : [soa[1]!.toLowerCase(), soa[2]!.toLowerCase()];
  const named = nameOfFile(context.fileName ?? '');
  if (named !== undefined) {
    const labels = named.split('.');
    for (let count = labels.length; count >= 2; count--) {
      const beginning = `${labels.slice(0, count).join('.')}.`;
      if (names.some((name) => name === beginning || name.endsWith(`.${beginning}`))) return beginning;
    }
    return `${named}.`;
  }
  return commonEnd(names) ?? '.';
}

function nameOfFile(fileName: string): string | undefined {
  const match = NAMED.exec(fileName);
  const name = (match?.[1] ?? match?.[2] ?? match?.[3])?.toLowerCase().replace(/\.$/, '');
  return name !== undefined && /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(name) ? name : undefined;
}

/** The labels that both SOA names end in, where that is more than a top-level domain. */
function commonEnd(names: readonly string[]): string | undefined {
  const [first, second] = names.map((name) => name.split('.').reverse());
  if (first === undefined || second === undefined) return undefined;
  let same = 0;
  while (same < first.length && same < second.length && first[same] === second[same]) same++;
  // The mailbox's first label is its local part; of the server's name, too, the first label is the host.
  const labels = first.slice(0, same).reverse();
  return labels.length > 2 ? labels.join('.') : undefined;
}

function withDot(name: string): string {
  return endsWithDot(name) ? name : `${name}.`;
}
