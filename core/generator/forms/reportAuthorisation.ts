import {
  reportAuthorisationDefinition,
  type ReportAuthorisationRecord,
} from '../../records/reportAuthorisation';
import { plainName } from '../../values/domainName';
import { domainComplaint, domainOf } from '../domain';
import { membersOf, type RecordForm } from '../form';
import { NOTHING_KNOWN, ownerAt, recognised, type GivenRecord, type Known } from '../known';
import { ALWAYS, domainQuestion, USUAL_TTL } from '../questions';
import { carriedTags, tagAnswers, tagMeaning, tagText } from '../tagForm';
import { message } from '../../text/message';

/** The form for the records by which a domain agrees to get other domains' DMARC reports (RFC 9990 §4). */
export function reportAuthorisationForm(known: Known = NOTHING_KNOWN): RecordForm {
  const definition = reportAuthorisationDefinition;
  return {
    kind: 'authorisation',
    title: definition.title,
    questions: [
      domainQuestion(known, {
        en: 'Which domain receives the reports? It is the part behind the @ of the address in rua or ruf.',
        ja: 'どのドメインでレポートを受け取りますか。rua や ruf のアドレスの @ より後ろの部分です。',
      }),
      {
        key: 'for',
        kind: 'list',
        title: { en: 'Reports on', ja: 'レポートの対象ドメイン' },
        text: {
          en: 'Whose reports are welcome? Name the domains that send theirs here, or * for anyone’s.',
          ja: 'どのドメインのレポートを受け取りますか。送ってくるドメインを並べます。* はすべてのドメインを表します。',
        },
        asked: ALWAYS,
        proposal: ({ domain = '' }) =>
          (known.reporters ?? []).filter((name) => name !== domainOf(domain)).join(', '),
        example: 'example.net, example.org',
        complaint: policyDomainsComplaint,
        essential: true,
      },
    ],
    carried: carriedTags(definition),
    generate: (answers) => ({
      records: [...new Set(membersOf(answers['for'] ?? '').map(policyDomain))].map((name) => ({
        owner: ownerAt(`${name}._report._dmarc`, domainOf(answers['domain'] ?? '')),
        type: 'TXT',
        value: tagText(definition, answers, []),
        ttl: USUAL_TTL,
      })),
      files: [],
      notes: [],
    }),
    answersOf: (records) => {
      const found = records.flatMap((record) => authorisationIn(record) ?? []);
      const [first] = found;
      if (first === undefined) return undefined;
      const here = found.filter(({ reportDomain }) => reportDomain === first.reportDomain);
      return {
        ...tagAnswers(first),
        domain: plainName(first.reportDomain),
        for: here.map((record) => plainName(record.policyDomain)).join(', '),
      };
    },
    meaning: (record) => {
      const found = authorisationIn(record);
      return found === undefined ? [] : [plainName(record.owner), ...tagMeaning(found)];
    },
  };
}

function authorisationIn(record: GivenRecord): ReportAuthorisationRecord | undefined {
  const found = recognised(record);
  return found?.kind === 'report-authorisation' ? found.value : undefined;
}

function policyDomain(text: string): string {
  return text === '*' ? text : domainOf(text);
}

function policyDomainsComplaint(text: string) {
  const names = membersOf(text);
  if (names.length === 0) {
    return message({
      en: 'Name at least one domain, or * for anyone’s reports.',
      ja: 'ドメインを 1 つ以上入力してください。* はすべてのドメインを表します。',
    });
  }
  return names.map((name) => (name === '*' ? undefined : domainComplaint(name))).find((found) => found);
}
