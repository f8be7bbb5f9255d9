import { beginsLikeZone } from '../../core/syntax/zoneNames';

/** A record with a class and one of the types that most zones hold. */
const record = /^[^;"'/]*[ \t](?:IN|\d+[smhdw]?)[ \t]+(?:SOA|NS|A|AAAA|MX|TXT|CNAME|PTR|SRV|CAA|TLSA)[ \t]/im;

/** Whether the beginning of a text reads like a zone file's, be it only a part of one (RFC 1035 §5.1). */
export function looksLikeZone(beginning: string): boolean {
  return beginsLikeZone(beginning) || record.test(beginning);
}
