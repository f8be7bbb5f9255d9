import { INT32_LEAST, INT32_MOST, INT64_LEAST, INT64_MOST } from '../values/integer';
import type { Enumeration } from './enumeration';
import { POSTFIX_ENUMERATIONS } from './postfixEnumerations';

/** What a parameter's value must be, as far as Postfix itself insists. */
export type PostfixType =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly least: bigint; readonly most: bigint }
  /** Bounds in seconds. */
  | { readonly kind: 'time'; readonly least: bigint; readonly most: bigint }
  | { readonly kind: 'keyword'; readonly enumeration: Enumeration }
  | { readonly kind: 'restrictions' }
  | { readonly kind: 'milters' }
  | { readonly kind: 'level' }
  | { readonly kind: 'text' }
  /** Text in which `$name` means something else than a parameter, or is read later. */
  | { readonly kind: 'raw' };

/** Integers that Postfix reads as 64-bit numbers. */
const WIDE = new Set([
  'lmdb_map_size',
  'mailbox_size_limit',
  'message_size_limit',
  'queue_minfree',
  'virtual_mailbox_limit',
]);

/**
 * Least and greatest values (times in seconds), as Postfix 3.7's own programs name them when they refuse one. Where a
 * parameter is not here, its bounds are not known for sure and nothing is said of them.
 */
const BOUNDS: ReadonlyMap<string, readonly [least: bigint, most?: bigint]> = new Map([
  ['application_event_drain_time', [1n]],
  ['berkeley_db_create_buffer_size', [1n]],
  ['berkeley_db_read_buffer_size', [1n]],
  ['daemon_timeout', [1n]],
  ['debug_peer_level', [1n]],
  ['default_process_limit', [1n]],
  ['delay_logging_resolution_limit', [INT32_LEAST, 6n]],
  ['deliver_lock_attempts', [1n]],
  ['deliver_lock_delay', [1n]],
  ['fork_attempts', [1n]],
  ['fork_delay', [1n]],
  ['hash_queue_depth', [1n]],
  ['header_address_token_limit', [1n]],
  ['header_size_limit', [1n]],
  ['in_flow_delay', [0n, 10n]],
  ['ipc_idle', [1n]],
  ['ipc_timeout', [1n]],
  ['ipc_ttl', [1n]],
  ['line_length_limit', [512n]],
  ['lmdb_map_size', [1n]],
  ['max_idle', [1n]],
  ['max_use', [1n]],
  ['mime_boundary_length_limit', [1n]],
  ['mime_nesting_limit', [1n]],
  ['stale_lock_time', [1n]],
  ['trigger_timeout', [1n]],
] satisfies [string, readonly [bigint, bigint?]][]);

/** Lists of milters: `inet:host:port`, `unix:path`, `{ endpoint, option=value }`. */
const MILTER_LISTS = new Set(['smtpd_milters', 'non_smtpd_milters']);

const BOOLEAN: PostfixType = { kind: 'boolean' };
const TEXT: PostfixType = { kind: 'text' };
const RAW: PostfixType = { kind: 'raw' };
const RESTRICTIONS: PostfixType = { kind: 'restrictions' };
const MILTERS: PostfixType = { kind: 'milters' };
const LEVEL: PostfixType = { kind: 'level' };

/** Whether a parameter holds a list of access restrictions (a user's own `mua_client_restrictions` as well). */
export function isRestrictionList(name: string): boolean {
  return /(?:^|_)(?<!before_)(?:client|helo|sender|relay|recipient|data|end_of_data|etrn)_restrictions$/.test(
    name,
  );
}

/**
 * The type of a parameter.
 * @param letter the type as the table has it: b, i, t, s or r
 */
export function postfixType(name: string, letter: string): PostfixType {
  const enumeration = POSTFIX_ENUMERATIONS.get(name);
  if (enumeration !== undefined) return { kind: 'keyword', enumeration };
  if (name === 'compatibility_level') return LEVEL;
  if (MILTER_LISTS.has(name)) return MILTERS;
  if (isRestrictionList(name)) return RESTRICTIONS;
  switch (letter) {
    case 'b':
      return BOOLEAN;
    case 'i': {
      const wide = WIDE.has(name);
      const [least = wide ? INT64_LEAST : INT32_LEAST, most = wide ? INT64_MOST : INT32_MOST] =
        BOUNDS.get(name) ?? [];
      return { kind: 'integer', least, most };
    }
    case 't': {
      const [least = 0n, most = INT32_MOST] = BOUNDS.get(name) ?? [];
      return { kind: 'time', least, most };
    }
    case 'r':
      return RAW;
    default:
      return TEXT;
  }
}
