const name = '[:A-Z_a-z\\u00C0-\\uFFFD][-.0-9:A-Z_a-z\\u00B7-\\uFFFD]*';
const attribute = `\\s+${name}\\s*=\\s*(?:"[^<"]*"|'[^<']*')`;
const tag = new RegExp(`<(?:!\\[CDATA\\[[^]*?\\]\\]>|(/?)(${name})((?:${attribute})*)\\s*(/?)>)`, 'y');
/** A reference, or what only looks like one. */
const reference = /&(?:lt|gt|amp|quot|apos|#(\d{1,7}|x[\da-fA-F]{1,6}));|&/g;
// Controls that XML 1.0 §2.2 allows in no document.
const wrongCharacter = /[^\t\n\r -\ufffd]/;

/**
 * Whether a piece of XML without DOCTYPE, comments and processing instructions is well-formed (XML 1.0 §2.1): one root,
 * every tag closed by its own, no stray `<` or `&`. The XML library reads nearly anything without a word and marks
 * its own check as deprecated, so that it must be asked here before it is believed.
 */
export function isWellFormed(xml: string): boolean {
  if (wrongCharacter.test(xml)) return false;
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  for (;;) {
    const next = xml.indexOf('<', at);
    const text = next < 0 ? xml.slice(at) : xml.slice(at, next);
    if ((open.length === 0 && text.trim() !== '') || !referencesFit(text)) return false;
    if (next < 0) return open.length === 0 && roots === 1;
    tag.lastIndex = next;
    const found = tag.exec(xml);
    if (found === null) return false;
    at = tag.lastIndex;
    const [, slash, tagName, attributes, empty] = found;
    if (tagName === undefined) {
      if (open.length === 0) return false; // CDATA outside the root
    } else if (slash === '/') {
      if (open.pop() !== tagName || attributes !== '' || empty === '/') return false;
    } else {
      if (attributes !== '' && !referencesFit(attributes!)) return false;
      if (open.length === 0) roots++;
      if (empty !== '/') open.push(tagName);
    }
  }
}

/** Whether every `&` in a text outside of CDATA begins a reference to a character that XML allows (§4.1). */
function referencesFit(text: string): boolean {
  if (!text.includes('&')) return true;
  for (const [whole, number] of text.matchAll(reference)) {
    if (whole === '&') return false;
    if (number === undefined) continue;
    const code = number.startsWith('x') ? Number.parseInt(number.slice(1), 16) : Number(number);
    const allowed =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd) ||
      (code >= 0x10000 && code <= 0x10ffff);
    if (!allowed) return false;
  }
  return true;
}
