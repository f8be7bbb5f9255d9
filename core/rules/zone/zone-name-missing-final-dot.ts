import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { endsWithDot } from '../../syntax/masterFile/names';
import type { Span } from '../../text/span';
import { message } from '../../text/message';
import { absoluteName, isWithin, labelsOf, plainName } from '../../values/domainName';
import { rule } from '../rule';
import { insertTitle } from '../titles';

/** Types whose RDATA holds domain names, and which of its words they are. */
const NAME_WORDS: Readonly<Record<string, readonly number[]>> = {
  NS: [0],
  CNAME: [0],
  DNAME: [0],
  PTR: [0],
  MX: [1],
  SRV: [3],
  SOA: [0, 1],
  AFSDB: [1],
  RP: [0, 1],
};

export default rule({
  name: 'zone-name-missing-final-dot',
  on: 'zone-entry',
  severity: 'warning',
  title: { en: 'A full name without its final dot', ja: '末尾のドットがない完全な名前' },
  references: ['RFC 1035 §5.1'],
  check(entry, report) {
    for (const span of nameSpans(entry)) {
      const written = entry.text.slice(span.start, span.end);
      if (!lacksDot(written, entry.origin)) continue;
      report({
        span,
        message: message(
          {
            en: '`{written}` lacks its final dot, so the server adds the origin and reads `{read}`. Put a dot at its end.',
            ja: '`{written}` の末尾にドットがないため、オリジンが補われて `{read}` と解釈されます。末尾にドットを付けてください。',
          },
          { written, read: absoluteName(written, entry.origin) ?? `${written}.${entry.origin}` },
        ),
        fixes: [
          { title: insertTitle('.'), edits: [{ span: { start: span.end, end: span.end }, text: '.' }] },
        ],
      });
    }
  },
});

/** The owner, where this entry states it, and the names in its RDATA. */
function nameSpans(entry: ZoneEntry): Span[] {
  const words = entry.tokens.filter(
    ({ kind, span }) => kind === 'word' && span.start >= entry.rdata.start && span.end <= entry.rdata.end,
  );
  const data = (NAME_WORDS[entry.typeName] ?? []).flatMap((index) => words[index]?.span ?? []);
  return entry.owner.span === undefined ? data : [entry.owner.span, ...data];
}

/** Whether a relative name already ends in the origin's own name. In a zone such as `jp.` that says nothing. */
function lacksDot(written: string, origin: string): boolean {
  if (written === '@' || endsWithDot(written) || labelsOf(origin).length < 2) return false;
  const alone = absoluteName(`${plainName(written)}.`, '.');
  return alone !== undefined && isWithin(alone, origin);
}
