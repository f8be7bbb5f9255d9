import { parseIp } from './ipAddress';
import type { IpNetwork } from './ipNetwork';

/** Networks that never reach a receiver over the Internet (RFC 6890, RFC 6598, RFC 4193, RFC 4291). */
export const UNROUTED_NETWORKS: readonly IpNetwork[] = Object.freeze(
  [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '224.0.0.0/4',
    '240.0.0.0/4',
    '::1/128',
    'fc00::/7',
    'fe80::/10',
    'ff00::/8',
  ].map((text) => {
    const [address = '', prefix = ''] = text.split('/');
    return { address: parseIp(address)!, prefix: Number(prefix) };
  }),
);
