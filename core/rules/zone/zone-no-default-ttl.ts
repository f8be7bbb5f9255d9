import { message } from '../../text/message';
import { rule } from '../rule';
import { headSpan } from '../zoneRecords';

export default rule({
  name: 'zone-no-default-ttl',
  on: 'zone-file',
  severity: 'information',
  title: { en: 'A zone without a default TTL', ja: '既定の TTL がないゾーン' },
  references: ['RFC 2308 §4', 'RFC 1035 §5.1'],
  check({ firstWithoutTtl, hasDefaultTtl, included }, report) {
    if (firstWithoutTtl === undefined || included) return;
    const { anchor, value } = firstWithoutTtl;
    const isSoa = value.typeName === 'SOA';
    report({
      anchor,
      span: headSpan(value),
      severity: isSoa ? 'information' : 'warning',
      message: isSoa
        ? message({
            en: 'No TTL is stated, so servers take one of their own choice: BIND the last number of the SOA record, others 3600 or 0 seconds. Begin the file with `$TTL 3600` or the like.',
            ja: 'TTL が書かれていないため、サーバーごとに異なる値が使われます（BIND は SOA レコードの最後の数値、ほかは 3600 秒や 0 秒）。ファイルの先頭に `$TTL 3600` などと書いてください。',
          })
        : hasDefaultTtl
          ? message({
              en: 'No TTL is known for this record, because `$TTL` only comes below it: BIND refuses the file. Move `$TTL` to the top.',
              ja: '`$TTL` がこれより下にあるため、このレコードの TTL が決まりません。BIND はファイルを拒否します。`$TTL` を先頭に移してください。',
            })
          : message({
              en: 'No TTL is known for this record: BIND refuses a file whose first record, other than SOA, has none. Begin the file with `$TTL 3600` or the like.',
              ja: 'このレコードの TTL が決まりません。SOA 以外の最初のレコードに TTL がないファイルを BIND は拒否します。先頭に `$TTL 3600` などと書いてください。',
            }),
    });
  },
});
