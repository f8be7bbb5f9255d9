import { visible } from '../visible';
import { isMap, type MmdbMap, type MmdbValue } from './mmdbValue';

/** What an address database says of the network that an address is in; absent: it does not say. */
export interface NetworkOwner {
  readonly organisation?: string;
  /** `AS64500` */
  readonly asn?: string;
  /** The two letters of ISO 3166-1 where the database has them, else the country's name. */
  readonly country?: string;
}

const TEXT_LIMIT = 200;

/**
 * Finds the owner in a record of the databases that people have: MaxMind's ASN, ISP, Country, City and Enterprise
 * (DB-IP and others use the same keys), and IPinfo's, where everything stands at the top and ASNs are written `AS64500`.
 */
export function networkOwner(record: MmdbMap): NetworkOwner {
  // Enterprise and Insights keep what the ASN and ISP databases have under `traits`.
  const traits = record.get('traits');
  const places = isMap(traits) ? [record, traits] : [record];
  const first = <T>(keys: readonly string[], read: (value: MmdbValue | undefined) => T | undefined) => {
    for (const key of keys) {
      for (const place of places) {
        const found = read(place.get(key));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  const asn = first(['autonomous_system_number', 'asn', 'as_number'], numberOf);
  const organisation =
    first(['organization', 'autonomous_system_organization', 'isp', 'as_name', 'as_organization'], textOf) ??
    // IPinfo's ASN and company databases say plainly `name` and `domain`.
    first(['name', 'as_domain', 'domain'], textOf);
  const country = countryOf(record);
  return {
    ...(organisation !== undefined && { organisation }),
    ...(asn !== undefined && { asn }),
    ...(country !== undefined && { country }),
  };
}

function countryOf(record: MmdbMap): string | undefined {
  for (const key of ['country', 'registered_country']) {
    const country = record.get(key);
    const code = isMap(country) ? codeOf(country.get('iso_code')) : undefined;
    if (code !== undefined) return code;
  }
  return codeOf(record.get('country_code')) ?? codeOf(record.get('country')) ?? textOf(record.get('country'));
}

function codeOf(value: MmdbValue | undefined): string | undefined {
  return typeof value === 'string' && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : undefined;
}

/** An AS number is of 32 bits (RFC 6793); 0 stands for none (RFC 7607). */
function numberOf(value: MmdbValue | undefined): string | undefined {
  const digits =
    typeof value === 'number'
      ? String(value)
      : typeof value === 'string'
        ? /^(?:AS)?(\d{1,10})$/i.exec(value)?.[1]
        : undefined;
  const number = Number(digits);
  return Number.isInteger(number) && number > 0 && number < 2 ** 32 ? `AS${number}` : undefined;
}

/** One line without anything that hides or reorders; the file is a stranger's. */
function textOf(value: MmdbValue | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = visible(value.slice(0, TEXT_LIMIT).replace(/[\ud800-\udbff]$/, '')).trim();
  return text === '' ? undefined : text;
}
