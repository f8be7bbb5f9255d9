import type { Localized } from '../../text/message';
import type { Tone } from '../../text/page';
import type { SpfResult } from './outcome';

/** What a receiver does with mail of each result (RFC 7208 §8, reply codes of RFC 7372 §3.2); many ask DMARC first. */
export const SPF_CONSEQUENCES: Readonly<Record<SpfResult, Localized>> = Object.freeze({
  pass: {
    en: 'A receiver takes the client as authorised. For DMARC it counts if this domain is aligned with the one in From; whether the mail is wanted is another question.',
    ja: '受信側は正規の送信元とみなします。DMARC では、このドメインが From のドメインと整合していれば成功になります。望まれたメールかどうかは別に判断されます。',
  },
  fail: {
    en: 'A receiver may refuse the mail during SMTP (550 5.7.23), mark it, or leave the decision to DMARC.',
    ja: '受信側は SMTP の段階で拒否する (550 5.7.23)、印を付ける、判断を DMARC に任せる、のいずれかを選びます。',
  },
  softfail: {
    en: 'A receiver does not refuse the mail for this alone, but looks at it more closely; for DMARC it is no pass.',
    ja: '受信側はこれだけでは拒否しませんが、疑わしいものとして扱います。DMARC では成功になりません。',
  },
  neutral: {
    en: 'A receiver treats the mail as if there were no record; for DMARC it is no pass.',
    ja: '受信側はレコードがない場合と同じに扱います。DMARC では成功になりません。',
  },
  none: {
    en: 'A receiver learns nothing from SPF about the mail; for DMARC it is no pass.',
    ja: '受信側は SPF からは何も判断できません。DMARC では成功になりません。',
  },
  temperror: {
    en: 'A receiver puts the mail off with a temporary error (451 4.7.24) or takes it without an SPF result.',
    ja: '受信側は一時的なエラー (451 4.7.24) を返すか、SPF の結果なしで受け取ります。',
  },
  permerror: {
    en: 'A receiver cannot use the record at all, whoever sends: for DMARC no mail passes SPF, and some receivers refuse it (550 5.7.24).',
    ja: '送信元にかかわらず、レコード全体が使えません。DMARC ではどのメールも SPF に成功せず、拒否する受信側もあります (550 5.7.24)。',
  },
});

/** How each result looks at a glance. */
export const SPF_TONES: Readonly<Record<SpfResult, Tone>> = Object.freeze({
  pass: 'good',
  fail: 'bad',
  softfail: 'warning',
  neutral: 'neutral',
  none: 'neutral',
  temperror: 'warning',
  permerror: 'bad',
});
