import { BIMI_DRAFT, bimiLabelIndex } from '../../records/bimi';
import { POLICY_LABEL, type DmarcPolicyRecord } from '../../records/dmarcPolicy';
import { recogniseRecord } from '../../records/recognise';
import { effectiveKeyword, wholeSpan } from '../../records/tagRecord';
import type { ZoneView } from '../../model/zone/view';
import { message, type Localized, type Message } from '../../text/message';
import { plainName, writeName } from '../../values/domainName';
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
const ABSENT: Localized = {
  en: 'Receivers show the logo only for mail under an enforced DMARC policy, and this zone has none for `{domain}`. Publish one with `quarantine` or `reject`.',
  ja: 'ロゴは、強制力のある DMARC ポリシーの下にあるメールでだけ表示されますが、このゾーンには `{domain}` のポリシーがありません。`quarantine` か `reject` のポリシーを公開してください。',
};

/** What the DMARC policy lacks; undefined where it is enforced, or where this zone cannot tell. */
function defect(zone: ZoneView, domain: readonly string[]): Message | undefined {
  for (let up = 0; up < domain.length; up++) {
    const name = writeName(domain.slice(up));
    if (!zone.isInZone(name)) break;
    const owner = writeName([POLICY_LABEL, ...domain.slice(up)]);
    // An alias leads to a policy that stands elsewhere; a wildcard may answer.
    if (zone.types(owner).has('CNAME') || zone.wildcardFor(owner) !== undefined) return undefined;
    const policies = zone.entries(owner, 'TXT').flatMap((entry): DmarcPolicyRecord[] => {
      const found = recogniseRecord(entry);
      return found?.kind === 'dmarc-policy' && found.value.content === 'dmarc' ? [found.value] : [];
    });
    const [policy] = policies;
    if (policy !== undefined) return policies.length === 1 ? weakness(policy, owner, up > 0) : undefined;
  }
  const { apex, complete } = zone;
  const known = complete && apex !== undefined && organizationalDomain(apex) === plainName(apex);
  return known ? message(ABSENT, { domain: plainName(writeName(domain)) }) : undefined;
}

function weakness(policy: DmarcPolicyRecord, owner: string, inherited: boolean): Message | undefined {
  const tag = inherited && policy.byName.has('sp') ? 'sp' : 'p';
  const value = effectiveKeyword(policy, tag) ?? 'none';
  if (value === 'none') return message(TOO_WEAK, { owner: plainName(owner), tag, value });
  const share = policy.byName.get('pct')?.read;
  if (share?.type !== 'integer' || share.number === undefined || share.number === 100) return undefined;
  return message(PARTIAL, { owner: plainName(owner), value: share.number });
}
