import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { isWithin, labelsOf, plainName } from '../../values/domainName';
import { rule } from '../rule';

export default rule({
  name: 'dmarc-external-reports',
  on: 'dmarc-policy',
  severity: 'information',
  title: { en: 'Reports go to another domain', ja: 'レポートが別のドメインに送られる' },
  references: ['RFC 9990 §4', 'RFC 9991 §5'],
  check(record, report) {
    if (record.place !== 'policy') return;
    const { domain, entry } = record;
    // A zone above the public suffixes says nothing about who is one organisation.
    const zone = labelsOf(entry.origin).length < 2 ? domain : entry.origin;
    for (const { read } of record.tags) {
      for (const uri of read.type === 'report-uris' ? read.uris : []) {
        if (uri.domain === undefined || uri.problem !== undefined) continue;
        const own = [domain, zone].some((name) => isWithin(uri.domain!, name) || isWithin(name, uri.domain!));
        if (own) continue;
        report({
          span: spanOf(record, uri),
          message: message(
            {
              en: 'Reports go to {report}, another domain. Receivers send them only where it agrees: unless both belong to one organisation, a TXT record `v=DMARC1` must stand at `{owner}`.',
              ja: 'レポートの送付先 {report} は別のドメインです。両者が同じ組織ドメインに属さない限り、`{owner}` に TXT レコード `v=DMARC1` がないとレポートは送られません。',
            },
            { report: uri.domain, owner: `${plainName(domain)}._report._dmarc.${uri.domain}` },
          ),
        });
      }
    }
  },
});
