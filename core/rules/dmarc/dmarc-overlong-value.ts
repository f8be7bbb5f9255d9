import { spanOf } from '../../records/tagRecord';
import { message, type Localized } from '../../text/message';
import { rule } from '../rule';

/** What libopendmarc has room for: of a tag's value, and of one report address (opendmarc_policy.c). */
const VALUE_LIMIT = 512;
const ADDRESS_LIMIT = 256;

const VALUE: Localized = {
  en: 'The value of `{name}` has {length} octets. OpenDMARC passes over a tag of more than {limit}. Shorten it.',
  ja: '`{name}` の値が {length} オクテットあります。OpenDMARC は {limit} オクテットを超えるタグを無視します。短くしてください。',
};
const ADDRESS: Localized = {
  en: 'This address has {length} octets. OpenDMARC refuses the whole record for one of more than {limit}. Shorten it.',
  ja: 'この送付先は {length} オクテットあります。{limit} オクテットを超えるものがあると、OpenDMARC はレコード全体を拒否します。短くしてください。',
};

export default rule({
  name: 'dmarc-overlong-value',
  on: 'dmarc-policy',
  severity: 'information',
  title: { en: 'A value that is too long for OpenDMARC', ja: 'OpenDMARC が扱えない長さの値' },
  references: ['RFC 9989 §4.7'],
  check(record, report) {
    for (const { name, value, read } of record.tags) {
      const { length } = value.text;
      if (length > VALUE_LIMIT) {
        report({
          span: spanOf(record, value),
          message: message(VALUE, { name: name.text, length, limit: VALUE_LIMIT }),
        });
        continue;
      }
      for (const uri of read.type === 'report-uris' ? read.uris : []) {
        if (uri.text.length <= ADDRESS_LIMIT) continue;
        report({
          span: spanOf(record, uri),
          message: message(ADDRESS, { length: uri.text.length, limit: ADDRESS_LIMIT }),
        });
      }
    }
  },
});
