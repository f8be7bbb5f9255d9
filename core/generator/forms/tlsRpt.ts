import { TLS_RPT_LABELS, tlsRptDefinition, type TlsRptRecord } from '../../records/tlsRpt';
import { message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { addressComplaint } from '../addresses';
import { domainOf } from '../domain';
import { membersOf, type RecordForm } from '../form';
import { NOTHING_KNOWN, ownerAt, recognised, type GivenRecord, type Known } from '../known';
import { domainQuestion, USUAL_TTL } from '../questions';
import { carriedTags, tagAnswers, tagMeaning, tagQuestions, tagText } from '../tagForm';

/** The form for a TLS reporting record (RFC 8460 §3), made from its definition. */
export function tlsRptForm(known: Known = NOTHING_KNOWN): RecordForm {
  return {
    kind: 'tls-rpt',
    title: tlsRptDefinition.title,
    questions: [
      domainQuestion(known, {
        en: 'Which domain receives mail? Reports tell whether others could deliver to it over TLS.',
        ja: 'メールを受信するのはどのドメインですか。他のサーバーが TLS で配送できたかがレポートで分かります。',
      }),
      ...tagQuestions(tlsRptDefinition, {
        rua: {
          proposal: ({ domain }) => (domain ? `tls-reports@${domainOf(domain)}` : ''),
          example: 'tls-reports@example.com, https://example.com/tls-reports',
          complaint: (text) => (membersOf(text).length === 0 ? NO_ADDRESS : addressComplaint(text, true)),
          essential: true,
        },
      }),
    ],
    carried: carriedTags(tlsRptDefinition),
    generate: (answers) => ({
      records: [
        {
          owner: ownerAt(TLS_RPT_LABELS.join('.'), domainOf(answers['domain'] ?? '')),
          type: 'TXT',
          value: tagText(tlsRptDefinition, answers, ['rua']),
          ttl: USUAL_TTL,
        },
      ],
      files: [],
      notes: [],
    }),
    answersOf: (records) => {
      const found = records.flatMap((record) => recordIn(record) ?? [])[0];
      return found && { ...tagAnswers(found), domain: plainName(found.domain) };
    },
    meaning: (record) => {
      const found = recordIn(record);
      return found === undefined ? [] : tagMeaning(found);
    },
  };
}

const NO_ADDRESS = message({
  en: 'Name at least one address: the record is there for nothing else.',
  ja: '送付先を 1 つ以上入力してください。送付先を知らせるためのレコードです。',
});

function recordIn(record: GivenRecord): TlsRptRecord | undefined {
  const found = recognised(record);
  return found?.kind === 'tls-rpt' && found.value.content === 'own' ? found.value : undefined;
}
