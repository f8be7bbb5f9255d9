import { SPF_QUALIFIERS } from '../../records/spfTerms';
import { SPF_PROVIDERS, spfProviderOfServer } from '../../records/spfProviders';
import { isSpf } from '../../syntax/spf/version';
import { message, type Localized, type Message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { domainOf } from '../domain';
import { membersOf, type Answers, type Choice, type Question, type RecordForm } from '../form';
import { NOTHING_KNOWN, ownerAt, recognised, type GivenRecord, type Known } from '../known';
import { ALWAYS, domainQuestion, USUAL_TTL, yesNo } from '../questions';
import { spfAnswers, spfMeaning } from '../spfAnswers';
import { hostsComplaint, networkOf, networksComplaint, publicNetworks } from '../spfNetworks';
import { LEAVE_OUT } from '../tagForm';
import { budgetAdvice, budgetComplaint, lengthComplaint, spfCost, spfText } from '../spfText';

/** The form for an SPF record (RFC 7208). */
export function spfForm(known: Known = NOTHING_KNOWN): RecordForm {
  return {
    kind: 'spf',
    title: { en: 'SPF record', ja: 'SPF レコード' },
    questions: [
      domainQuestion(known, {
        en: 'Which domain is the record for? SPF looks at the envelope sender, which often is the domain of From.',
        ja: 'どのドメインのレコードを作りますか。SPF はエンベロープの送信者を検査します。多くの場合 From と同じドメインです。',
      }),
      ...senderQuestions(known),
      allQuestion(),
    ],
    carried: ['other'],
    generate: (answers) => ({
      records: [
        {
          owner: ownerAt('', domainOf(answers['domain'] ?? '')),
          type: 'TXT',
          value: spfText(answers),
          ttl: USUAL_TTL,
        },
      ],
      files: [],
      notes: costNotes(answers),
    }),
    answersOf: (records) => {
      const found = records.flatMap((record) => recordIn(record) ?? [])[0];
      return found && { ...spfAnswers(found), domain: plainName(found.domain) };
    },
    meaning: (record) => {
      const found = recordIn(record);
      return found === undefined ? [] : spfMeaning(found);
    },
  };
}

function recordIn(record: GivenRecord) {
  const found = recognised(record);
  return found?.kind === 'spf-record' && isSpf(record.value) ? found.value : undefined;
}

/** The services whose servers receive the domain's mail: they send its mail as well. */
function guessedSenders({ mailServers = [] }: Known): string[] {
  return [...new Set(mailServers.flatMap((host) => spfProviderOfServer(host)?.id ?? []))];
}

function senderQuestions(known: Known): Question[] {
  const { mailServers = [], addresses = [] } = known;
  // Addresses that are known spare receivers the lookups for mx.
  const own =
    publicNetworks(addresses).length === 0 &&
    mailServers.some((host) => spfProviderOfServer(host) === undefined);
  return [
    {
      key: 'senders',
      kind: 'choices',
      title: { en: 'Mail services', ja: 'メール送信サービス' },
      text: {
        en: 'Which services send mail in the domain’s name? Choose all of them, newsletters and web shops included.',
        ja: 'どのサービスがこのドメインのメールを送信しますか。メールマガジンや通販サイトも含めてすべて選びます。',
      },
      asked: ALWAYS,
      choices: () => SENDERS,
      proposal: () => guessedSenders(known).join(','),
      complaint: (text, answers) => budgetAdvice({ ...answers, senders: text }),
      essential: true,
    },
    {
      key: 'mx',
      kind: 'choice',
      title: { en: 'Receiving servers', ja: '受信サーバー' },
      text: {
        en: 'Do the servers that receive the domain’s mail send it as well?',
        ja: 'このドメインのメールを受信するサーバーは、送信も行いますか。',
      },
      asked: ALWAYS,
      choices: yesNo({
        yes: { en: 'adds mx, which costs a DNS lookup', ja: 'mx を加える(DNS 参照 1 回)' },
        no: { en: 'they only receive', ja: '受信だけを行う' },
      }),
      proposal: () => (own ? 'y' : 'n'),
      complaint: (text, answers) => (text === 'y' ? budgetComplaint({ ...answers, mx: text }) : undefined),
      essential: true,
    },
    {
      key: 'addresses',
      kind: 'list',
      title: { en: 'Own addresses', ja: '自前のアドレス' },
      text: {
        en: 'From which public addresses or networks do your own servers send? They cost no DNS lookup.',
        ja: '自前のサーバーはどのグローバルアドレスやネットワークから送信しますか。DNS 参照は増えません。',
      },
      asked: ALWAYS,
      proposal: () => publicNetworks(addresses).join(', '),
      example: '192.0.2.25, 198.51.100.0/28, 2001:db8::25',
      complaint: (text, answers) =>
        networksComplaint(text) ?? lengthComplaint({ ...answers, addresses: text }),
      essential: true,
    },
    {
      key: 'hosts',
      kind: 'list',
      title: { en: 'Own hosts', ja: '自前のホスト' },
      text: {
        en: 'Do hosts send whose addresses change? Name them; each costs a DNS lookup.',
        ja: 'アドレスが変わることのあるホストからも送信しますか。ホスト名を入力します。1 つにつき DNS 参照が 1 回増えます。',
      },
      asked: ALWAYS,
      proposal: () => '',
      example: 'www.example.com',
      complaint: (text, answers) => namesComplaint(text, { ...answers, hosts: text }),
    },
    {
      key: 'includes',
      kind: 'list',
      title: { en: 'Other includes', ja: 'その他の include' },
      text: {
        en: 'Did other services tell you a domain to include? Each costs a DNS lookup or more.',
        ja: 'ほかに include するよう案内されたドメインはありますか。1 つにつき DNS 参照が 1 回以上増えます。',
      },
      asked: ALWAYS,
      proposal: () => '',
      example: '_spf.example.net',
      complaint: (text, answers) => namesComplaint(text, { ...answers, includes: text }),
    },
  ];
}

/** What is wrong with typed names; an empty list costs nothing. */
function namesComplaint(text: string, answers: Answers): Message | undefined {
  return hostsComplaint(text) ?? (membersOf(text).length === 0 ? undefined : budgetComplaint(answers));
}

const SENDERS: readonly Choice[] = SPF_PROVIDERS.map(({ id, name, include, lookups }): Choice => {
  const least = lookups === undefined;
  return {
    value: id,
    label: { en: name, ja: name },
    detail: {
      en: `include:${include}, ${least ? 'at least 1' : String(lookups)} of 10 DNS lookups`,
      ja: `include:${include}、DNS 参照 ${least ? '1 回以上' : `${lookups} 回`}(上限 10 回)`,
    },
  };
});

function allQuestion(): Question {
  const choice = (sign: '-' | '~', words: Localized): Choice => {
    const { result } = SPF_QUALIFIERS[sign];
    return {
      value: `${sign}all`,
      label: { en: `${sign}all (${result})`, ja: `${sign}all (${result})` },
      detail: words,
    };
  };
  const both = [
    choice('~', {
      en: 'suspicious: receivers take it and let DMARC decide; the choice beside DMARC, kind to forwarded mail',
      ja: '疑わしいものとして受け取り、DMARC の判定に任せる。DMARC を使うならこちら(転送メールにも影響しにくい)',
    }),
    choice('-', {
      en: 'not permitted: some receivers refuse it at once, forwarded mail too, before DKIM is looked at',
      ja: '認めない。転送されたメールも含め、DKIM を見る前に拒否する受信側がある',
    }),
  ];
  const redirected: Choice = {
    value: '',
    label: LEAVE_OUT,
    detail: { en: 'the record of redirect= decides', ja: 'redirect= 先のレコードに任せる' },
  };
  const redirects = ({ other = '' }: Answers): boolean => /(?:^|\s)redirect=/i.test(other);
  return {
    key: 'all',
    kind: 'choice',
    title: { en: 'Everyone else', ja: 'それ以外の送信元' },
    text: {
      en: 'What should receivers make of mail that comes from anywhere else?',
      ja: 'それ以外の送信元から届いたメールは、どう扱ってもらいますか。',
    },
    asked: ALWAYS,
    // Beside an `all`, a redirect does nothing (RFC 7208 §6.1).
    choices: (answers) => (redirects(answers) ? [redirected] : both),
    proposal: (answers) => (redirects(answers) ? '' : sendsNothing(answers) ? '-all' : '~all'),
    essential: true,
  };
}

/** Where nobody may send, no forwarder and no late service has to be feared for. */
function sendsNothing(answers: Answers): boolean {
  return spfText({ ...answers, all: '' }) === 'v=spf1';
}

function costNotes(answers: Answers): Message[] {
  const { lookups, least } = spfCost(answers);
  const notes: Message[] = sendsNothing(answers) ? [NOBODY] : [];
  if (lookups > 0) {
    notes.push(message(least ? AT_LEAST : EXACTLY, { lookups }));
  }
  const networks = membersOf(answers['addresses'] ?? '').flatMap((text) => networkOf(text) ?? []);
  if (networks.length > 20) notes.push(MANY);
  return notes;
}

const NOBODY = message({
  en: 'As answered, no server at all may send mail for this domain. If mail is sent, name its services or addresses.',
  ja: 'この回答では、どのサーバーにもこのドメインのメール送信を認めません。メールを送信する場合は、サービスやアドレスを指定してください。',
});
const EXACTLY: Localized = {
  en: 'Receivers need {lookups} of the 10 DNS lookups that SPF allows.',
  ja: '受信側での DNS 参照は {lookups} 回です(SPF の上限は 10 回)。',
};
const AT_LEAST: Localized = {
  en: 'Receivers need at least {lookups} of the 10 DNS lookups that SPF allows; what services include in turn is not all known.',
  ja: '受信側での DNS 参照は少なくとも {lookups} 回です(SPF の上限は 10 回)。サービス側がさらに参照する回数は、すべては分かっていません。',
};
const MANY = message({
  en: 'So many networks make a long record; larger networks, or a record of your own to include, keep it short.',
  ja: 'ネットワークが多く、レコードが長くなります。より大きなネットワークにまとめるか、別名のレコードに分けて include してください。',
});
