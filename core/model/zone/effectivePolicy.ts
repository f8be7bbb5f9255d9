import { answered, type Resolver } from '../../evaluate/dns';
import {
  policyByPublicSuffix,
  policyByTreeWalk,
  weaker,
  type EffectivePolicy,
} from '../../evaluate/dmarc/policy';
import {
  joinMessages,
  message,
  render,
  type Localized,
  type Message,
  type MessageValue,
} from '../../text/message';
import { plainName } from '../../values/domainName';
import { isPublicSuffix } from '../../values/publicSuffix';
import { viewResolver } from './resolver';
import type { ZoneView } from './view';

/** A policy under each standard. */
interface Policies {
  readonly rfc9989: EffectivePolicy;
  readonly rfc7489: EffectivePolicy;
}

/**
 * The DMARC policies that receivers come to for a domain, for a subdomain with no record of its own, and for one that
 * does not exist, by the records of this zone and of those open beside it: as the lines of a list.
 * @param domain absolute
 */
export function effectivePolicyWords(zone: ZoneView, domain: string): Message {
  const head = message({ en: '**Effective policy**', ja: '**実際に適用されるポリシー**' });
  return joinMessages([head, effectivePolicyLines(zone, domain)], { en: '\n', ja: '\n' });
}

/** The same without a heading. */
export function effectivePolicyLines(zone: ZoneView, domain: string): Message {
  const resolver = viewResolver(zone, zone.complete);
  const subdomain = unusedName(zone, domain);
  const wildcard = zone.wildcardFor(subdomain);
  const own = policiesOf(resolver, domain, true);
  const below = policiesOf(resolver, subdomain, true);
  return joinMessages(
    [
      line(message({ en: '{domain}', ja: '{domain}' }, { domain: plainName(domain) }), own, domain),
      line(message(SUBDOMAIN), below, domain),
      joinMessages(
        [
          line(message(MISSING), policiesOf(resolver, subdomain, false), domain),
          ...(wildcard === undefined ? [] : [message(COVERED, { wildcard: plainName(wildcard) })]),
        ],
        NOTHING,
      ),
    ],
    { en: '\n', ja: '\n' },
  );
}

const SUBDOMAIN: Localized = {
  en: 'a subdomain without a record of its own',
  ja: '自身のレコードを持たないサブドメイン',
};
const MISSING: Localized = { en: 'a subdomain that does not exist', ja: '存在しないサブドメイン' };
/** A wildcard answers for what its closest encloser does not have, but not below names that exist (RFC 4592 §3.3.1). */
const COVERED: Localized = {
  en: '; only below names that exist, as `{wildcard}` answers elsewhere',
  ja: '。ただし `{wildcard}` が応答するため、既存の名前の下だけが対象',
};

/** A name below a domain that the zone does not have. */
function unusedName(zone: ZoneView, domain: string): string {
  const below = domain === '.' ? '.' : `.${domain}`;
  for (let number = 0; ; number++) {
    const name = `subdomain${number === 0 ? '' : number}${below}`;
    if (!zone.exists(name)) return name;
  }
}

function policiesOf(resolver: Resolver, domain: string, exists: boolean): Policies {
  return {
    rfc9989: answered(policyByTreeWalk(domain, exists), resolver),
    rfc7489: answered(policyByPublicSuffix(domain), resolver),
  };
}

/** A line for both standards where they agree, else each with its own words. */
function line(who: Message, { rfc9989, rfc7489 }: Policies, domain: string): Message {
  const [newer, older] = [policyWords(rfc9989, domain), policyWords(rfc7489, domain)];
  const alike = render(newer, 'en') === render(older, 'en');
  const head = joinMessages([message({ en: '- ', ja: '- ' }), who, message({ en: ': ', ja: ': ' })], NOTHING);
  if (alike) return joinMessages([head, newer], NOTHING);
  return joinMessages(
    [head, newer, message(BY, { rfc: 'RFC 9989' }), message(AND), older, message(BY, { rfc: 'RFC 7489' })],
    NOTHING,
  );
}

const NOTHING: Localized = { en: '', ja: '' };
const BY: Localized = { en: ' ({rfc})', ja: '（{rfc}）' };
const AND: Localized = { en: '; ', ja: '、' };

/** @param domain whose record it is that the reader looks at */
function policyWords(policy: EffectivePolicy, domain: string): Message {
  if (policy.kind === 'unknown') {
    const words: Localized = {
      en: 'not known, as {at} lies outside of the zones at hand',
      ja: '不明（{at} は開いているゾーンの外にあります）',
    };
    return isPublicSuffix(policy.at)
      ? message(NO_POLICY['no-record'])
      : message(words, { at: plainName(policy.at) });
  }
  const from = plainName(policy.from ?? domain);
  if (policy.kind === 'none') return message(NO_POLICY[policy.reason], { from });
  const { asked, applied, share } = policy;
  const values: Record<string, MessageValue> = { asked, applied, share, rest: weaker(asked), from };
  const parts = [message(levelOf(policy), values)];
  if (policy.from !== domain) parts.push(message(FROM, values));
  // Registries seldom publish a policy, and theirs counts only where there is no other.
  const open = policy.unasked.filter((name) => !isPublicSuffix(name));
  if (open.length > 0) parts.push(message(UNLESS, { names: open.map(plainName).join(', ') }));
  return joinMessages(parts, NOTHING);
}

function levelOf({ tag, asked, applied, share }: Extract<EffectivePolicy, { kind: 'policy' }>): Localized {
  if (tag === undefined) {
    return {
      en: '`none`, because a policy is missing or broken',
      ja: '`none`（ポリシーが無いか正しくないため）',
    };
  }
  if (asked !== applied) {
    return {
      en: '`{asked}`, applied as `{applied}` under `t=y`',
      ja: '`{asked}`（`t=y` により `{applied}` として適用）',
    };
  }
  if (share < 100 && asked !== 'none') {
    return {
      en: '`{asked}` for {share}% of the mail, `{rest}` for the rest',
      ja: 'メールの {share}% に `{asked}`、残りに `{rest}`',
    };
  }
  return { en: '`{asked}`', ja: '`{asked}`' };
}

const FROM: Localized = { en: ', from the record of {from}', ja: '（{from} のレコードによる）' };
const UNLESS: Localized = {
  en: ', unless {names} has a record, which is outside of the zones at hand',
  ja: '（開いているゾーンの外にある {names} にレコードがなければ）',
};
const NO_POLICY: Readonly<Record<Extract<EffectivePolicy, { kind: 'none' }>['reason'], Localized>> = {
  'no-record': { en: 'no policy', ja: 'ポリシーなし' },
  'several-records': {
    en: 'no policy, because {from} has several records',
    ja: 'ポリシーなし（{from} にレコードが複数あるため）',
  },
  unusable: {
    en: 'no policy, because in the record of {from} a policy is missing or broken and no report address is named',
    ja: 'ポリシーなし（{from} のレコードのポリシーが無いか正しくなく、レポートの送付先もないため）',
  },
};
