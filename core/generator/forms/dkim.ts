import { dkimKeyDefinition, KEY_LABEL, type DkimKeyRecord } from '../../records/dkimKey';
import { message, type Message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { dkimKeyOf, keyComplaint, KEY_ALGORITHMS } from '../dkimKey';
import { domainOf } from '../domain';
import type { Answers, RecordForm } from '../form';
import { NOTHING_KNOWN, ownerAt, recognised, type GivenRecord, type Known } from '../known';
import { ALWAYS, domainQuestion, USUAL_TTL } from '../questions';
import { selectorQuestion, suggestedSelector } from '../selector';
import { carriedTags, tagAnswers, tagMeaning, tagQuestions, tagText } from '../tagForm';

/**
 * The form for a DKIM key record (RFC 6376 §3.6.1), made from its definition. Where a new pair of keys is wanted, the
 * door makes it and puts the public one into the answers ({@link withPublicKey}); until then there is no record.
 */
export function dkimForm(known: Known = NOTHING_KNOWN): RecordForm {
  return {
    kind: 'dkim',
    title: dkimKeyDefinition.title,
    questions: [
      domainQuestion(known, {
        en: 'Which domain signs? It is the d= of the signatures, mostly the domain of From.',
        ja: 'どのドメインで署名しますか。署名の d= のドメインで、通常は From のドメインです。',
      }),
      selectorQuestion(
        {
          en: 'Which selector does the key get? Each key needs one of its own; a date in it shows the key’s age.',
          ja: '鍵のセレクターは何にしますか。鍵ごとに別の名前が必要です。日付を入れると鍵の古さが分かります。',
        },
        ({ domain = '' }) => suggestedSelector(known, domainOf(domain)),
      ),
      {
        key: 'source',
        kind: 'choice',
        title: { en: 'Key', ja: '鍵' },
        text: {
          en: 'Is there a key already, or should a new pair be made?',
          ja: '既にある鍵を使いますか、それとも新しい鍵ペアを作りますか。',
        },
        asked: ALWAYS,
        choices: () => SOURCES,
        proposal: () => 'new',
      },
      {
        key: 'algorithm',
        kind: 'choice',
        title: { en: 'Algorithm', ja: 'アルゴリズム' },
        text: {
          en: 'Which kind of key should be made? RSA with 2048 bits works everywhere.',
          ja: 'どの種類の鍵を作りますか。RSA 2048 ビットならどこでも使えます。',
        },
        asked: ({ source }) => source === 'new',
        choices: () => KEY_ALGORITHMS,
        proposal: () => 'rsa2048',
        essential: true,
      },
      ...tagQuestions(dkimKeyDefinition, {
        t: { option: 'flags', asked: ({ source }) => source !== 'revoked' },
        p: {
          option: 'public-key',
          asked: ({ source }) => source === 'given',
          long: true,
          complaint: keyComplaint,
        },
      }),
    ],
    carried: carriedTags(dkimKeyDefinition).filter((name) => name !== 'k'),
    generate: (answers) => {
      const value = keyText(answers);
      if (value === undefined) return { records: [], files: [], notes: [TO_BE_MADE] };
      return {
        records: [{ owner: dkimOwner(answers), type: 'TXT', value, ttl: USUAL_TTL }],
        files: [],
        notes:
          answers['source'] === 'revoked' ? [] : [message(CHECK, { owner: plainName(dkimOwner(answers)) })],
      };
    },
    answersOf: (records) => {
      const found = records.flatMap((record) => recordIn(record) ?? [])[0];
      if (found === undefined) return undefined;
      const source = found.key().state === 'revoked' ? 'revoked' : 'given';
      const answers: Record<string, string> = { ...tagAnswers(found), source };
      delete answers['k'];
      return { ...answers, domain: plainName(found.domain), selector: found.selector };
    },
    meaning: (record) => {
      const found = recordIn(record);
      if (found === undefined) return [];
      // Blanks inside of Base64 are layout.
      return tagMeaning(found).map((part) => (part.startsWith('p=') ? part.replace(/\s/g, '') : part));
    },
  };
}

const SOURCES = [
  {
    value: 'new',
    label: { en: 'New pair of keys', ja: '新しい鍵ペア' },
    detail: {
      en: 'is made here; you say where the private key goes',
      ja: 'ここで作成する(秘密鍵の保存先を指定)',
    },
  },
  {
    value: 'given',
    label: { en: 'Existing public key', ja: '既にある公開鍵' },
    detail: { en: 'paste it: PEM or Base64', ja: 'PEM か Base64 で貼り付ける' },
  },
  {
    value: 'revoked',
    label: { en: 'Revoked', ja: '失効' },
    detail: {
      en: 'says that the selector’s key counts no more',
      ja: 'このセレクターの鍵が無効であることを示す',
    },
  },
];

const TO_BE_MADE: Message = message({
  en: 'The record follows when the keys are made.',
  ja: '鍵を作成するとレコードができます。',
});

const CHECK = {
  en: 'Publish the record and see that {owner} answers before signing with the key begins.',
  ja: 'レコードを公開し、{owner} が引けることを確かめてから、この鍵での署名を始めてください。',
};

/** The name of the key record, absolute. */
export function dkimOwner({ selector = '', domain = '' }: Answers): string {
  return ownerAt(`${selector.trim()}.${KEY_LABEL}`, domainOf(domain));
}

/** Answers of which the door has made the keys. @param publicKey PEM or Base64 of SubjectPublicKeyInfo */
export function withPublicKey(answers: Answers, publicKey: string): Answers {
  return { ...answers, source: 'given', p: publicKey };
}

function keyText(answers: Answers): string | undefined {
  const { source, p = '' } = answers;
  if (source === 'revoked') return tagText(dkimKeyDefinition, { p: '' }, ['p']);
  const key = dkimKeyOf(p);
  return key && tagText(dkimKeyDefinition, { ...answers, k: key.type, p: key.base64 }, ['k', 'p']);
}

function recordIn(record: GivenRecord): DkimKeyRecord | undefined {
  const found = recognised(record);
  return found?.kind === 'dkim-key' && found.value.content === 'key' ? found.value : undefined;
}
