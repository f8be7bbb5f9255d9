import { message } from '../../text/message';
import { rule } from '../rule';
import { FIRST_ONE, recordSpan, relatedRecord, shown, targetsOf } from '../zoneRecords';

export default rule({
  name: 'zone-repeated-mail-server',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'A mail server with two preferences', ja: '優先度の異なる同じメールサーバー' },
  references: ['RFC 5321 §5.1'],
  check({ records }, report) {
    const known = new Map<
      string,
      { readonly record: (typeof records)[number]; readonly preference: number }
    >();
    for (const record of records) {
      const { anchor, value } = record;
      const target = value.typeName === 'MX' ? targetsOf(value)[0] : undefined;
      const preference = value.data.fields[0]?.number;
      if (target === undefined || preference === undefined || target.name === '.') continue;
      const before = known.get(target.name);
      if (before === undefined) {
        known.set(target.name, { record, preference });
        continue;
      }
      // The very same record twice is another matter.
      if (before.preference === preference) continue;
      report({
        anchor,
        span: recordSpan(value),
        message: message(
          {
            en: 'The mail server `{server}` is listed twice, with preference {first} and {second}: senders that cannot reach it try it again in vain. Keep one of the two.',
            ja: 'メールサーバー `{server}` が優先度 {first} と {second} で二重に指定されています。接続できない送信側が、同じサーバーを無駄に再試行します。一方だけにしてください。',
          },
          { server: shown(target.name), first: before.preference, second: preference },
        ),
        related: [relatedRecord(before.record, FIRST_ONE)],
      });
    }
  },
});
