import { INT32_LEAST, INT32_MOST, INT64_LEAST, INT64_MOST } from '../values/integer';
import type { Enumeration } from './enumeration';
import { POSTFIX_BOUNDS, POSTFIX_NOT_EMPTY, POSTFIX_ONCE_NOT_EMPTY } from './postfixBounds';
import { POSTFIX_ENUMERATIONS } from './postfixEnumerations';
import { shapeOf, type TextShape } from './postfixShapes';

/** What a parameter's value must be, as far as Postfix itself insists. */
export type PostfixType =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly least: bigint; readonly most: bigint }
  /** Bounds in seconds; `unit` is what a number without one counts. */
  | { readonly kind: 'time'; readonly least: bigint; readonly most: bigint; readonly unit: string }
  | { readonly kind: 'keyword'; readonly enumeration: Enumeration }
  | { readonly kind: 'restrictions' }
  | { readonly kind: 'milters' }
  | { readonly kind: 'level' }
  /** `requiredBefore`: only versions before that one refuse an empty value. */
  | {
      readonly kind: 'text';
      readonly shape?: TextShape;
      readonly required: boolean;
      readonly requiredBefore?: string;
    }
  /** Text in which `$name` means something else than a parameter, or is read later. */
  | { readonly kind: 'raw'; readonly required: boolean };

/** Integers that Postfix reads as 64-bit numbers. */
const WIDE = new Set([
  'lmdb_map_size',
  'mailbox_size_limit',
  'message_size_limit',
  'queue_minfree',
  'virtual_mailbox_limit',
]);

/** Lists of milters: `inet:host:port`, `unix:path`, `{ endpoint, option=value }`. */
const MILTER_LISTS = new Set(['smtpd_milters', 'non_smtpd_milters']);

const BOOLEAN: PostfixType = { kind: 'boolean' };
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
 * @param preset its default, from which times take their unit
 */
export function postfixType(name: string, letter: string, preset = ''): PostfixType {
  const required = POSTFIX_NOT_EMPTY.has(name);
  const words = POSTFIX_ENUMERATIONS.get(name);
  if (words !== undefined) {
    return { kind: 'keyword', enumeration: required ? { ...words, required } : words };
  }
  if (name === 'compatibility_level') return LEVEL;
  if (MILTER_LISTS.has(name)) return MILTERS;
  if (isRestrictionList(name)) return RESTRICTIONS;
  switch (letter) {
    case 'b':
      return BOOLEAN;
    case 'i': {
      const wide = WIDE.has(name);
      const { least = wide ? INT64_LEAST : INT32_LEAST, most = wide ? INT64_MOST : INT32_MOST } =
        POSTFIX_BOUNDS.get(name) ?? {};
      return { kind: 'integer', least, most };
    }
    case 't': {
      const { least = 0n, most = INT32_MOST } = POSTFIX_BOUNDS.get(name) ?? {};
      return { kind: 'time', least, most, unit: /^\d+([smhdw])$/.exec(preset)?.[1] ?? 's' };
    }
    case 'r':
      return { kind: 'raw', required };
    default: {
      const shape = shapeOf(name);
      const requiredBefore = POSTFIX_ONCE_NOT_EMPTY.get(name);
      return {
        kind: 'text',
        required,
        ...(shape !== undefined && { shape }),
        ...(requiredBefore !== undefined && { requiredBefore }),
      };
    }
  }
}
