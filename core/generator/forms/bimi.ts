import { BIMI_LABEL, bimiDefinition, type BimiRecord } from '../../records/bimi';
import { message, type Message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { httpsUriProblem, uriPath } from '../../values/httpsUri';
import { httpsUriComplaint } from '../addresses';
import { domainOf } from '../domain';
import type { RecordForm } from '../form';
import { NOTHING_KNOWN, ownerAt, recognised, type GivenRecord, type Known } from '../known';
import { asciiUri } from '../names';
import { domainQuestion, USUAL_TTL } from '../questions';
import { selectorQuestion } from '../selector';
import { carriedTags, tagAnswers, tagMeaning, tagQuestions, tagText } from '../tagForm';

/** The form for a BIMI Assertion Record, made from its definition. */
export function bimiForm(known: Known = NOTHING_KNOWN): RecordForm {
  return {
    kind: 'bimi',
    title: bimiDefinition.title,
    questions: [
      domainQuestion(known, {
        en: 'Beside whose mail should the logo be shown? The domain needs DMARC with quarantine or reject.',
        ja: 'どのドメインのメールにロゴを表示しますか。DMARC ポリシーが quarantine か reject である必要があります。',
      }),
      selectorQuestion(
        {
          en: 'Which selector? Mail that names none uses default.',
          ja: 'セレクターは何にしますか。メールで指定がなければ default が使われます。',
        },
        () => 'default',
      ),
      ...tagQuestions(bimiDefinition, {
        l: {
          option: 'logo',
          proposal: ({ domain }) => (domain ? `https://${domainOf(domain)}/logo.svg` : ''),
          example: 'https://example.com/logo.svg',
          complaint: logoComplaint,
        },
        a: {
          option: 'certificate',
          asked: ({ l = '' }) => l.trim() !== '',
          example: 'https://example.com/vmc.pem',
          complaint: locationComplaint,
        },
        avp: { option: 'avatar', asked: ({ l = '' }) => l.trim() !== '' },
      }),
    ],
    carried: carriedTags(bimiDefinition),
    generate: (answers) => ({
      records: [
        {
          owner: ownerAt(
            `${answers['selector'] ?? 'default'}.${BIMI_LABEL}`,
            domainOf(answers['domain'] ?? ''),
          ),
          type: 'TXT',
          value: tagText(bimiDefinition, { a: '', ...answers }, ['l', 'a']),
          ttl: USUAL_TTL,
        },
      ],
      files: [],
      notes: [],
    }),
    answersOf: (records) => {
      const found = records.flatMap((record) => recordIn(record) ?? [])[0];
      if (found === undefined) return undefined;
      return { ...tagAnswers(found), domain: plainName(found.domain), selector: found.selector };
    },
    meaning: (record) => {
      const found = recordIn(record);
      return found === undefined ? [] : tagMeaning(found);
    },
  };
}

function locationComplaint(text: string): Message | undefined {
  const uri = asciiUri(text.trim());
  // `;` ends the tag and `,` would make a second location; in URIs both can be written as percent-escapes.
  if (uri === '' || (httpsUriProblem(uri) === undefined && !/[;,]/.test(uri))) return undefined;
  return httpsUriComplaint(text);
}

function logoComplaint(text: string): Message | undefined {
  const complaint = locationComplaint(text);
  if (complaint !== undefined || text.trim() === '' || /\.svg$/i.test(uriPath(text.trim()))) return complaint;
  return message({
    en: 'A logo is an SVG file: its address ends in .svg.',
    ja: 'ロゴは SVG ファイルです。URL は .svg で終わります。',
  });
}

function recordIn(record: GivenRecord): BimiRecord | undefined {
  const found = recognised(record);
  return found?.kind === 'bimi' && found.value.content === 'own' ? found.value : undefined;
}
