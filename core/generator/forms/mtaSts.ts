import { MAX_AGES, POLICY_MODES, USUAL_MAX_AGE, LONGEST_MAX_AGE } from '../../facts/mtaStsPolicy';
import type { Keyword } from '../../facts/keyword';
import { MTA_STS_LABELS, mtaStsDefinition, POLICY_ID, type MtaStsRecord } from '../../records/mtaSts';
import { message, type Message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { parseIp4, parseIp6 } from '../../values/ipAddress';
import { mxPatternProblem } from '../../values/mxPattern';
import { domainComplaint, domainOf } from '../domain';
import {
  membersOf,
  type Answers,
  type Choice,
  type GeneratedRecord,
  type Question,
  type RecordForm,
} from '../form';
import { momentId, NOTHING_KNOWN, ownerAt, recognised, type GivenRecord, type Known } from '../known';
import { asciiName } from '../names';
import { ALWAYS, domainQuestion, USUAL_TTL } from '../questions';
import { carriedTags, tagAnswers, tagMeaning, tagQuestions, tagText } from '../tagForm';

/** The host that serves policies (RFC 8461 §3.2). */
const POLICY_HOST = 'mta-sts';

/** The form for MTA-STS: the record, the policy file and the host that serves it (RFC 8461 §3). */
export function mtaStsForm(known: Known = NOTHING_KNOWN): RecordForm {
  const { now } = known;
  return {
    kind: 'mta-sts',
    title: { en: 'MTA-STS record and policy', ja: 'MTA-STS レコードとポリシー' },
    questions: [
      domainQuestion(known, {
        en: 'Which domain receives mail that others should deliver over TLS only?',
        ja: '他のサーバーから TLS でのみ配送してほしいのは、どのドメイン宛てのメールですか。',
      }),
      ...policyQuestions(known),
      ...tagQuestions(mtaStsDefinition, {
        id: {
          proposal: () => (now === undefined ? '1' : momentId(now)),
          example: '20261122103000',
          complaint: (text) => (POLICY_ID.test(text.trim()) ? undefined : BAD_ID),
        },
      }),
      hostQuestion(),
    ],
    carried: carriedTags(mtaStsDefinition),
    // A policy that changes needs a new identifier, or nobody fetches it.
    fresh: ['id'],
    generate: (answers) => {
      const domain = domainOf(answers['domain'] ?? '');
      const file = `https://${POLICY_HOST}.${domain}/.well-known/mta-sts.txt`;
      return {
        records: [
          {
            owner: ownerAt(MTA_STS_LABELS.join('.'), domain),
            type: 'TXT',
            value: tagText(mtaStsDefinition, answers, ['id']),
            ttl: USUAL_TTL,
          },
          ...hostRecords(domain, answers['host'] ?? ''),
        ],
        files: [{ name: 'mta-sts.txt', place: message(PLACE, { url: file }), text: policyText(answers) }],
        notes: [message(PUBLISH_FIRST, { url: file })],
      };
    },
    answersOf: (records) => {
      const found = records.flatMap((record) => recordIn(record) ?? [])[0];
      if (found === undefined) return undefined;
      const domain = plainName(found.domain);
      const owner = ownerAt(POLICY_HOST, domain);
      const hosts = records.filter((record) => record.owner === owner && record.type !== 'TXT');
      return { ...tagAnswers(found), domain, host: hosts.map(({ value }) => plainName(value)).join(', ') };
    },
    meaning: (record) => {
      const found = recordIn(record);
      if (found !== undefined) return tagMeaning(found);
      return record.owner.startsWith(`${POLICY_HOST}.`) && record.type !== 'TXT'
        ? [`${record.type} ${plainName(record.value)}`]
        : [];
    },
  };
}

const PLACE = {
  en: 'Served at {url}, with a valid certificate for that name.',
  ja: '{url} で、その名前の有効な証明書を使って公開します。',
};

const PUBLISH_FIRST = {
  en: 'Put the file in its place before the record is published: senders fetch {url} as soon as they see the record.',
  ja: 'レコードより先にファイルを公開してください。送信側はレコードを見つけるとすぐに {url} を取得します。',
};

const BAD_ID = message({
  en: 'An identifier has 1 to 32 letters and digits, nothing else.',
  ja: '識別子に使えるのは英数字 1～32 文字だけです。',
});

function policyQuestions(known: Known): Question[] {
  const there = policyAnswers(known.policyFile ?? '');
  return [
    {
      key: 'mode',
      kind: 'choice',
      title: { en: 'Mode', ja: 'モード' },
      text: {
        en: 'What should senders do where TLS fails? Begin with testing.',
        ja: 'TLS が使えないとき、送信側にどうしてほしいですか。まずは testing で始めます。',
      },
      asked: ALWAYS,
      choices: () => POLICY_MODES.map(keywordChoice),
      proposal: () => (POLICY_MODES.some(({ name }) => name === there['mode']) ? there['mode']! : 'testing'),
      essential: true,
    },
    {
      key: 'mx',
      kind: 'list',
      title: { en: 'Mail servers', ja: '受信サーバー' },
      text: {
        en: 'Which hosts receive the mail? All that the MX records name; *.example.com stands for one label.',
        ja: 'メールを受信するのはどのホストですか。MX レコードにあるものをすべて並べます。*.example.com は 1 ラベル分を表します。',
      },
      asked: ({ mode }) => mode !== 'none',
      proposal: ({ domain = '' }) =>
        there['mx'] ?? (known.mailServers ?? (domain === '' ? [] : [`mail.${domainOf(domain)}`])).join(', '),
      example: 'mail.example.com, *.example.net',
      complaint: patternsComplaint,
      essential: true,
    },
    {
      key: 'max_age',
      option: 'max-age',
      kind: 'choice',
      title: { en: 'Lifetime', ja: '有効期間' },
      text: {
        en: 'For how many seconds should senders hold on to the policy? The longer, the safer, and the slower to change.',
        ja: '送信側はポリシーを何秒間保持すべきですか。長いほど安全ですが、変更に時間がかかります。',
      },
      asked: ALWAYS,
      choices: ({ max_age = there['max_age'] ?? '' }) => agesWith(max_age),
      proposal: () => (isAge(there['max_age']) ? there['max_age'] : String(USUAL_MAX_AGE)),
    },
  ];
}

function keywordChoice({ name, means }: Keyword): Choice {
  return { value: name, label: { en: name, ja: name }, detail: means };
}

function isAge(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,8}$/.test(text) && Number(text) <= LONGEST_MAX_AGE;
}

