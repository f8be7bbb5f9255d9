import type { SourceKind } from '../../../core/report';
import type { Localized } from '../../../core/text/message';

/** The words of the readiness tab. */
export const words = {
  lead: {
    en: 'What would have happened to the mail in these reports under another policy. Counted message by message; receivers’ own exceptions are not counted on.',
    ja: '別のポリシーだった場合に、これらのレポートのメールがどうなっていたかを 1 通ずつ数えます。受信側独自の例外は考慮しません。',
  },
  filtered: {
    en: 'Only the records of the filter are counted.',
    ja: '絞り込み中のレコードだけを数えています。',
  },
  working: { en: 'Counting…', ja: '集計中…' },
  ready: {
    en: 'Nothing in these reports stands against {policy}: no message that seems to be wanted would have been touched.',
    ja: 'これらのレポートを見る限り {policy} にして問題ありません。必要と思われるメールへの影響はありません。',
  },
  notReady: {
    en: '{policy} would have touched {count} messages that may be wanted, from {sources} sources. Mend those first.',
    ja: '{policy} では、必要な可能性のあるメール {count} 通（送信元 {sources} 件）が影響を受けていました。先にこれらを直してください。',
  },
  noMail: { en: 'There are no messages to count.', ja: '対象のメッセージがありません。' },
  oneDay: {
    en: 'The reports cover one day. Two weeks or more show what is sent monthly or seldom.',
    ja: 'レポートは 1 日分です。月に一度などの低頻度のメールも確認するには、2 週間以上の期間が必要です。',
  },
  fewDays: {
    en: 'The reports cover {days} days. Two weeks or more show what is sent monthly or seldom.',
    ja: 'レポートは {days} 日分です。月に一度などの低頻度のメールも確認するには、2 週間以上の期間が必要です。',
  },
  none: { en: 'p=none', ja: 'p=none' },
  quarantine: { en: 'p=quarantine', ja: 'p=quarantine' },
  reject: { en: 'p=reject', ja: 'p=reject' },
  nobody: { en: 'Nothing happens to failing mail.', ja: '不合格のメールにも何も行われません。' },
  touchedQuarantine: { en: 'messages to the spam folder', ja: '通が迷惑メール扱い' },
  touchedReject: { en: 'messages refused', ja: '通が受信拒否' },
  touchedNone: { en: 'messages touched', ja: '通に影響' },
  failAnyway: { en: '{count} fail DMARC ({percent})', ja: 'DMARC 不合格 {count} 通（{percent}）' },
  milder: {
    en: '{count} of them meet a milder policy for subdomains (sp, np)',
    ja: 'うち {count} 通にはより緩いサブドメインのポリシー (sp、np) が適用',
  },
  newly: {
    en: '{count} of them pass today: stricter alignment fails them',
    ja: 'うち {count} 通は現在合格（アライメントの厳格化により不合格）',
  },
  inForce: { en: 'in force', ja: '適用中' },
  whatIf: { en: 'Also try', ja: '条件を変えて試す' },
  sp: { en: 'Subdomains (sp)', ja: 'サブドメイン (sp)' },
  np: { en: 'Names that do not exist (np)', ja: '存在しない名前 (np)' },
  adkim: { en: 'DKIM alignment (adkim)', ja: 'DKIM アライメント (adkim)' },
  aspf: { en: 'SPF alignment (aspf)', ja: 'SPF アライメント (aspf)' },
  asItIs: { en: 'as it is', ja: '現状のまま' },
  relaxed: { en: 'relaxed', ja: 'relaxed' },
  strict: { en: 'strict', ja: 'strict' },
  existence: {
    en: 'Which names exist is told by the zone files at hand; names that none of them tells count as existing.',
    ja: '名前の存在は手元のゾーンファイルで判断します。判断できない名前は存在するものとして数えます。',
  },
  first: { en: 'What to mend first at {policy}', ja: '{policy} にする前に直すもの' },
  hit: { en: '{count} messages', ja: '{count} 通' },
  ofAll: { en: 'of {all}', ja: '{all} 通中' },
  show: { en: 'Show the messages of {source}', ja: '{source} のメールを表示' },
  more: { en: 'and {count} more sources', ja: 'ほか {count} 件の送信元' },
  nothingToMend: { en: 'No source would be touched.', ja: '影響を受ける送信元はありません。' },
  raise: { en: 'Raise the Policy of {domain}…', ja: '{domain} のポリシーを強化…' },
  raiseHint: {
    en: 'Shows the change, then edits the DMARC record in the zone file.',
    ja: '変更内容を確認してから、ゾーンファイルの DMARC レコードを編集します。',
  },
  domain: { en: 'Domain', ja: 'ドメイン' },
} as const satisfies Record<string, Localized>;

/** What to do about a source that a policy would hit, by what it seems to be. */
export const advice: Readonly<Record<SourceKind, Localized>> = {
  yours: {
    en: 'Yours, and mostly fine: look at what fails there. Often one program sends without a signature.',
    ja: '自社の送信元で、大半は問題ありません。不合格のものを確認してください。署名なしで送っているプログラムが原因のことが多いです。',
  },
  misconfigured: {
    en: 'Seems to send for you without passing for your domain: let it sign with DKIM for your domain, or allow it in SPF and let it use your domain in the envelope.',
    ja: '自社のために送信しているものの、自社のドメインでは合格していません。自社のドメインで DKIM 署名させるか、SPF で許可してエンベロープにも自社のドメインを使わせてください。',
  },
  forwarder: {
    en: 'Forwards mail of yours: SPF cannot pass there. A DKIM signature that survives does; make sure that all of your mail is signed.',
    ja: '自社のメールを転送しています。転送先では SPF は合格しません。DKIM 署名が残れば合格するので、すべてのメールに署名してください。',
  },
  unknown: {
    en: 'Find out who this is before you raise the policy: look at the signatures and host names.',
    ja: 'ポリシーを強化する前に、署名やホスト名から送信元を確認してください。',
  },
  spoofing: {
    en: 'Nothing about it speaks for you: this is what the policy is for.',
    ja: '自社からのメールである根拠がありません。ポリシーで防ぐべきものです。',
  },
};
