import { INT32_MOST, INT64_MOST } from '../values/integer';
import { POSTFIX_ENUMERATIONS, type Enumeration } from './postfixEnumerations';

/** What a parameter's value must be, as far as Postfix itself insists. */
export type PostfixType =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly least: bigint; readonly most: bigint }
  | { readonly kind: 'time' }
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

/** Integers for which zero is refused, too. */
const POSITIVE = new Set(['deliver_lock_attempts', 'fork_attempts', 'hopcount_limit']);

/** Lists of milters: `inet:host:port`, `unix:path`, `{ endpoint, option=value }`. */
const MILTER_LISTS = new Set(['smtpd_milters', 'non_smtpd_milters']);

const BOOLEAN: PostfixType = { kind: 'boolean' };
const TIME: PostfixType = { kind: 'time' };
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
    case 'i':
      return {
        kind: 'integer',
        least: POSITIVE.has(name) ? 1n : 0n,
        most: WIDE.has(name) ? INT64_MOST : INT32_MOST,
      };
    case 't':
      return TIME;
    case 'r':
      return RAW;
    default:
      return TEXT;
  }
}
