import type { KeywordDefinition } from '../../records/definition';
import { tagDefinition } from '../../records/definition';
import { dmarcPolicyDefinition, POLICY_LABEL, type DmarcPolicyRecord } from '../../records/dmarcPolicy';
import type { Localized, Message } from '../../text/message';
import { message } from '../../text/message';
import { organizationalDomain } from '../../values/publicSuffix';
import { plainName } from '../../values/domainName';
import { domainOf } from '../domain';
import { membersOf, type Answers, type Choice, type RecordForm } from '../form';
import { NOTHING_KNOWN, ownerAt, recognised, type GivenRecord, type Known } from '../known';
import { domainQuestion, USUAL_TTL } from '../questions';
import { carriedTags, effectiveTag, tagAnswers, tagMeaning, tagQuestions, tagText } from '../tagForm';

/** What holds for a tag where its answer is empty. */
export function effectiveAnswer(answers: Answers, name: string): string {
  return effectiveTag(dmarcPolicyDefinition, answers, name);
}

/** The sensible combinations of `fo`. */
const FAILURES: readonly string[] = ['0', '1', '1:d:s', 'd', 's'];

function failureChoices(): Choice[] {
  const kind = tagDefinition(dmarcPolicyDefinition, 'fo')?.value;
  const keywords: readonly KeywordDefinition[] =
    kind !== undefined && 'keywords' in kind ? kind.keywords : [];
  const meaning = (word: string): Localized =>
    keywords.find(({ value }) => value === word)?.meaning ?? { en: word, ja: word };
  return FAILURES.map((value) => {
    const words = value.split(':').map(meaning);
    return {
      value,
      label: { en: value, ja: value },
      detail: { en: words.map(({ en }) => en).join('; '), ja: words.map(({ ja }) => ja).join('、') },
    };
  });
}

/** The form for a DMARC Policy Record (RFC 9989 §4.7), made from its definition. */
export function dmarcForm(known: Known = NOTHING_KNOWN): RecordForm {
  const tags = tagQuestions(dmarcPolicyDefinition, {
    p: { option: 'policy', essential: true },
    sp: { option: 'subdomain-policy' },
    np: { option: 'nonexistent-policy' },
    rua: {
      // Aggregate reports are what makes the record useful; failure reports are for few.
      proposal: ({ domain }) => (domain ? `dmarc-reports@${domainOf(domain)}` : ''),
      example: 'dmarc-reports@example.com',
      essential: true,
    },
    fo: {
      kind: 'choice',
      option: 'failure-options',
      asked: ({ ruf }) => ruf !== undefined && ruf !== '',
      choices: failureChoices,
      proposal: () => '0',
    },
    t: {
      option: 'testing',
      asked: (answers) => ['p', 'sp', 'np'].some((name) => effectiveAnswer(answers, name) !== 'none'),
    },
  });
  return {
    kind: 'dmarc',
    title: dmarcPolicyDefinition.title,
    questions: [
      domainQuestion(known, {
        en: 'Which domain is the record for? It is the part behind the @ of the addresses in From.',
        ja: 'どのドメインのレコードを作りますか。From のアドレスの @ より後ろの部分です。',
      }),
      ...tags,
    ],
    carried: carriedTags(dmarcPolicyDefinition),
    generate: (answers) => ({
      records: [
        {
          owner: ownerAt(POLICY_LABEL, domainOf(answers['domain'] ?? '')),
          type: 'TXT',
          value: tagText(dmarcPolicyDefinition, answers, ['p']),
          ttl: USUAL_TTL,
        },
      ],
      files: [],
      notes: externalNotes(answers),
    }),
    answersOf: (records) => {
      for (const record of records) {
        const policy = policyIn(record);
        if (policy !== undefined) return dmarcAnswers(policy);
      }
      return undefined;
    },
    meaning: (record) => {
      const policy = policyIn(record);
      return policy === undefined ? [] : tagMeaning(policy);
    },
  };
}

function policyIn(record: GivenRecord): DmarcPolicyRecord | undefined {
  const found = recognised(record);
  return found?.kind === 'dmarc-policy' && found.value.content === 'dmarc' ? found.value : undefined;
}

/** The answers that a record stands for: the other way round of generating it. */
export function dmarcAnswers(record: DmarcPolicyRecord): Answers {
  const tags = tagAnswers(record);
  const options = tags['fo']?.split(',').join(':') ?? '';
  return { domain: plainName(record.domain), ...tags, fo: options };
}

/** Addresses under another Organizational Domain get reports only where that domain agrees (RFC 9990 §4). */
function externalNotes({ domain = '', rua = '', ruf = '' }: Answers): Message[] {
  const own = domainOf(domain);
  const hosts = membersOf(`${rua},${ruf}`).map(domainOf);
  const home = organizationalDomain(own);
  const foreign = [...new Set(hosts)].filter(
    (host) => host !== '' && (home === undefined || organizationalDomain(host) !== home) && host !== own,
  );
  return foreign.map((host) =>
    message(
      {
        en: 'Reports go to {host}, which has to agree: it needs the TXT record {owner} with the text v=DMARC1.',
        ja: 'レポートの送付先 {host} には、{owner} に TXT レコード「v=DMARC1」(受信承認) が必要です。',
      },
      { host, owner: `${own}._report._dmarc.${host}` },
    ),
  );
}
