import { CERTIFICATES } from './rr/certificates';
import { COMMON } from './rr/common';
import { DNSSEC } from './rr/dnssec';
import { HISTORIC } from './rr/historic';
import type { RrType } from './rr/kinds';
import { META } from './rr/meta';
import { OTHER } from './rr/other';
import { SERVICES } from './rr/services';

export type {
  BinaryKind,
  FieldKind,
  KnownValue,
  NameKind,
  NumberKind,
  Program,
  RdataField,
  RrType,
} from './rr/kinds';

/**
 * The resource record types that BIND 9.20 and NSD read by name (IANA "Resource Record (RR) TYPEs"), by mnemonic in
 * upper case. Types without a name here are written `TYPEn` (RFC 3597 §5).
 */
export const RR_TYPES: ReadonlyMap<string, RrType> = new Map(
  [...COMMON, ...SERVICES, ...DNSSEC, ...CERTIFICATES, ...OTHER, ...HISTORIC, ...META].map((type) => [
    type.name,
    type,
  ]),
);

const BY_CODE: ReadonlyMap<number, RrType> = new Map([...RR_TYPES.values()].map((type) => [type.code, type]));

/** The type of a mnemonic in any case, or of `TYPEn` where `n` has a name. */
export function rrType(mnemonic: string): RrType | undefined {
  const name = mnemonic.toUpperCase();
  const found = RR_TYPES.get(name);
  if (found !== undefined) return found;
  const code = rrTypeCode(name);
  return code === undefined ? undefined : BY_CODE.get(code);
}

/** The type of a code, where it has a name. */
export function rrTypeOf(code: number): RrType | undefined {
  return BY_CODE.get(code);
}

/** The code of a mnemonic or of `TYPEn` (RFC 3597 §5), in any case; undefined where it is neither. */
export function rrTypeCode(mnemonic: string): number | undefined {
  const name = mnemonic.toUpperCase();
  const found = RR_TYPES.get(name);
  if (found !== undefined) return found.code;
  const digits = /^TYPE(\d{1,10})$/.exec(name)?.[1];
  if (digits === undefined) return undefined;
  const code = Number(digits);
  return code <= 0xffff ? code : undefined;
}

/** How a type is written: its mnemonic, or `TYPEn` where it has none. */
export function rrTypeName(code: number): string {
  return BY_CODE.get(code)?.name ?? `TYPE${code}`;
}
