import type { Localized } from '../text/message';

/** Words for kinds of sources, and the signals that speak for them. Counts are of messages. */
export const sourceTexts = {
  yours: { en: 'yours', ja: '自社' },
  misconfigured: { en: 'misconfigured', ja: '設定不備' },
  forwarder: { en: 'forwarder', ja: '転送' },
  spoofing: { en: 'spoofing', ja: 'なりすまし' },
  unknown: { en: 'unknown', ja: '不明' },
  spfAligned: {
    en: 'SPF authorises this source for the domain ({count} of {all} messages).',
    ja: 'この送信元はドメインの SPF で許可されています（{all} 通中 {count} 通）。',
  },
  nearlyAllPass: {
    en: 'Nearly all its mail passes DMARC ({count} of {all} messages).',
    ja: 'ほぼすべてのメールが DMARC に合格しています（{all} 通中 {count} 通）。',
  },
  saidForwarded: {
    en: 'Receivers say that the mail was forwarded or came through a list ({count} of {all} messages).',
    ja: '受信側が転送またはメーリングリスト経由と報告しています（{all} 通中 {count} 通）。',
  },
  dkimSurvives: {
    en: 'SPF fails for the domain while its DKIM signature verifies ({count} of {all} messages): so forwarded mail looks.',
    ja: 'ドメインの SPF は不合格ですが DKIM 署名は検証できます（{all} 通中 {count} 通）。転送メールによくある形です。',
  },
  dkimWithForeignSpf: {
    en: 'The domain’s signature verifies and SPF passes for another domain ({count} of {all} messages): a service that signs for you, or a forwarder that rewrites senders.',
    ja: 'ドメインの署名は検証でき、SPF は別のドメインで合格しています（{all} 通中 {count} 通）。署名を代行するサービスか、送信者を書き換える転送です。',
  },
  someBroken: {
    en: 'Some signatures of the domain verify and others do not ({count} of {all} messages): mail was changed on its way.',
    ja: 'ドメインの署名に検証できるものとできないものがあります（{all} 通中 {count} 通が失敗）。途中で内容が変わっています。',
  },
  sometimesAligned: {
    en: 'SPF authorises the source, but some of its mail fails ({count} of {all} messages): a part of it sends with another sender or unsigned.',
    ja: 'SPF で許可された送信元ですが、一部のメールが不合格です（{all} 通中 {count} 通）。別の差出人や署名なしで送っている部分があります。',
  },
  alwaysBroken: {
    en: 'It signs with the domain, but no signature verifies ({count} of {all} messages): the key in the DNS is wrong or missing, or the mail is changed after signing.',
    ja: 'ドメインで署名していますが、検証できる署名がありません（{all} 通中 {count} 通）。DNS の鍵の誤り・欠落、または署名後の改変です。',
  },
  foreignSteady: {
    en: 'SPF or DKIM passes, but for other domains ({count} of {all} messages, {reporters} reporters): as a service does that was never set up to send as you.',
    ja: 'SPF または DKIM は合格していますが、別のドメインのものです（{all} 通中 {count} 通、レポート元 {reporters}）。自社ドメインでの送信設定をしていないサービスによくある形です。',
  },
  foreignFew: {
    en: 'SPF or DKIM passes, but for other domains, in few messages ({count} of {all}).',
    ja: 'SPF または DKIM は合格していますが、別のドメインのもので、少数です（{all} 通中 {count} 通）。',
  },
  nothingPasses: {
    en: 'Nothing passes for any domain, and nothing is signed by yours ({count} of {all} messages).',
    ja: 'どのドメインでも合格がなく、自社ドメインの署名もありません（{all} 通中 {count} 通）。',
  },
} as const satisfies Record<string, Localized>;
