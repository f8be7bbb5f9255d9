import { message, type Localized } from '../../text/message';
import { rule } from '../rule';
import { isAddress, targetsOf } from '../zoneRecords';

/** Types whose RDATA names a host that must have an address. */
const HOST_TYPES: ReadonlySet<string> = new Set(['NS', 'MX', 'SRV', 'CNAME', 'KX', 'AFSDB', 'RT']);

const NAME_SERVER: Localized = {
  en: '`{written}` is an address, but an NS record names a host: read as a name it leads nowhere, and BIND and Knot DNS refuse the zone. Name the host, and give that name an A record.',
  ja: '`{written}` はアドレスですが、NS レコードにはホスト名を書きます。名前として扱われて行き先がなくなり、BIND と Knot DNS はゾーンを拒否します。ホスト名を書き、その名前に A レコードを付けてください。',
};

const HOST: Localized = {
  en: '`{written}` is an address, but {article} record names a host: the address is read as a name that leads nowhere. Name the host, and give that name an A record.',
  ja: '`{written}` はアドレスですが、{type} レコードにはホスト名を書きます。アドレスは存在しない名前として扱われます。ホスト名を書き、その名前に A レコードを付けてください。',
};

export default rule({
  name: 'zone-target-is-address',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'An address where a host name belongs', ja: 'ホスト名の位置に書かれたアドレス' },
  references: ['RFC 1035 §3.3.9', 'RFC 1035 §3.3.11', 'RFC 5321 §5.1', 'RFC 2782'],
  check({ records }, report) {
    for (const { anchor, value } of records) {
      const { typeName } = value;
      if (!HOST_TYPES.has(typeName)) continue;
      for (const target of targetsOf(value)) {
        if (!isAddress(value, target)) continue;
        report({
          anchor,
          span: target.span,
          message: message(typeName === 'NS' ? NAME_SERVER : HOST, {
            written: value.text.slice(target.span.start, target.span.end),
            type: typeName,
            article: withArticle(typeName),
          }),
        });
      }
    }
  },
});

/** "an MX", "a CNAME": letters that are spelt with a vowel take "an". */
function withArticle(type: string): string {
  return `${/^[AEFHILMNORSX]/.test(type) ? 'an' : 'a'} ${type}`;
}
