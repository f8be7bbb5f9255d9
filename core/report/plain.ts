import { countReading } from './counts';
import type { RecordFields } from './fields';

/** What may stand in an element of a plain record: a text, or these elements. */
interface Shape {
  /** Where the text goes in its group's list of texts; undefined for elements that hold elements. */
  readonly text?: number;
  readonly elements?: ReadonlyMap<string, Shape>;
  /** A bit of its own for an element that may stand there once. */
  readonly once?: number;
  /** Where elements that may be repeated are collected: each is a group of texts of its own. */
  readonly group?: 'reasons' | 'dkimResults' | 'spfResults';
}

function texts(...names: readonly string[]): [string, Shape][] {
  return names.map((name, text) => [name, { text }]);
}

/** The record of RFC 9990 and 7489 without attributes, prefixes and extensions. The numbers are those of `single`. */
const recordShape: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  [
    'row',
    {
      once: 1,
      elements: new Map<string, Shape>([
        ['source_ip', { text: 0 }],
        ['count', { text: 1 }],
        [
          'policy_evaluated',
          {
            once: 2,
            elements: new Map<string, Shape>([
              ['disposition', { text: 2 }],
              ['dkim', { text: 3 }],
              ['spf', { text: 4 }],
              ['reason', { elements: new Map(texts('type', 'comment')), group: 'reasons' }],
            ]),
          },
        ],
      ]),
    },
  ],
  [
    'identifiers',
    {
      once: 4,
      elements: new Map<string, Shape>([
        ['header_from', { text: 5 }],
        ['envelope_from', { text: 6 }],
        ['envelope_to', { text: 7 }],
      ]),
    },
  ],
  [
    'auth_results',
    {
      once: 8,
      elements: new Map<string, Shape>([
        [
          'dkim',
          { elements: new Map(texts('domain', 'selector', 'result', 'human_result')), group: 'dkimResults' },
        ],
        [
          'spf',
          { elements: new Map(texts('domain', 'scope', 'result', 'human_result')), group: 'spfResults' },
        ],
      ]),
    },
  ],
]);

/** A tag without prefix and attributes, and the text up to the next tag; no references, no markup in it. */
const tagAndText = /<(\/?)([a-z_]+)[ \t\r\n]*(\/?)>([^<&]*)/y;
/** Controls that XML allows in no document, and the end of a CDATA section, which XML allows in no text. */
const wrong = /[^\t\n\r -\ufffd]|\]\]>/;

type Texts = (string | undefined)[];

interface Open {
  readonly name: string;
  readonly shape: Shape;
  readonly into: Texts;
}

/**
 * Reads a record of the plain shape, which nearly all are, many times faster than the XML library.
 * @param xml a `<record>` with its tags
 * @returns the same as `recordFields` of the parsed record; undefined for any record that is not plain, also where
 *   it is not well-formed
 */
export function plainRecord(xml: string): RecordFields | undefined {
  if (wrong.test(xml)) return undefined;
  const single: Texts = [];
  const groups = { reasons: [] as Texts[], dkimResults: [] as Texts[], spfResults: [] as Texts[] };
  const open: Open[] = [];
  let seen = 0;
  tagAndText.lastIndex = 0;
  for (;;) {
    const found = tagAndText.exec(xml);
    if (found === null) return undefined;
    const [, closing, name, empty, text] = found as unknown as [string, string, string, string, string];
    const parent = open.at(-1);
    if (closing === '/') {
      if (empty === '/' || parent?.name !== name) return undefined;
      open.pop();
      if (open.length === 0) {
        return text.trim() === '' && tagAndText.lastIndex === xml.length ? fields(single, groups) : undefined;
      }
      if (text.trim() !== '') return undefined;
      continue;
    }
    const shape =
      parent === undefined ? (name === 'record' ? root : undefined) : parent.shape.elements?.get(name);
    if (shape === undefined) return undefined;
    let into = parent?.into ?? single;
    if (shape.group !== undefined) {
      into = [];
      groups[shape.group].push(into);
    }
    if (shape.text !== undefined) {
      const value = empty === '/' ? '' : text.trim();
      // A second one, or an inner line end, is for the XML library to judge.
      if (into[shape.text] !== undefined || value.includes('\r')) return undefined;
      into[shape.text] = value;
    }
    if (shape.once !== undefined) {
      if ((seen & shape.once) !== 0) return undefined;
      seen |= shape.once;
    }
    if ((empty === '/' || shape.text === undefined) && text.trim() !== '') return undefined;
    if (empty !== '/') open.push({ name, shape, into });
    else if (parent === undefined) return undefined;
  }
}

const root: Shape = { elements: recordShape };

function fields(
  [
    sourceIp = '',
    countText = '',
    disposition = '',
    dkim = '',
    spf = '',
    headerFrom = '',
    envelopeFrom = '',
    envelopeTo = '',
  ]: Texts,
  {
    reasons,
    dkimResults,
    spfResults,
  }: Readonly<Record<'reasons' | 'dkimResults' | 'spfResults', readonly Texts[]>>,
): RecordFields {
  return {
    countText,
    record: {
      sourceIp,
      count: countReading(countText).count,
      disposition,
      dkim,
      spf,
      reasons: reasons.map(([type = '', comment = '']) => ({ type, comment })),
      headerFrom,
      envelopeFrom,
      envelopeTo,
      dkimResults: dkimResults.map(([domain = '', selector = '', result = '', humanResult = '']) => ({
        domain,
        selector,
        result,
        humanResult,
      })),
      spfResults: spfResults.map(([domain = '', scope = '', result = '', humanResult = '']) => ({
        domain,
        scope,
        result,
        humanResult,
      })),
    },
  };
}
