import { message, type Localized, type Message, type MessageValue } from '../../text/message';
import { labelsOf, plainName } from '../../values/domainName';
import { bimiDefinition } from '../bimi';
import { dkimKeyDefinition } from '../dkimKeyTags';
import { dmarcPolicyDefinition } from '../dmarcPolicyTags';
import { adspDefinition } from '../adsp';
import { mtaStsDefinition } from '../mtaSts';
import { reportAuthorisationDefinition } from '../reportAuthorisation';
import { tlsRptDefinition } from '../tlsRpt';
import type { RecognisedRecord } from '../recognise';

/** What is to be said of a kind of record before its terms. `{domain}`, `{owner}` and the like stand for its own. */
interface About {
  readonly title: Localized;
  /** What it is for. */
  readonly what: Localized;
  /** Where receivers look for it, and when. */
  readonly where: Localized;
  /** The name at which it is looked for. */
  readonly belongs: string;
  /** Where it is laid down. */
  readonly reference: string;
}

const ABOUT: Readonly<Record<RecognisedRecord['kind'], About>> = {
  'spf-record': {
    title: { en: 'SPF record', ja: 'SPF レコード' },
    what: {
      en: 'Says which hosts may send mail that names {domain} as its envelope sender (MAIL FROM) or in its greeting (HELO). It says nothing of the From that people see; DMARC ties the two together.',
      ja: 'エンベロープの送信者 (MAIL FROM) や HELO で {domain} を名乗って送信してよいホストを示します。画面に表示される From については何も言わず、両者を結び付けるのは DMARC です。',
    },
    where: {
      en: 'A receiver asks for the TXT records of `{belongs}` when a client connects, and takes the one that begins with `v=spf1`. Subdomains do not inherit it.',
      ja: '受信側は、接続を受けたときに `{belongs}` の TXT レコードを引き、`v=spf1` で始まるものを使います。サブドメインには引き継がれません。',
    },
    belongs: '{domain}',
    reference: 'RFC 7208 §4',
  },
  'dkim-key': {
    title: dkimKeyDefinition.title,
    what: {
      en: 'The public key with which receivers verify the DKIM signatures of {domain} that name the selector `{selector}`. The mail server keeps the private key.',
      ja: 'セレクター `{selector}` を使った {domain} の DKIM 署名を受信側が検証するための公開鍵です。秘密鍵はメールサーバーだけが持ちます。',
    },
    where: {
      en: 'A signature with `d={domain}; s={selector}` makes a receiver ask for TXT at `{belongs}`.',
      ja: '`d={domain}; s={selector}` と書かれた署名を受け取ると、受信側は `{belongs}` の TXT レコードを引きます。',
    },
    belongs: '{selector}._domainkey.{domain}',
    reference: dkimKeyDefinition.reference,
  },
  'dmarc-policy': {
    title: dmarcPolicyDefinition.title,
    what: {
      en: 'Asks receivers what to do with mail whose From names {domain} and that neither SPF nor DKIM confirms for that domain, and where to send reports about it.',
      ja: 'From が {domain} で、そのドメインとして SPF でも DKIM でも確認できないメールの扱いと、レポートの送付先を受信側に伝えます。',
    },
    where: {
      en: 'A receiver asks for TXT at `{belongs}` for mail from {domain}, and on its way up the tree for mail from subdomains without a record of their own.',
      ja: '受信側は {domain} からのメールについて `{belongs}` の TXT レコードを引きます。自身のレコードを持たないサブドメインからのメールでも、ツリーを上にたどってここを参照します。',
    },
    belongs: '_dmarc.{domain}',
    reference: 'RFC 9989 §4.7, RFC 9989 §4.10',
  },
  'report-authorisation': {
    title: reportAuthorisationDefinition.title,
    what: {
      en: 'With it {domain} agrees to receive DMARC reports about {policyDomain}. Without it a receiver sends none there, so that nobody can be flooded with others’ reports.',
      ja: '{policyDomain} に関する DMARC レポートを受け取ることを {domain} が承認します。承認がなければ受信側は送りません。無関係な相手にレポートが送り付けられるのを防ぐためです。',
    },
    where: {
      en: 'Before a receiver sends a report about {policyDomain} to an address at {domain}, it asks for TXT at `{belongs}`.',
      ja: '受信側は、{policyDomain} のレポートを {domain} のアドレスに送る前に `{belongs}` の TXT レコードを引きます。',
    },
    belongs: '{policyLabels}._report._dmarc.{domain}',
    reference: reportAuthorisationDefinition.reference,
  },
  adsp: {
    title: adspDefinition.title,
    what: {
      en: 'Said whether all mail of {domain} is signed with DKIM. It is Historic: DMARC took its place, and the record can go.',
      ja: '{domain} のメールがすべて DKIM で署名されるかどうかを示すレコードでした。歴史的な規格で、DMARC に置き換えられたため、削除してかまいません。',
    },
    where: {
      en: 'Receivers used to ask for TXT at `{belongs}`; hardly any still does.',
      ja: '以前の受信側は `{belongs}` の TXT レコードを引いていましたが、今ではほとんど使われません。',
    },
    belongs: '_adsp._domainkey.{domain}',
    reference: adspDefinition.reference,
  },
  'mta-sts': {
    title: mtaStsDefinition.title,
    what: {
      en: 'Announces that {domain} has a policy which asks senders to deliver to it over verified TLS only. The policy itself is a file that is fetched over HTTPS.',
      ja: '検証済みの TLS だけで配送するよう送信側に求めるポリシーが {domain} にあることを知らせます。ポリシー自体は HTTPS で取得されるファイルです。',
    },
    where: {
      en: 'A sender asks for TXT at `{belongs}`, and where `id` is new fetches `https://mta-sts.{domain}/.well-known/mta-sts.txt`.',
      ja: '送信側は `{belongs}` の TXT レコードを引き、`id` が変わっていれば `https://mta-sts.{domain}/.well-known/mta-sts.txt` を取得します。',
    },
    belongs: '_mta-sts.{domain}',
    reference: mtaStsDefinition.reference,
  },
  'tls-rpt': {
    title: tlsRptDefinition.title,
    what: {
      en: 'Asks senders for daily reports on whether they could deliver to {domain} over TLS.',
      ja: '{domain} への配送で TLS が使えたかどうかの日次レポートを送信側に求めます。',
    },
    where: {
      en: 'A sender that delivers to {domain} asks for TXT at `{belongs}`.',
      ja: '{domain} に配送する送信側は `{belongs}` の TXT レコードを引きます。',
    },
    belongs: '_smtp._tls.{domain}',
    reference: tlsRptDefinition.reference,
  },
  bimi: {
    title: bimiDefinition.title,
    what: {
      en: 'Names the logo that mailbox providers may show beside mail of {domain}, where it passes DMARC with a policy of `quarantine` or `reject`.',
      ja: '{domain} のメールの横にメールボックス事業者が表示してよいロゴを示します。ポリシーが `quarantine` か `reject` の DMARC に成功したメールが対象です。',
    },
    where: {
      en: 'A mailbox provider asks for TXT at `{belongs}`; a message may name another selector than `default`.',
      ja: 'メールボックス事業者は `{belongs}` の TXT レコードを引きます。メッセージで `default` 以外のセレクターを指定することもできます。',
    },
    belongs: '{selector}._bimi.{domain}',
    reference: bimiDefinition.reference,
  },
};

