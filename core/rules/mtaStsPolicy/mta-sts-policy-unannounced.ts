import { announcement } from '../../model/mtaStsPolicyDomain';
import { message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-policy-unannounced',
  on: 'mta-sts-policy-file',
  severity: 'warning',
  title: { en: 'A policy that no record announces', ja: 'レコードで知らされていないポリシー' },
  references: ['RFC 8461 §3.1'],
  check(file, report) {
    const first = file.lines.find(({ value }) => value.kind !== 'blank');
    const published = first && file.published();
    if (published?.zone.complete !== true) return;
    const { domain, zone } = published;
    const owner = announcement(domain);
    if (zone.delegation(owner) !== undefined || zone.wildcardFor(owner) !== undefined) return;
    const types = zone.types(owner);
    // An alias leads to a record that stands elsewhere.
    if (types.has('TXT') || types.has('CNAME')) return;
    report({
      anchor: first!.anchor,
      span: first!.value.field?.keySpan ?? { start: 0, end: first!.value.text.length },
      message: message(
        {
          en: 'The zone of {domain} has no TXT record at `{owner}`, and without it no sender looks for the policy. Add one: `v=STSv1; id=1`, with another `id` whenever the policy changes.',
          ja: '{domain} のゾーンに `{owner}` の TXT レコードがなく、送信側はポリシーを取得しません。`v=STSv1; id=1` を加え、ポリシーを変えるたびに `id` も変更してください。',
        },
        { domain: plainName(domain), owner: plainName(owner) },
      ),
    });
  },
});
