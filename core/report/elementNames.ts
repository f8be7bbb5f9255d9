import { parseXml, type Element } from './parse';

/** The names that the readers of heads and records look for (fields.ts). */
const names: ReadonlySet<string> = new Set(
  `feedback version report_metadata org_name email extra_contact_info report_id generator date_range begin end error
   policy_published domain p sp np adkim aspf fo pct testing discovery_method
   record row source_ip count policy_evaluated disposition dkim spf reason type comment
   identifiers identities header_from envelope_from envelope_to auth_results selector scope result human_result`.split(
    /\s+/,
  ),
);

/** A tag with a capital letter. */
const capital = /<\/?[^<>\s]*[A-Z]/;

/**
 * Parses a piece of XML that has no DOCTYPE. XML tells capitals from small letters, and so do all schemas of reports;
 * an element that is there in another case only is taken for the one that was meant.
 * @returns `otherCase`: whether there are such
 * @throws Error where the library gives up, e.g. on elements nested too deeply
 */
export function parseInLowerCase(xml: string): { readonly element: Element; readonly otherCase: boolean } {
  const element = parseXml(xml);
  if (!capital.test(xml)) return { element, otherCase: false };
  let otherCase = false;
  const lowered = (one: Element): Element => {
    if (Array.isArray(one)) return one.map(lowered);
    if (typeof one !== 'object' || one === null) return one;
    const own = new Map<string, Element[]>();
    for (const [key, value] of Object.entries(one)) {
      const name = key.toLowerCase();
      const meant = name !== key && names.has(name) && !Object.hasOwn(one, name) ? name : key;
      if (meant !== key) otherCase = true;
      const values: Element[] = Array.isArray(value) ? value.map(lowered) : [lowered(value)];
      // One name has tens of thousands of ways of being written in capitals: the list grows, it is not copied.
      const before = own.get(meant);
      if (before === undefined) own.set(meant, values);
      else for (const one of values) before.push(one);
    }
    return Object.fromEntries(
      [...own].map(([key, values]) => [key, values.length === 1 ? values[0] : values]),
    );
  };
  return { element: lowered(element), otherCase };
}