/** What a record is and where it is looked for. */
export interface Introduction {
  readonly title: Message;
  readonly what: Message;
  readonly where: Message;
  /** Where its owner is another name than the one at which receivers look. */
  readonly misplaced: Message | undefined;
  /** Such as `RFC 9989 §4.7, RFC 9989 §4.10`. */
  readonly reference: string;
}

/** The introduction of a record, with its own names. */
export function introduction(recognised: RecognisedRecord): Introduction {
  const about = ABOUT[recognised.kind];
  const names = namesOf(recognised);
  const belongs = about.belongs
    .replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '')
    .replace(/^\./, '');
  const owner = plainName(recognised.value.entry.owner.name);
  const values = { ...names, belongs, owner, policyDomain: policyDomain(names['policyLabels'] ?? '') };
  return {
    title: message(
      { en: '{kind} of {domain}', ja: '{domain} の {kind}' },
      { kind: about.title, domain: names.domain },
    ),
    what: message(about.what, values),
    where: message(about.where, values),
    misplaced: owner === belongs ? undefined : message(MISPLACED, values),
    reference: about.reference,
  };
}

const MISPLACED: Localized = {
  en: 'This record stands at `{owner}`, where nobody looks for it.',
  ja: 'このレコードは `{owner}` にあり、受信側には見つけられません。',
};

/** The domain that a record is for, absolute. */
export function domainOfRecord(recognised: RecognisedRecord): string {
  return recognised.kind === 'report-authorisation' ? recognised.value.reportDomain : recognised.value.domain;
}

/** Whose reports: a wildcard stands for anybody's. */
function policyDomain(labels: string): MessageValue {
  return labelsOf(labels)[0] === '*' ? { en: 'any domain', ja: '任意のドメイン' } : labels;
}

/** The names that the texts above speak of, without final dots. */
function namesOf(
  recognised: RecognisedRecord,
): Readonly<Record<string, string>> & { readonly domain: string } {
  const domain = plainName(domainOfRecord(recognised));
  switch (recognised.kind) {
    case 'dkim-key':
      return { domain, selector: recognised.value.selector || 'selector' };
    case 'bimi':
      return { domain, selector: recognised.value.selector || 'default' };
    case 'report-authorisation': {
      const policyLabels = plainName(recognised.value.policyDomain);
      return { domain, policyLabels };
    }
    default:
      return { domain };
  }
}
