/** A service parameter key (IANA "Service Parameter Keys (SvcParamKeys)"); its number is its place in the table. */
export interface SvcKey {
  readonly name: string;
  /** Whether servers read its name; otherwise it is written `keyN`. */
  readonly written?: false;
}

/** The keys 0 to 9 (RFC 9460 §14.3.2, RFC 9461, RFC 9540, draft-ietf-tls-key-share-prediction). */
export const SVC_KEYS: readonly SvcKey[] = Object.freeze<SvcKey[]>([
  { name: 'mandatory' },
  { name: 'alpn' },
  { name: 'no-default-alpn' },
  { name: 'port' },
  { name: 'ipv4hint' },
  { name: 'ech' },
  { name: 'ipv6hint' },
  { name: 'dohpath' },
  { name: 'ohttp', written: false },
  { name: 'tls-supported-groups', written: false },
]);
