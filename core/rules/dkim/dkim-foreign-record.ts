import { wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { rule } from '../rule';

export default rule({
  name: 'dkim-foreign-record',
  on: 'dkim-key',
  severity: 'warning',
  title: {
    en: 'Another kind of record below `_domainkey`',
    ja: '`_domainkey` の下に別の種類のレコードがある',
  },
  references: ['RFC 6376 §3.6.2.2'],
  check(record, report) {
    if (record.content !== 'foreign') return;
    report({
      span: wholeSpan(record),
      message: message(
        {
          en: 'This is no DKIM key. Receivers look at `{owner}` for keys only. Move it to the name it belongs to.',
          ja: 'これは DKIM の鍵ではありません。受信側は `{owner}` では鍵だけを探します。本来の名前に移してください。',
        },
        { owner: plainName(record.entry.owner.name) },
      ),
    });
  },
});
