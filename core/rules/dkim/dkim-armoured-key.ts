import { isWholeKey } from '../../records/dkimKey';
import { replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'dkim-armoured-key',
  on: 'dkim-key',
  severity: 'error',
  title: { en: 'The key still has its PEM lines', ja: '鍵に PEM の行が残っている' },
  references: ['RFC 6376 §3.6.1', 'RFC 7468 §2'],
  check(record, report) {
    if (record.content !== 'key') return;
    const { faults, octets } = record.key();
    if (octets.kind === 'certificate') return;
    for (const { kind, from, to } of faults) {
      if (kind !== 'armour') continue;
      const part = { from, to };
      const found = record.text.text.slice(from, to);
      report({
        span: spanOf(record, part),
        message: message(
          {
            en: '`{found}` is a line of a PEM file, no part of the key, and receivers cannot read what stands here. Leave only the Base64 between the lines.',
            ja: '`{found}` は PEM ファイルの行であって鍵の一部ではなく、受信側は鍵を読めません。BEGIN と END の行の間にある Base64 だけを書いてください。',
          },
          { found },
        ),
        fixes: isWholeKey(octets) ? [{ title: removeTitle(found), edits: replacing(record, part, '') }] : [],
      });
    }
  },
});
