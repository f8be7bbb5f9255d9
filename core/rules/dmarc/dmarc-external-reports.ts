import { message } from '../../text/message';
import { externalReports } from '../dmarcReports';
import { rule } from '../rule';

export default rule({
  name: 'dmarc-external-reports',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'Reports go to another domain', ja: 'レポートが別のドメインに送られる' },
  references: ['RFC 9990 §4', 'RFC 9991 §5'],
  check(owner, report) {
    for (const { anchor, span, domain, shown, state } of owner.once(externalReports)) {
      if (state !== 'unknown') continue;
      report({
        anchor,
        span,
        message: message(
          {
            en: 'Reports go to {report}, which belongs to another organization. Receivers send them only where it agrees: a TXT record `v=DMARC1` must stand at `{owner}`.',
            ja: 'レポートの送付先 {report} は別の組織のドメインです。`{owner}` に TXT レコード `v=DMARC1` がないとレポートは送られません。',
          },
          { report: domain, owner: shown },
        ),
      });
    }
  },
});
