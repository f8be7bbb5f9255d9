import { message, type Localized, type Message } from '../../text/message';

/** What is said when addresses are to be allowed by an SPF record. */

const refused = {
  broken: {
    en: 'The record of {domain} has a mistake at “{text}”, for which receivers cannot use it at all. Mend that first.',
    ja: '{domain} のレコードは「{text}」の部分に誤りがあり、受信側で使えません。先に修正してください。',
  },
  noAddress: {
    en: 'There is no address among them that mail can come from over the Internet: {addresses}. It is the address under which the mail leaves your network that has to be allowed.',
    ja: 'インターネット経由でメールが届くアドレスがありません: {addresses}。許可する必要があるのは、自組織のネットワークから出るときのアドレスです。',
  },
  tooMany: {
    en: 'These are {count} addresses, too many for one record. Find the service they belong to, and include that.',
    ja: 'アドレスが {count} 個あり、1 個のレコードには多すぎます。どのサービスのものかを調べ、そのサービスを include してください。',
  },
  already: {
    en: 'The SPF record of {domain} allows {addresses} already ({term}). If reports still say fail, they are older than the record, or another domain was checked.',
    ja: '{domain} の SPF レコードは {addresses} をすでに許可しています ({term})。それでもレポートが fail を示す場合は、レポートがレコードの変更より古いか、別のドメインが検査されています。',
  },
  macros: {
    en: 'The record of {domain} asks for names made of macros ({term}): who may send stands behind these names, not in the record. Add the address there.',
    ja: '{domain} のレコードはマクロで作られる名前 ({term}) を問い合わせます。送信元の許可はレコードではなくその先の名前で管理されているため、そちらにアドレスを追加してください。',
  },
  contradicted: {
    en: 'It would not help: “{term}” in the record stands before and says {result} for {address}. Change that term by hand.',
    ja: '追加しても効果がありません。レコードの「{term}」が先に評価され、{address} の結果が {result} になります。この項目を手で直してください。',
  },
  helpless: {
    en: 'It would not help: the result for {address} would still be {result}. {reason}',
    ja: '追加しても効果がなく、{address} の結果は {result} のままです。{reason}',
  },
} satisfies Record<string, Localized>;

const warnings = {
  private: {
    en: 'Left out, as mail never comes from there over the Internet: {addresses}.',
    ja: 'インターネット経由のメールの送信元にはならないため除外: {addresses}。',
  },
  allowed: {
    en: 'Left out, as the record allows them already: {addresses}.',
    ja: 'レコードですでに許可されているため除外: {addresses}。',
  },
  unreadable: {
    en: 'Left out, as these are no addresses: {addresses}.',
    ja: 'IP アドレスではないため除外: {addresses}。',
  },
  long: {
    en: 'The record gets longer than 450 octets; answers should fit into 512 (RFC 7208 §3.4), or receivers that cannot use TCP miss them.',
    ja: 'レコードが 450 オクテットを超えます。応答は 512 オクテットに収めることが推奨されており (RFC 7208 §3.4)、TCP を使えない受信側では読めなくなります。',
  },
  overBudget: {
    en: 'The record needs {lookups} DNS lookups, and receivers give up after 10: other senders get permerror. The new terms stand first, so that they count before.',
    ja: 'このレコードは DNS 参照が {lookups} 回必要で、受信側は 10 回で打ち切ります。そのため他の送信元は permerror になります。追加する項目は、その前に評価されるよう先頭に置きます。',
  },
  dear: {
    en: 'Including {service} instead ({term}) would need {lookups} DNS lookups in all, and receivers give up after 10.',
    ja: '代わりに {service} を include する ({term}) と、DNS 参照が合計 {lookups} 回になります。受信側は 10 回で打ち切ります。',
  },
  many: {
    en: 'These are {count} new terms. If the addresses belong to one service, its include is shorter and stays right.',
    ja: '追加する項目が {count} 個あります。同じサービスのアドレスなら、そのサービスの include のほうが短く、変更にも追従します。',
  },
  elsewhere: {
    en: 'What {names} hold stands in no zone file at hand; the results and the lookups hold as far as is known.',
    ja: '{names} の内容は手元のゾーンファイルにありません。結果と参照回数は分かる範囲のものです。',
  },
  redirecting: {
    en: 'The record of {domain} redirects here: every domain that does so gets the change.',
    ja: '{domain} のレコードはここに redirect しています。同じように redirect しているすべてのドメインに反映されます。',
  },
  onlyHere: {
    en: 'Only for {domain}: the record {target} to which it redirects stays as it is.',
    ja: '{domain} だけに反映されます。redirect 先の {target} のレコードは変わりません。',
  },
  others: {
    en: 'The include allows all senders of {service}, also those of its other customers.',
    ja: 'include は {service} のすべての送信元を許可します。他の利用者の送信も含まれます。',
  },
} satisfies Record<string, Localized>;

type Values = NonNullable<Message['values']>;

/** Why addresses are not added. */
export function refusal(kind: keyof typeof refused, values: Values): Message {
  return message(refused[kind], values);
}

/** What to know before they are. */
export function warning(kind: keyof typeof warnings, values: Values = {}): Message {
  return message(warnings[kind], values);
}

/** How many are named before the rest is only counted. */
const NAMED = 5;

/** Some texts in a row; of many the first ones. */
export function listed(texts: readonly string[]): string {
  const rest = texts.length - NAMED;
  return texts.slice(0, NAMED).join(', ') + (rest > 0 ? ` … (+${rest})` : '');
}
