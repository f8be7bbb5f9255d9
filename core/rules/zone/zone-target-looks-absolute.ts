import { message } from '../../text/message';
import { insertTitle } from '../titles';
import { rule } from '../rule';
import { looksAbsolute, shown, targetsOf } from '../zoneRecords';

export default rule({
  name: 'zone-target-looks-absolute',
  on: 'zone-owner',
  severity: 'warning',
  title: {
    en: 'A target that looks complete but lacks its final dot',
    ja: '完全な名前に見えるのに末尾のドットがない指定先',
  },
  references: ['RFC 1035 §5.1'],
  check({ records, zone }, report) {
    if (!zone.complete) return;
    for (const { anchor, value } of records) {
      for (const target of targetsOf(value)) {
        if (!looksAbsolute(value, target, zone)) continue;
        const { span, name } = target;
        report({
          anchor,
          span,
          message: message(
            {
              en: '`{written}` ends in a top-level domain but not in a dot, so the origin is added: it is read as `{name}`, which does not exist. Put a dot at its end.',
              ja: '`{written}` は実在するトップレベルドメインで終わりますが末尾にドットがなく、オリジンが補われて、存在しない `{name}` と解釈されます。末尾にドットを付けてください。',
            },
            { written: value.text.slice(span.start, span.end), name: shown(name) },
          ),
          fixes: [
            { title: insertTitle('.'), edits: [{ span: { start: span.end, end: span.end }, text: '.' }] },
          ],
        });
      }
    }
  },
});
