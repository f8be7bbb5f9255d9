import { message } from '../../text/message';
import { rule } from '../rule';
import { replaceTitle } from '../titles';
import { targetsOf } from '../zoneRecords';

export default rule({
  name: 'zone-null-mx-preference',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'A null MX with a preference', ja: '優先度が 0 でない null MX' },
  references: ['RFC 7505 §3'],
  check({ records }, report) {
    for (const { anchor, value } of records) {
      if (value.typeName !== 'MX' || targetsOf(value)[0]?.name !== '.') continue;
      const [preference] = value.data.fields;
      if (preference?.number === undefined || preference.number === 0) continue;
      const { span } = preference;
      report({
        anchor,
        span,
        message: message({
          en: 'A null MX has the preference 0. Senders that compare the whole record do not recognise this one. Write `0 .`',
          ja: 'null MX の優先度は 0 と決められています。レコード全体を照合する送信側には null MX と認識されません。`0 .` と書いてください。',
        }),
        fixes: [
          { title: replaceTitle(value.text.slice(span.start, span.end), '0'), edits: [{ span, text: '0' }] },
        ],
      });
    }
  },
});
