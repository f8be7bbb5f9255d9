import type { ZoneEntry } from '../../../../syntax/masterFile/entry';
import { comparableName, endsWithDot } from '../../../../syntax/masterFile/names';
import type { Edit, Span } from '../../../../text/span';
import { absoluteName, asciiLower } from '../../../../values/domainName';

/** Writes the owner and the names in RDATA in full, with the final dot. */
export function absoluteNames(entry: ZoneEntry): Edit[] {
  const { origin } = entry;
  return renamed(entry, (written) => {
    if (written === '@') return origin;
    if (endsWithDot(written) || absoluteName(written, origin) === undefined) return undefined;
    return origin === '.' ? `${written}.` : `${written}.${origin}`;
  });
}

/** Writes the owner and the names in RDATA without the origin, where they lie within it. */
export function relativeNames(entry: ZoneEntry): Edit[] {
  const { origin } = entry;
  if (origin === '.') return [];
  return renamed(entry, (written) => {
    if (!endsWithDot(written)) return undefined;
    const name = asciiLower(written);
    if (name === asciiLower(origin)) return '@';
    if (!name.endsWith(`.${asciiLower(origin)}`)) return undefined;
    const own = written.slice(0, written.length - origin.length - 1);
    // An escaped dot is none; and what is left must not mean something else.
    return endsWithDot(`${own}.`) && !/^(?:|@|\$.*|\\#)$/.test(own) ? own : undefined;
  });
}

function renamed({ text, owner, data }: ZoneEntry, rename: (written: string) => string | undefined): Edit[] {
  const names = data.fields.filter(({ name, field }) => name !== undefined && field.kind.is === 'name');
  const spans = [owner.span, ...names.map(({ span }) => span)].filter((span) => span !== undefined);
  return spans.flatMap((span: Span) => {
    const next = rename(text.slice(span.start, span.end));
    return next === undefined ? [] : [{ span, text: next }];
  });
}

/** Writes the owner that an entry inherits, in the room that its indentation leaves. */
export function statedOwner({ text, owner, origin }: ZoneEntry): Edit[] {
  if (owner.span !== undefined || owner.written === '') return [];
  // Written under another origin, it has to be written anew.
  const name = comparableName(owner.written, origin) === owner.name ? owner.written : owner.name;
  const indent = /^[ \t]+/.exec(text)?.[0] ?? '';
  const room = /^ +$/.test(indent) && indent.length > name.length ? name.length : 0;
  return [{ span: { start: 0, end: room }, text: name }];
}