/** The usual lifetimes, and the one that was given where it is another one. */
function agesWith(given: string): Choice[] {
  const usual = MAX_AGES.map(keywordChoice);
  if (!isAge(given) || usual.some(({ value }) => value === given)) return usual;
  return [...usual, { value: given, label: { en: given, ja: given }, detail: { en: 'seconds', ja: '秒' } }];
}

function patternsComplaint(text: string): Message | undefined {
  const patterns = membersOf(text);
  if (patterns.length === 0) {
    return message({
      en: 'Name at least one host: without one, no mail could be delivered.',
      ja: 'ホストを 1 つ以上入力してください。ないと、メールを配送できなくなります。',
    });
  }
  const bad = patterns.find((pattern) => mxPatternProblem(asciiName(pattern)) !== undefined);
  if (bad === undefined) return undefined;
  return message(
    {
      en: '“{bad}” is no host name, and no pattern such as *.example.com.',
      ja: '「{bad}」はホスト名でも、*.example.com のようなパターンでもありません。',
    },
    { bad },
  );
}

function hostQuestion(): Question {
  return {
    key: 'host',
    kind: 'list',
    title: { en: 'Web server', ja: 'Web サーバー' },
    text: {
      en: 'Which web server serves the file? Its addresses, or one host name; empty where mta-sts.<domain> exists already.',
      ja: 'ファイルを公開する Web サーバーはどれですか。IP アドレスか、ホスト名を 1 つ入力します。mta-sts.<ドメイン> が既にあれば空のままにします。',
    },
    asked: ALWAYS,
    proposal: () => '',
    example: '192.0.2.80, 2001:db8::80',
    complaint: (text) => {
      const hosts = membersOf(text);
      const names = hosts.filter((host) => addressType(host) === undefined);
      if (names.length === 0) return undefined;
      const [name = ''] = names;
      if (hosts.length > 1) {
        return message({
          en: 'One host name, or addresses; not both: a name that is an alias has nothing else (RFC 1034 §3.6.2).',
          ja: 'ホスト名 1 つか IP アドレスのどちらかにしてください。別名 (CNAME) は他のデータと併用できません (RFC 1034 §3.6.2)。',
        });
      }
      return domainComplaint(name);
    },
    // Without it the record of a new domain would announce a policy that nobody can fetch.
    essential: true,
  };
}

function addressType(text: string): 'A' | 'AAAA' | undefined {
  if (parseIp4(text) !== undefined) return 'A';
  return parseIp6(text) === undefined ? undefined : 'AAAA';
}

function hostRecords(domain: string, hosts: string): GeneratedRecord[] {
  const owner = ownerAt(POLICY_HOST, domain);
  return membersOf(hosts).map((host) => {
    const type = addressType(host);
    if (type !== undefined) return { owner, type, value: host, ttl: USUAL_TTL };
    return { owner, type: 'CNAME', value: `${domainOf(host)}.`, ttl: USUAL_TTL };
  });
}

/** The policy file (RFC 8461 §3.2). */
function policyText({ mode = 'testing', mx = '', max_age = '' }: Answers): string {
  const patterns = mode === 'none' ? [] : [...new Set(membersOf(mx).map(asciiName))];
  const lines = ['version: STSv1', `mode: ${mode}`, ...patterns.map((name) => `mx: ${name}`)];
  return [...lines, `max_age: ${max_age}`].map((line) => `${line}\n`).join('');
}

/** The answers that a policy file stands for: mode, servers and lifetime; a file that says less gives fewer. */
export function policyAnswers(text: string): Answers {
  const answers: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, key = '', value = ''] = /^(mode|mx|max_age):[ \t]*(\S+)[ \t]*$/.exec(line) ?? [];
    if (key === 'mx') answers['mx'] = answers['mx'] === undefined ? value : `${answers['mx']}, ${value}`;
    else if (key !== '') answers[key] ??= value;
  }
  return answers;
}

function recordIn(record: GivenRecord): MtaStsRecord | undefined {
  const found = recognised(record);
  return found?.kind === 'mta-sts' && found.value.content === 'own' ? found.value : undefined;
}
