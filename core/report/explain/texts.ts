import type { Localized } from '../../text/message';

/** The sentences that explain a record. Each stands by itself. */
export const sentenceTexts = {
  passBoth: {
    en: 'So DMARC passed for {from}, by DKIM and by SPF.',
    ja: 'したがって {from} の DMARC は DKIM と SPF の両方で合格です。',
  },
  passDkim: {
    en: 'So DMARC passed for {from}, by DKIM.',
    ja: 'したがって {from} の DMARC は DKIM により合格です。',
  },
  passSpf: {
    en: 'So DMARC passed for {from}, by SPF.',
    ja: 'したがって {from} の DMARC は SPF により合格です。',
  },
  fail: {
    en: 'So DMARC failed for {from}: neither SPF nor DKIM passed for an aligned domain.',
    ja: 'したがって {from} の DMARC は不合格です。アライメントの取れたドメインで SPF も DKIM も合格していません。',
  },
  noSpf: { en: 'The report gives no result of SPF.', ja: 'レポートに SPF の結果がありません。' },
  noDkim: {
    en: 'The report lists no DKIM signature.',
    ja: 'レポートに DKIM 署名の記載がありません。',
  },
  spfSame: {
    en: 'SPF passed for {domain}, the domain of the header From itself.',
    ja: 'SPF は {domain} で合格しました。ヘッダー From と同じドメインです。',
  },
  spfSameHelo: {
    en: 'SPF passed for the HELO name {domain}, which is the domain of the header From.',
    ja: 'SPF は HELO 名 {domain} で合格しました。ヘッダー From と同じドメインです。',
  },
  spfAligned: {
    en: 'SPF passed for {domain}, which is aligned with {from} ({mode}).',
    ja: 'SPF は {domain} で合格し、{from} とアライメントが取れています（{mode}）。',
  },
  spfUnaligned: {
    en: 'SPF passed for {domain}, which is not aligned with {from}: {why}.',
    ja: 'SPF は {domain} で合格しましたが、{from} とアライメントが取れていません（{why}）。',
  },
  spfFail: {
    en: 'SPF gave “{result}” for {domain}{meaning}.',
    ja: '{domain} の SPF の結果は「{result}」です{meaning}。',
  },
  dkimSame: {
    en: 'The DKIM signature by {domain} verified, and that is the domain of the header From.',
    ja: '{domain} の DKIM 署名は検証に成功しました。ヘッダー From と同じドメインです。',
  },
  dkimAligned: {
    en: 'The DKIM signature by {domain} verified and is aligned with {from} ({mode}).',
    ja: '{domain} の DKIM 署名は検証に成功し、{from} とアライメントが取れています（{mode}）。',
  },
  dkimUnaligned: {
    en: 'The DKIM signature by {domain} verified, but is not aligned with {from}: {why}.',
    ja: '{domain} の DKIM 署名は検証に成功しましたが、{from} とアライメントが取れていません（{why}）。',
  },
  dkimFail: {
    en: 'The DKIM signature by {domain} gave “{result}”{meaning}.',
    ja: '{domain} の DKIM 署名の結果は「{result}」です{meaning}。',
  },
  relaxed: { en: 'relaxed: same Organizational Domain', ja: 'relaxed: 組織ドメインが同じ' },
  strict: { en: 'strict: same domain', ja: 'strict: 同じドメイン' },
  onlyRelaxed: {
    en: 'the policy asks for strict alignment, and only the Organizational Domain is the same',
    ja: 'ポリシーは strict を求めていますが、一致するのは組織ドメインだけです',
  },
  otherDomain: { en: 'it belongs to another Organizational Domain', ja: '組織ドメインが異なります' },
  noMeaning: { en: '', ja: '' },
  temperror: { en: ': a DNS lookup failed for the moment', ja: '（DNS の一時的な失敗）' },
  spfPermerror: { en: ': the SPF record cannot be evaluated', ja: '（SPF レコードを評価できません）' },
  dkimPermerror: { en: ': the signature or its key cannot be used', ja: '（署名または鍵を使用できません）' },
  spfNone: { en: ': there is no SPF record', ja: '（SPF レコードがありません）' },
  followed: {
    en: 'The policy is {policy}, and the receiver did as it says ({disposition}).',
    ja: 'ポリシーは {policy} で、受信側はそのとおりに処理しました（{disposition}）。',
  },
  milder: {
    en: 'The policy is {policy}, but the receiver was milder ({disposition}).',
    ja: 'ポリシーは {policy} ですが、受信側はより緩く処理しました（{disposition}）。',
  },
  stricter: {
    en: 'The policy is {policy}, but the receiver was stricter ({disposition}) by rules of its own.',
    ja: 'ポリシーは {policy} ですが、受信側は独自の判断でより厳しく処理しました（{disposition}）。',
  },
  passedButHarmed: {
    en: 'Although DMARC passed, the receiver’s disposition was {disposition}.',
    ja: 'DMARC は合格ですが、受信側の処理は {disposition} でした。',
  },
  unknownHandling: {
    en: 'Policy: {policy}; disposition: {disposition} (“?” is not in the report).',
    ja: 'ポリシー: {policy}、処理: {disposition}（「?」はレポートに記載なし）。',
  },
  reason: {
    en: 'The receiver’s reason is “{type}”: {meaning}{comment}.',
    ja: '受信側の理由は「{type}」（{meaning}）です{comment}。',
  },
  reasonForwarded: { en: 'the mail was forwarded', ja: '転送されたメール' },
  reasonLocalPolicy: { en: 'a rule of the receiver’s own', ja: '受信側独自のルール' },
  reasonMailingList: { en: 'the mail came through a mailing list', ja: 'メーリングリスト経由' },
  reasonTestMode: { en: 'the policy is in test mode (t=y)', ja: 'ポリシーがテストモード (t=y)' },
  reasonSampledOut: { en: 'the message was outside the share that pct= asks for', ja: 'pct= の対象外' },
  reasonTrustedForwarder: { en: 'the receiver knows the forwarder', ja: '受信側が信頼する転送元' },
  reasonOther: { en: 'something else', ja: 'その他' },
  doubtFail: {
    en: 'By the results listed, {mechanism} should have passed, but the receiver says “{evaluated}”.',
    ja: '記載された結果からは {mechanism} は合格のはずですが、受信側の判定は「{evaluated}」です。',
  },
  doubtPass: {
    en: 'The receiver says that {mechanism} passed, but lists no result that passed for an aligned domain.',
    ja: '受信側は {mechanism} を合格としていますが、アライメントの取れた合格の結果が記載されていません。',
  },
} as const satisfies Record<string, Localized>;
