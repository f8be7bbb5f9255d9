import { XMLParser } from 'fast-xml-parser';

/** An element as parsed: its text, or its children by name (own properties only), or several of the same name. */
export type Element = unknown;

/** How deep elements may stand in one another: twice as deep as in any report of the standards. */
export const deepest = 16;

const options = {
  parseTagValue: false, // else selector 1e5 becomes 100000
  htmlEntities: true,
  removeNSPrefix: true,
  ignoreAttributes: true,
  maxNestedTags: deepest,
  jPath: false, // no callback here asks for paths, and building them costs a tenth of the time
  // The library throws on these names; here they are made-up elements like any other.
  transformTagName: (name: string) =>
    /^(?:__proto__|constructor|prototype)$/.test(name) ? `${name}_` : name,
  strictReservedNames: false,
};

/**
 * Parses a piece of XML that has no DOCTYPE.
 * @throws Error where the library gives up, e.g. on elements nested too deeply
 */
export function parseXml(xml: string): Element {
  return new XMLParser(options).parse(xml);
}

/** All children of that name; none where the element has none or is only text. */
export function children(element: Element, name: string): readonly Element[] {
  if (typeof element !== 'object' || element === null || !Object.hasOwn(element, name)) return [];
  const value = (element as Record<string, unknown>)[name];
  return Array.isArray(value) ? value : [value];
}

/** The first child of that name. */
export function child(element: Element, name: string): Element {
  return children(element, name)[0];
}

/** The text of the first child of that name, trimmed; empty where there is none. */
export function childText(element: Element, name: string): string {
  return textOf(child(element, name));
}

/** The text of an element, trimmed, without that of its children. */
export function textOf(element: Element): string {
  if (typeof element === 'string') return element.trim();
  const own = child(element, '#text');
  return typeof own === 'string' ? own.trim() : '';
}

/** The names of an element's children. */
export function childNames(element: Element): readonly string[] {
  return typeof element === 'object' && element !== null
    ? Object.keys(element).filter((name) => name !== '#text')
    : [];
}
