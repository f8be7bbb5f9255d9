/** A directive that only zone files have, or a record with a class and one of the types that most zones hold. */
const signs =
  /^\$(?:ORIGIN|TTL|INCLUDE|GENERATE)[ \t]|^[^;"'/]*[ \t](?:IN|\d+[smhdw]?)[ \t]+(?:SOA|NS|A|AAAA|MX|TXT|CNAME|PTR|SRV|CAA|TLSA)[ \t]/im;

/** Whether the beginning of a text reads like a zone file's (RFC 1035 §5.1). */
export function looksLikeZone(beginning: string): boolean {
  return signs.test(beginning);
}
