import { recognised, type GivenRecord } from '../../core/generator/known';
import { sameName, plainName } from '../../core/values/domainName';
import { parseIp } from '../../core/values/ipAddress';

/** Parameters of main.cf that name addresses from which mail leaves, those that decide first. */
const BOUND = /^(?:smtp_bind_address6?|inet_interfaces)\s*=\s*(.*(?:\n[ \t].*)*)/gim;

/** The addresses that main.cf has mail leave from: where smtp_bind_address names some, those alone. */
export function addressesOf(configurations: readonly string[]): string[] {
  const found = configurations.flatMap((text) =>
    [...text.matchAll(BOUND)].map(([line, value = '']) => ({
      bound: /^smtp_bind/i.test(line),
      addresses: value
        .split(/[\s,]+/)
        .map((word) => word.replace(/^\[(.*)\]$/, '$1'))
        .filter((word) => parseIp(word) !== undefined),
    })),
  );
  const bound = found.filter(({ bound, addresses }) => bound && addresses.length > 0);
  return (bound.length > 0 ? bound : found).flatMap(({ addresses }) => addresses);
}

/** The domains whose DMARC policies send their reports to a domain, other than itself. */
export function reportersOf(records: readonly GivenRecord[], domain: string): string[] {
  return records.flatMap((record) => {
    const found = recognised(record);
    if (found?.kind !== 'dmarc-policy') return [];
    const policy = plainName(found.value.domain);
    const uris = ['rua', 'ruf'].flatMap((name) => {
      const read = found.value.byName.get(name)?.read;
      return read?.type === 'report-uris' ? read.uris : [];
    });
    const here = uris.some((uri) => uri.domain !== undefined && sameName(uri.domain, domain));
    return here && !sameName(policy, domain) ? [policy] : [];
  });
}
