const name = '[:A-Z_a-z\\u00C0-\\uFFFD][-.0-9:A-Z_a-z\\u00B7-\\uFFFD]*';
const attribute = `\\s+${name}\\s*=\\s*(?:"[^<"]*"|'[^<']*')`;
const tag = new RegExp(`<(?:!\\[CDATA\\[[^]*?\\]\\]>|(/?)(${name})((?:${attribute})*)\\s*(/?)>)`, 'y');
const wrongReference = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;
// Controls that XML 1.0 §2.2 allows in no document.
const wrongCharacter = /[^\t\n\r -\ufffd]/;

/**
 * Whether a piece of XML without DOCTYPE, comments and processing instructions is well-formed (XML 1.0 §2.1): one root,
 * every tag closed by its own, no stray `<` or `&`. The XML library reads nearly anything without a word and marks
 * its own check as deprecated, so that it must be asked here before it is believed.
 */
export function isWellFormed(xml: string): boolean {
  if (wrongReference.test(xml) || wrongCharacter.test(xml)) return false;
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  for (;;) {
    const next = xml.indexOf('<', at);
    const text = next < 0 ? xml.slice(at) : xml.slice(at, next);
    if (open.length === 0 && text.trim() !== '') return false;
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
      if (open.length === 0) roots++;
      if (empty !== '/') open.push(tagName);
    }
  }
}
