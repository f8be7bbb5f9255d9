import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { message } from '../../text/message';
import type { Edit } from '../../text/span';
import { holdsPrivateKey } from '../../values/privateKey';
import { rule } from '../rule';

/** How the records of mail authentication begin (SPF, DMARC, DKIM, MTA-STS, TLS-RPT, BIMI). */
const MAIL_AUTHENTICATION = /^v=(?:spf1|DMARC1|DKIM1|STSv1|TLSRPTv1|BIMI1)\b/i;

export default rule({
  name: 'zone-unquoted-record',
  on: 'zone-entry',
  severity: 'warning',
  title: { en: 'A record whose text is not quoted', ja: '引用符で囲まれていないレコード' },
  references: ['RFC 1035 §5.1'],
  check(entry, report) {
    const pieces = entry.strings?.pieces ?? [];
    const first = pieces[0];
    if (entry.strings === undefined || first === undefined || first.quoted) return;
    const beginning = entry.strings.text.slice(first.from, first.to);
    if (!MAIL_AUTHENTICATION.test(beginning)) return;
    // Such text comes into no message.
    if (holdsPrivateKey(entry.strings.text)) return;
    const last = pieces.at(-1) ?? first;
    const cut = entry.tokens.find((t) => t.kind === 'comment' && t.span.start >= last.source.end);
    const span = { start: first.source.start, end: entry.rdata.end };
    const oneLine = !entry.text.slice(first.source.start, cut?.span.end ?? last.source.end).includes('\n');
    const swallowed = cut !== undefined && cut.span.start === last.source.end;
    // In a tag list nothing is lost with the blanks; in SPF they part the terms (RFC 7208 §4.6.1).
    if (!swallowed && (pieces.length === 1 || !/^v=spf1$/i.test(beginning))) return;
    report({
      span,
      message: swallowed
        ? message(
            {
              en: 'Outside of quotes a `;` begins a comment: receivers only see `{text}`. Put the whole text in quotes.',
              ja: '引用符の外では `;` 以降がコメントになり、受信側には `{text}` しか見えません。全体を引用符で囲んでください。',
            },
            { text: entry.strings.text },
          )
        : message(
            {
              en: 'Outside of quotes each word is a string of its own, and receivers join them without blanks: they read `{text}`. Put the whole text in quotes.',
              ja: '引用符の外では語ごとに別の文字列となり、受信側は空白なしで連結して `{text}` と読みます。全体を引用符で囲んでください。',
            },
            { text: entry.strings.text },
          ),
      fixes:
        oneLine && pieces.every((piece) => !piece.quoted)
          ? [
              {
                title: message({ en: 'Put the text in quotes', ja: '全体を引用符で囲む' }),
                edits: quoted(entry, span.start, swallowed ? cut.span.end : span.end),
              },
            ]
          : [],
    });
  },
});

/** Quotes around the text, which ends before a comment behind a blank: what follows ` ; ` was meant as one. */
function quoted(entry: ZoneEntry, start: number, end: number): Edit[] {
  const text = entry.text.slice(start, end);
  const comment = /\s+;.*$/.exec(text.replace(/;\s+\S+=/g, (tag) => 'x'.repeat(tag.length)));
  const to = start + (comment?.index ?? text.trimEnd().length);
  const inside = entry.text.slice(start, to).replaceAll('"', '\\"');
  return [{ span: { start, end: to }, text: `"${inside}"` }];
}
