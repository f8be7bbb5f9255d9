/**
 * Makes a piece of XML well-formed with as little loss as possible: a cut tag at the end goes, stray `<` and `&`
 * become text, end tags without a beginning go, missing end tags are added. Only for pieces that are known to be
 * broken; what was well-formed may lose unusual but legal forms (`<` in attributes).
 */
export function repair(xml: string): string {
  const text = xml
    .replace(/<[^<>]*$/, (cut) => (cut.startsWith('<![CDATA[') ? cut : ''))
    .split(/(<!\[CDATA\[[^]*?(?:\]\]>|$))/)
    .map((piece, i) => (i % 2 === 1 ? piece : asText(piece)))
    .join('');
  const open: string[] = [];
  const out: string[] = [];
  let at = 0;
  for (const tag of text.matchAll(/<!\[CDATA\[[^]*?(?:\]\]>|$)|<(\/?)([^\s<>/]+)[^<>]*?(\/?)>/g)) {
    out.push(text.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const [whole, slash, name, empty] = tag;
    if (name === undefined) {
      out.push(whole.endsWith(']]>') ? whole : `${whole}]]>`);
    } else if (slash === '/') {
      const index = open.lastIndexOf(name);
      if (index < 0) continue;
      while (open.length > index) out.push(`</${open.pop()!}>`);
    } else {
      if (empty !== '/') open.push(name);
      out.push(whole);
    }
  }
  out.push(text.slice(at));
  while (open.length > 0) out.push(`</${open.pop()!}>`);
  return out.join('');
}

/** A piece without CDATA, whose stray `<` and `&` are made text. */
function asText(piece: string): string {
  return piece
    .replace(/&(?!#\d{1,7};|#x[\da-f]{1,6};|\w{1,32};)/gi, '&amp;')
    .replace(/<(?!\/?[A-Za-z_][^<>]*>)/g, '&lt;');
}
