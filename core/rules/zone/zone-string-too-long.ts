import type { ZoneEntry } from '../../syntax/masterFile/entry';
import type { JoinedPiece } from '../../text/joinedText';
import { message } from '../../text/message';
import type { Edit } from '../../text/span';
import { STRING_LIMIT } from '../../values/characterString';
import { utf8Length } from '../../values/utf8';
import { rule } from '../rule';

export default rule({
  name: 'zone-string-too-long',
  on: 'zone-entry',
  severity: 'error',
  title: { en: 'A character-string of more than 255 octets', ja: '255 オクテットを超える文字列' },
  references: ['RFC 1035 §3.3', 'RFC 7208 §3.3'],
  check(entry, report) {
    for (const { kind, span } of entry.problems) {
      if (kind !== 'string-too-long') continue;
      const piece = entry.strings?.pieces.find(
        ({ source }) => source.start >= span.start && source.end <= span.end,
      );
      if (entry.strings === undefined || piece === undefined) continue;
      const octets = utf8Length(entry.strings.text.slice(piece.from, piece.to));
      report({
        span,
        message: message(
          {
            en: 'This string has {octets} octets, and one string holds 255 at most; BIND and NSD refuse the zone. Split it into several strings: receivers join them without a blank.',
            ja: 'この文字列は {octets} オクテットあります。1 つの文字列は 255 オクテットまでで、BIND と NSD はゾーンを拒否します。複数の文字列に分けてください（受信側は空白なしで連結します）。',
          },
          { octets },
        ),
        fixes: [
          {
            title: message({
              en: 'Split the string at 255 octets',
              ja: '255 オクテットごとに文字列を分割する',
            }),
            edits: splits(entry, piece),
          },
        ],
      });
    }
  },
});

/** The cuts that leave no string over 255 octets; an escape is one octet and stays whole. */
function splits(entry: ZoneEntry, piece: JoinedPiece): Edit[] {
  const edits: Edit[] = [];
  let octets = 0;
  for (const run of entry.strings?.runs ?? []) {
    if (run.from < piece.from || run.to > piece.to) continue;
    const escaped = run.to - run.from !== run.source.end - run.source.start;
    const characters = escaped ? [''] : [...entry.text.slice(run.source.start, run.source.end)];
    let at = run.source.start;
    for (const character of characters) {
      const size = escaped ? 1 : utf8Length(character);
      if (octets + size > STRING_LIMIT) {
        edits.push({ span: { start: at, end: at }, text: piece.quoted ? '" "' : ' ' });
        octets = 0;
      }
      octets += size;
      at += character.length;
    }
  }
  return edits;
}
