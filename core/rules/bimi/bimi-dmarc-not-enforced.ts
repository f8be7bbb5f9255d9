import { policyByPublicSuffix } from '../../evaluate/dmarc/policy';
import { policyAt } from '../../evaluate/dmarc/treeWalk';
import { answered } from '../../evaluate/dns';
import { viewResolver } from '../../model/zone/resolver';
import { BIMI_DRAFT, bimiLabelIndex } from '../../records/bimi';
import { POLICY_LABEL } from '../../records/dmarcPolicy';
import { wholeSpan } from '../../records/tagRecord';
import type { ZoneView } from '../../model/zone/view';
import { message, type Localized, type Message } from '../../text/message';
import { labelsOf, plainName, writeName } from '../../values/domainName';
import { organizationalDomain } from '../../values/publicSuffix';
import { rule } from '../rule';

export default rule({
  name: 'bimi-dmarc-not-enforced',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'BIMI without an enforced DMARC policy', ja: 'DMARC が強制されていないドメインの BIMI' },
  references: [BIMI_DRAFT],
  check(owner, report) {
    const { labels } = owner;
    const index = bimiLabelIndex(labels);
    if (index < 0) return;
    let words: Message | undefined;
    for (const { anchor, recognised: record } of owner.records) {
      if (record?.kind !== 'bimi' || record.value.content !== 'own' || record.value.declines) continue;
      words ??= defect(owner.zone, labels.slice(index + 1));
      if (words === undefined) return;
      report({ anchor, span: wholeSpan(record.value), message: words });
    }
  },
});

const TOO_WEAK: Localized = {
  en: 'Receivers show the logo only for mail under an enforced DMARC policy, and `{owner}` asks for `{tag}={value}`. Move to `quarantine` or `reject` first.',
  ja: 'ロゴは、強制力のある DMARC ポリシーの下にあるメールでだけ表示されますが、`{owner}` は `{tag}={value}` です。まず `quarantine` か `reject` に進めてください。',
};
const PARTIAL: Localized = {
  en: 'Receivers show the logo only where the DMARC policy holds for all mail, and `{owner}` has `pct={value}`. Take `pct` out.',
  ja: 'ロゴは、DMARC ポリシーがすべてのメールに適用される場合にだけ表示されますが、`{owner}` は `pct={value}` です。`pct` を削除してください。',
};
const TESTING: Localized = {
  en: 'Receivers show the logo only for mail under an enforced DMARC policy, and with `t=y` `{owner}` asks for `none` in effect. Take `t=y` out first.',
  ja: 'ロゴは、強制力のある DMARC ポリシーの下にあるメールでだけ表示されますが、`{owner}` は `t=y` のため実質 `none` です。まず `t=y` を外してください。',
};
const ABSENT: Localized = {
  en: 'Receivers show the logo only for mail under an enforced DMARC policy, and this zone has none for `{domain}`. Publish one with `quarantine` or `reject`.',
  ja: 'ロゴは、強制力のある DMARC ポリシーの下にあるメールでだけ表示されますが、このゾーンには `{domain}` のポリシーがありません。`quarantine` か `reject` のポリシーを公開してください。',
};

/** What the DMARC policy lacks; undefined where it is enforced, or where this zone cannot tell. */
function defect(zone: ZoneView, labels: readonly string[]): Message | undefined {
  const domain = writeName(labels);
  const resolver = viewResolver(zone, zone.complete);
  // BIMI counts on the Organizational Domain of the public suffix list: a walk up the tree leaves the zone.
  const policy = answered(policyByPublicSuffix(domain), resolver);
  if (policy.kind === 'none' && policy.reason === 'no-record')
    return message(ABSENT, { domain: plainName(domain) });
  if (policy.kind !== 'policy') return undefined;
  const { from, asked, share } = policy;
  const owner = plainName(writeName([POLICY_LABEL, ...labelsOf(from)]));
  if (asked === 'none') return message(TOO_WEAK, { owner, tag: policy.tag ?? 'p', value: asked });
  const { policy: published } = answered(policyAt(from), resolver);
  if (published?.testing === true && asked === 'quarantine') return message(TESTING, { owner });
  // With `reject` the rest is still quarantined.
  if (share < 100 && asked === 'quarantine') return message(PARTIAL, { owner, value: share });
  const own = organizationalDomain(from) === plainName(from);
  if (own && published?.stated.sp === 'none') return message(TOO_WEAK, { owner, tag: 'sp', value: 'none' });
  return undefined;
}
