import { removing, spanOf, statedKeyword } from '../../records/tagRecord';
import { message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { isPublicSuffix } from '../../values/publicSuffix';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'dmarc-public-suffix-claim',
  on: 'dmarc-policy',
  severity: 'warning',
  title: {
    en: 'An ordinary domain that calls itself a public suffix',
    ja: 'パブリックサフィックスを名乗る通常のドメイン',
  },
  references: ['RFC 9989 §4.7', 'RFC 9989 §4.10.2'],
  readers: ['both', 'rfc9989'],
  check(record, report) {
    const tag = record.byName.get('psd');
    if (tag === undefined || statedKeyword(record, 'psd') !== 'y' || record.place !== 'policy') return;
    if (isPublicSuffix(record.domain)) return;
    report({
      span: spanOf(record, tag),
      message: message(
        {
          en: '`psd=y` says that others register names below {domain}, so receivers take each of its subdomains for an organization of its own: mail of one no longer passes by SPF or DKIM of another. The public suffix list does not have {domain}. Remove the tag.',
          ja: '`psd=y` は {domain} の下に他者が名前を登録することを示します。受信側は各サブドメインを別々の組織とみなすため、別のサブドメインの SPF や DKIM では成功しなくなります。{domain} はパブリックサフィックスリストにありません。タグを削除してください。',
        },
        { domain: plainName(record.domain) },
      ),
      fixes: [{ title: removeTitle(`${tag.name.text}=${tag.value.text}`), edits: removing(record, tag) }],
    });
  },
});
