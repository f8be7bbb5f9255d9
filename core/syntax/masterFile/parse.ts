import { isClass, isTtl, ttlSeconds } from './characters';
import type { EntryOwner, EntryProblem, Token, ZoneEntry } from './entry';
import { comparableName } from './names';
import { readRdata } from './rdata/read';
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

  let ttl: ZoneEntry['ttl'];
  let klass: ZoneEntry['class'];
  for (; next < words.length; next++) {
    const token = words[next]!;
    const word = spell(token);
    if (ttl === undefined && token.kind === 'word' && isTtl(word)) {
      ttl = { span: token.span, seconds: ttlSeconds(word) };
    } else if (klass === undefined && token.kind === 'word' && isClass(word)) {
      klass = token.span;
    } else break;
  }

  const typeToken = words[next];
  const typeName = typeToken === undefined ? '' : spell(typeToken).toUpperCase();
  const data = words.slice(next + 1);
  const headEnd = typeToken?.span.end ?? words[next - 1]?.span.end ?? 0;
  const strings = holdsStrings(typeName) ? joinStrings(text, data, problems) : undefined;
  const rdata = readRdata({ text, words: data, typeName, origin: context.origin, headEnd, problems });
  return {
    text,
    owner,
    origin: context.origin,
    ...(ttl && { ttl }),
    ...(klass && { class: klass }),
    ...(typeToken && { type: typeToken.span }),
    typeName,
    rdata: { start: data[0]?.span.start ?? headEnd, end: data.at(-1)?.span.end ?? headEnd },
    tokens,
    data: rdata,
    ...(strings && { strings }),
    problems,
  };
}

function inherited(context: EntryContext): EntryOwner {
  const { owner, origin } = context;
  return owner === undefined ? { name: origin, written: '' } : { name: owner.name, written: owner.written };
}
