import { wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { rule } from '../rule';

export default rule({
  name: 'dmarc-foreign-record',
  on: 'dmarc-policy',
  severity: 'warning',
  title: { en: 'Another kind of record at `_dmarc`', ja: '`_dmarc` に別の種類のレコードがある' },
  references: ['RFC 9989 §4.10'],
  check(record, report) {
    if (record.content !== 'foreign') return;
    report({
      span: wholeSpan(record),
      message: message(
        {
          en: 'This is no DMARC record. Receivers look at `{owner}` for DMARC only and skip everything else. Move it to the name it belongs to.',
          ja: 'これは DMARC レコードではありません。受信側は `{owner}` では DMARC レコードだけを探し、それ以外は無視します。本来の名前に移してください。',
        },
        { owner: plainName(record.entry.owner.name) },
      ),
    });
  },
});
