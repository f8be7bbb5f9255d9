import type { Localized } from '../../text/message';
import { words } from './kinds';

/** A parameter of SVCB and HTTPS records. */
export interface ServiceParameter {
  readonly key: string;
  /** Whether a value follows behind `=`. */
  readonly takesValue: boolean;
  readonly meaning: Localized;
  /** A value to begin with. */
  readonly example?: string;
}

/** The service parameter keys that servers read by name (RFC 9460 §7, RFC 9461), the likeliest first. */
export const SERVICE_PARAMETERS: readonly ServiceParameter[] = Object.freeze<ServiceParameter[]>([
  {
    key: 'alpn',
    takesValue: true,
    example: 'h2,h3',
    meaning: words('Protocols that the service speaks, `h2,h3`', 'サービスが話すプロトコル（`h2,h3`）'),
  },
  {
    key: 'no-default-alpn',
    takesValue: false,
    meaning: words(
      'The default protocol is not spoken; needs `alpn`',
      '既定のプロトコルを使わない。`alpn` が必要',
    ),
  },
  {
    key: 'port',
    takesValue: true,
    example: '443',
    meaning: words('Port of the service', 'サービスのポート'),
  },
  {
    key: 'ipv4hint',
    takesValue: true,
    example: '192.0.2.1',
    meaning: words('IPv4 addresses to try at once', '先に試せる IPv4 アドレス'),
  },
  {
    key: 'ipv6hint',
    takesValue: true,
    example: '2001:db8::1',
    meaning: words('IPv6 addresses to try at once', '先に試せる IPv6 アドレス'),
  },
  {
    key: 'ech',
    takesValue: true,
    meaning: words('Encrypted ClientHello configuration, Base64', 'Encrypted ClientHello の設定（Base64）'),
  },
  {
    key: 'mandatory',
    takesValue: true,
    example: 'alpn',
    meaning: words('Keys that a client must understand', 'クライアントが理解しなければならないキー'),
  },
  {
    key: 'dohpath',
    takesValue: true,
    example: '/dns-query{?dns}',
    meaning: words('Path of DNS over HTTPS (RFC 9461)', 'DNS over HTTPS のパス (RFC 9461)'),
  },
]);
