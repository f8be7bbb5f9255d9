/** Names that zone files often have and other files sometimes: what stands in them decides. */
const PERHAPS = /\.(?:db|dns|hosts|zonefile)$|^(?:db|pri|sec|named)\./i;

/** The configuration files of BIND, NSD and Knot DNS, also as distributions cut them. */
const CONFIGURATION = /^(?:named|nsd|knot)(?:\.[\w-]+)*\.(?:conf|zones)(?:\.[\w-]+)*$/i;

/** A line that only zone files have: a directive, or an SOA record. */
const SIGN =
  /^(?:\$(?:ORIGIN|TTL|INCLUDE|GENERATE)[ \t]|(?:\S+[ \t]+|[ \t]+)(?:\d\w*[ \t]+)?(?:IN[ \t]+)?(?:\d\w*[ \t]+)?SOA[ \t(])/i;

/** Whether a file of this name (without folders) may be a zone file, so that it is worth a look inside. */
export function mayBeZone(fileName: string): boolean {
  return PERHAPS.test(fileName) && !isNameServerFile(fileName);
}

/** Whether a name (without folders) is that of a name server's configuration file. */
export function isNameServerFile(fileName: string): boolean {
  return CONFIGURATION.test(fileName);
}

/**
 * Whether a text begins as a zone file does: the first line that is neither empty nor a comment is a directive or an
 * SOA record (RFC 1035 §5.1).
 * @param head as much of the text as is at hand
 */
export function beginsLikeZone(head: string): boolean {
  let at = head.startsWith('\uFEFF') ? 1 : 0;
  while (at < head.length) {
    const end = head.indexOf('\n', at);
    const line = head.slice(at, end < 0 ? head.length : end);
    if (!/^\s*(?:;|$)/.test(line)) return SIGN.test(line);
    if (end < 0) return false;
    at = end + 1;
  }
  return false;
}
