import { removing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'dmarc-tag-too-new',
  on: 'dmarc-policy',
  severity: 'information',
  title: {
    en: 'A tag that readers of RFC 7489 do not know',
    ja: 'RFC 7489 の受信側が知らないタグ',
  },
  references: ['RFC 7489 §6.3', 'RFC 9989 §4.7'],
  // Where newer readers count as well, the tag does its work for them.
  readers: ['rfc7489'],
  check(record, report) {
    for (const tag of record.tags) {
      const status = tag.definition?.status?.rfc7489;
      if (status !== 'unknown' && status !== 'rfc9091') continue;
      report({
        span: spanOf(record, tag),
        message: message(
          {
            en: '`{name}` came after RFC 7489: receivers that follow it skip the tag, so it does nothing there. Leave it out, or count on newer receivers only.',
            ja: '`{name}` は RFC 7489 より後に加わったタグです。RFC 7489 に従う受信側は読み飛ばすため、効果がありません。削除するか、新しい受信側だけで働くものと考えてください。',
          },
          { name: tag.key },
        ),
        tag: 'unnecessary',
        fixes: [{ title: removeTitle(`${tag.name.text}=${tag.value.text}`), edits: removing(record, tag) }],
      });
    }
  },
});
