import { rrType } from '../../facts/rrTypes';
import { isClass, isTtl } from './characters';
import type { EntryOwner, EntryProblem, Token, ZoneEntry } from './entry';
import { comparableName } from './names';
import { oddCharacters } from './oddCharacters';
import { readRdata } from './rdata/read';
import { ALL, BIND_KNOT } from './rdata/reader';
import { checkOwner, checkType, readRecordHead } from './recordHead';
import { joinStrings } from './strings';
import { tokenise } from './tokens';

/** What entries above say that counts for this one (RFC 1035 §5.1). */
export interface EntryContext {
  /** Absolute, with final dot. */
  readonly origin: string;
  /** The last stated owner; absent before the first. */
  readonly owner?: EntryOwner;
}

/** TXT, and SPF (type 99, the same format, withdrawn by RFC 7208 §3.1). */
export function holdsStrings(typeName: string): boolean {
  return typeName === 'TXT' || typeName === 'SPF';
}

/**
 * Reads one record.
 * @param text the entry's source from column 0 on; all spans count from its beginning
 */
export function parseEntry(text: string, context: EntryContext): ZoneEntry {
  const problems: EntryProblem[] = [];
  const tokens = tokenise(text, problems);
  const words = tokens.filter((t) => t.kind === 'word' || t.kind === 'quoted');
  const spell = (t: Token): string => text.slice(t.span.start, t.span.end);

  let next = 0;
  const inherits = /^[ \t\r]/.test(text);
  const ownerToken = inherits ? undefined : words[next++];
  const owner: EntryOwner =
    ownerToken === undefined
      ? inherited(context)
      : {
          span: ownerToken.span,
          written: spell(ownerToken),
          name: comparableName(spell(ownerToken), context.origin),
        };

  if (ownerToken !== undefined) checkOwner(text, ownerToken, context.origin, problems);
  else if (context.owner === undefined && words.length > 0) {
    problems.push({ kind: 'no-owner', span: words[0]!.span, refusedBy: BIND_KNOT });
  }
  const head = readRecordHead(text, words, next, problems);
  const typeName = head.type === undefined ? '' : spell(head.type).toUpperCase();
  checkType(text, head.type, ownerToken?.span, words.at(-1)?.span.end ?? 0, problems);
  const data = behindMisplaced(text, typeName, words.slice(head.next), problems);
  const headEnd = words[head.next - 1]?.span.end ?? 0;
  const strings = holdsStrings(typeName) ? joinStrings(text, data, problems) : undefined;
  const rdata = readRdata({ text, words: data, typeName, origin: context.origin, headEnd, problems });
  oddCharacters(text, tokens, problems);
  return {
    text,
    owner,
    origin: context.origin,
    ...(head.ttl && { ttl: head.ttl }),
    ...(head.class && { class: head.class }),
    ...(head.type && { type: head.type.span }),
    typeName,
    rdata: { start: data[0]?.span.start ?? headEnd, end: data.at(-1)?.span.end ?? headEnd },
    tokens,
    data: rdata,
    ...(strings && { strings }),
    problems: foreignComment(text, ownerToken, problems),
  };
}

/**
 * The RDATA without a class or TTL that stands in front of it by mistake (`www A IN 192.0.2.1`), where its first field
 * cannot be that word.
 */
function behindMisplaced(
  text: string,
  typeName: string,
  data: readonly Token[],
  problems: EntryProblem[],
): readonly Token[] {
  const [first] = data;
  const kind = rrType(typeName)?.fields[0]?.kind.is;
  if (first?.kind !== 'word' || data.length < 2 || kind === undefined) return data;
  if (kind === 'name' || kind === 'string') return data;
  const word = text.slice(first.span.start, first.span.end);
  const isTtlHere = (kind === 'ipv4' || kind === 'ipv6') && isTtl(word);
  if (!isTtlHere && !(isClass(word) && !/^CLASS/i.test(word))) return data;
  problems.push({
    kind: 'misplaced-head',
    detail: isTtlHere ? 'ttl-behind-type' : 'class-behind-type',
    span: first.span,
    refusedBy: ALL,
    values: { text: word, type: typeName },
  });
  return data.slice(1);
}

/** A line that begins with `#` or `//` and is no record was meant as a comment: one word on that is enough. */
function foreignComment(
  text: string,
  owner: Token | undefined,
  problems: readonly EntryProblem[],
): readonly EntryProblem[] {
  if (owner === undefined) return problems;
  const mark = /^(?:#|\/\/)/.exec(text.slice(owner.span.start, owner.span.end))?.[0];
  if (mark === undefined || !problems.some(({ refusedBy }) => refusedBy?.length === ALL.length))
    return problems;
  const span = { start: owner.span.start, end: owner.span.start + mark.length };
  return [{ kind: 'foreign-comment', span, refusedBy: ALL, values: { mark } }];
}

function inherited(context: EntryContext): EntryOwner {
  const { owner, origin } = context;
  return owner === undefined ? { name: origin, written: '' } : { name: owner.name, written: owner.written };
}
