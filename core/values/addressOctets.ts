/**
 * The four octets (a code unit each) of an IPv4 address in dotted decimal, without leading zeros (RFC 1035 §3.4.1);
 * undefined where the text is none.
 */
export function ipv4Octets(text: string): string | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (parts === null) return undefined;
  let octets = '';
  for (let i = 1; i <= 4; i++) {
    const part = parts[i]!;
    const value = Number(part);
    if (value > 255 || (part.length > 1 && part.startsWith('0'))) return undefined;
    octets += String.fromCharCode(value);
  }
  return octets;
}

/** The sixteen octets of an IPv6 address (RFC 4291 §2.2); undefined where the text is none. */
export function ipv6Octets(text: string): string | undefined {
  let source = text;
  const dotted = source.lastIndexOf(':') + 1;
  if (source.includes('.')) {
    const tail = ipv4Octets(source.slice(dotted));
    if (tail === undefined || dotted === 0) return undefined;
    const group = (at: number): string => ((tail.charCodeAt(at) << 8) | tail.charCodeAt(at + 1)).toString(16);
    source = `${source.slice(0, dotted)}${group(0)}:${group(2)}`;
  }
  const gap = source.indexOf('::');
  if (gap >= 0 && source.includes('::', gap + 1)) return undefined;
  const groups = (part: string): number[] | undefined => {
    if (part === '') return [];
    const words = part.split(':');
    return words.every((w) => /^[0-9a-f]{1,4}$/i.test(w)) ? words.map((w) => parseInt(w, 16)) : undefined;
  };
  const before = groups(gap < 0 ? source : source.slice(0, gap));
  const after = groups(gap < 0 ? '' : source.slice(gap + 2));
  if (before === undefined || after === undefined) return undefined;
  const missing = 8 - before.length - after.length;
  if (gap < 0 ? missing !== 0 : missing < 1) return undefined;
  return [...before, ...Array<number>(missing).fill(0), ...after]
    .map((group) => String.fromCharCode(group >> 8, group & 255))
    .join('');
}

/** An IPv4 address of four octets in dotted decimal. */
export function writeIpv4(octets: string): string {
  return [0, 1, 2, 3].map((i) => octets.charCodeAt(i)).join('.');
}

/**
 * An IPv6 address of sixteen octets, as BIND writes it (inet_ntop): the longest run of two or more zero groups
 * is `::`, and IPv4-mapped and -compatible addresses end in dotted decimal.
 */
export function writeIpv6(octets: string): string {
  const groups = Array.from(
    { length: 8 },
    (_, i) => (octets.charCodeAt(2 * i) << 8) | octets.charCodeAt(2 * i + 1),
  );
  let best = { start: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (i + length < 8 && groups[i + length] === 0) length++;
    if (length > best.length) best = { start: i, length };
    if (length > 0) i += length - 1;
  }
  const dotted = best.start === 0 && (best.length === 6 || (best.length === 5 && groups[5] === 0xffff));
  let out = '';
  for (let i = 0; i < 8; i++) {
    if (i >= best.start && i < best.start + best.length) {
      if (i === best.start) out += ':';
      continue;
    }
    if (i !== 0) out += ':';
    if (i === 6 && dotted) return out + writeIpv4(octets.slice(12));
    out += groups[i]!.toString(16);
  }
  return best.start >= 0 && best.start + best.length === 8 ? `${out}:` : out;
}
