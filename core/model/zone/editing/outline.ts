import type { Span } from '../../../text/span';
import { shiftSpan } from '../../../text/span';
import { walkOf } from '../locate';
import { comparableName } from '../../../syntax/masterFile/names';
import { plainName } from '../../../values/domainName';
import { holdsPrivateKey } from '../../../values/privateKey';
import type { OutlineNode } from '../../editing';
import { entriesBetween } from '../lookup';
import { zoneApex } from '../place';
import { nextEntry, wordHere } from '../walk';
import type { ZoneModel } from '../zone';
import { dataWords, readDirective, spell } from './standing';

/** An outline with more records than this is cut off: nobody reads it, and editors choke on it. */
const MOST_RECORDS = 10_000;

/** How much of a record's data stands beside its type. */
const EXCERPT = 60;

interface OpenOwner {
  readonly name: string;
  readonly kind: OutlineNode['kind'];
  readonly start: number;
  readonly selection: Span;
  readonly types: Set<string>;
  readonly children: OutlineNode[];
}

/**
 * The owners in document order, their records below them; directives between. Records of one owner that stand apart
 * make several nodes, because a node is a stretch of the document. What is beyond the limit is one last node.
 */
export function zoneOutline(model: ZoneModel): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  let owner: OpenOwner | undefined;
  let count = 0;
  const apex = zoneApex(model);
  const close = (): void => {
    if (owner !== undefined) nodes.push(ownerNode(owner));
    owner = undefined;
  };
  for (const standing of entriesBetween(model)) {
    const { start, end } = standing;
    if (count++ >= MOST_RECORDS) {
      close();
      const rest = { start, end: model.text.length };
      nodes.push({ name: '…', kind: 'owner', span: rest, selection: { start, end } });
      return nodes;
    }
    if (standing.kind === 'directive') {
      close();
      const directive = readDirective(standing);
      const [first] = directive.arguments;
      nodes.push({
        name: `$${directive.name}`,
        ...(first && {
          detail: directive.text.slice(first.span.start, directive.arguments.at(-1)!.span.end),
        }),
        kind: 'directive',
        span: { start, end },
        selection: shiftSpan(directive.nameSpan, start),
      });
      continue;
    }
    const { entry } = standing;
    const { name } = entry.owner;
    if (owner?.name !== name) {
      close();
      const selection = shiftSpan(entry.owner.span ?? entry.type ?? { start: 0, end: 0 }, start);
      const kind = name === apex ? 'zone' : 'owner';
      owner = { name, kind, start, selection, types: new Set(), children: [] };
    }
    owner.types.add(entry.typeName);
    owner.children.push({
      name: entry.typeName === '' ? '?' : entry.typeName,
      // A private key is shown nowhere again.
      detail: holdsPrivateKey(entry.strings?.text ?? '')
        ? ''
        : excerpt(dataWords(entry).map((token) => spell(entry.text, token))),
      kind: 'record',
      span: { start, end },
      selection: shiftSpan(entry.type ?? entry.owner.span ?? { start: 0, end: 0 }, start),
    });
  }
  close();
  return nodes;
}

function ownerNode({ name, kind, start, selection, types, children }: OpenOwner): OutlineNode {
  const span = { start, end: children.at(-1)!.span.end };
  return { name: plainName(name), detail: [...types].join(' '), kind, span, selection, children };
}

/** Data in one line, cut to what can be read at a glance. */
function excerpt(words: readonly string[]): string {
  let text = '';
  for (const word of words) {
    if (text.length > EXCERPT) break;
    text += (text === '' ? '' : ' ') + word.replace(/\s+/g, ' ');
  }
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text;
}

/**
 * Owners whose absolute name holds a text, as the search over all of a workspace asks.
 *
 * A block is only walked through where its text, or an origin, holds the beginning of what is asked for.
 */
export function zoneSearch(model: ZoneModel, query: string, limit: number): OutlineNode[] {
  const wanted = query.toLowerCase();
  const label = wanted.split('.').find((part) => part !== '') ?? '';
  const found: OutlineNode[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < model.sections.length && found.length < limit; index++) {
    const { chunk, context, contextOut } = model.sections[index]!;
    const may =
      context.origin.includes(label) ||
      contextOut.origin.includes(label) ||
      chunk.text.toLowerCase().includes(label);
    if (!may) continue;
    const base = model.text.starts[index]!;
    const walk = walkOf(model, index);
    while (nextEntry(walk) && found.length < limit) {
      const { head, scan } = walk;
      if (head.kind !== 'record' || !head.owner) continue;
      const name = comparableName(wordHere(walk, 0), walk.origin);
      if (!name.includes(wanted) || seen.has(name)) continue;
      seen.add(name);
      const span = { start: base + scan.words[0]!, end: base + scan.words[1]! };
      found.push({ name: plainName(name), kind: 'owner', span, selection: span });
    }
  }
  return found;
}
