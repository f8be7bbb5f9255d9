import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

/** So many each receiver has to serve (RFC 7489 §6.2). */
const SERVED = 2;

export default rule({
  name: 'dmarc-many-report-addresses',
  on: 'dmarc-policy',
  severity: 'information',
  title: {
    en: 'More report addresses than receivers must serve',
    ja: '受信側の対応が保証されない数の送付先',
  },
  references: ['RFC 7489 §6.2'],
  check(record, report) {
    for (const { name, read } of record.tags) {
      if (read.type !== 'report-uris') continue;
      const uris = read.uris.filter(({ problem }) => problem === undefined);
      const beyond = uris[SERVED];
      if (beyond === undefined) continue;
      report({
        span: spanOf(record, { from: beyond.from, to: uris.at(-1)!.to }),
        message: message(
          {
            en: '`{name}` lists {count} addresses. Receivers have to serve {served}, and some send nothing to the others. Let one address hand the reports on.',
            ja: '`{name}` に送付先が {count} 個あります。受信側が必ず対応するのは {served} 個までで、残りには送らない実装もあります。一つの送付先から転送してください。',
          },
          { name: name.text, count: uris.length, served: SERVED },
        ),
      });
    }
  },
});
