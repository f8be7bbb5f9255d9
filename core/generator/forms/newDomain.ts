import type { Generated, Question, RecordForm } from '../form';
import { completed, membersOf, type Answers, type Choice } from '../form';
import { NOTHING_KNOWN, type Known } from '../known';
import { ALWAYS, domainQuestion } from '../questions';
import { dkimForm } from './dkim';
import { dmarcForm } from './dmarc';
import { mtaStsForm } from './mtaSts';
import { spfForm } from './spf';
import { tlsRptForm } from './tlsRpt';
import { message } from '../../text/message';

/** The parts, in the order in which they are asked for and made. */
const MAKERS: readonly ((known: Known) => RecordForm)[] = [
  spfForm,
  dkimForm,
  dmarcForm,
  tlsRptForm,
  mtaStsForm,
];

/** The form for all records of a domain that begins to send and receive mail: the essential questions of each. */
export function newDomainForm(known: Known = NOTHING_KNOWN): RecordForm {
  const forms = MAKERS.map((make) => make(known));
  const choices = forms.map(({ kind, title }): Choice => ({
    value: kind,
    label: title,
    detail: DETAILS[kind]!,
  }));
  const wants = (answers: Answers, kind: string): boolean => membersOf(answers['parts'] ?? '').includes(kind);
  const part = ({ kind, questions }: RecordForm): Question[] =>
    questions
      .filter(({ key, essential }) => essential === true && key !== 'domain')
      .map((question) => prefixed(question, kind, (answers) => wants(answers, kind)));
  return {
    kind: 'domain',
    title: { en: 'Everything for a new domain', ja: '新しいドメイン一式' },
    questions: [
      domainQuestion(known, {
        en: 'Which domain begins to send and receive mail?',
        ja: 'どのドメインでメールの送受信を始めますか。',
      }),
      {
        key: 'parts',
        kind: 'choices',
        title: { en: 'Records', ja: 'レコード' },
        text: {
          en: 'Which records are wanted? SPF, DKIM and DMARC belong to every domain that sends.',
          ja: 'どのレコードを作りますか。メールを送信するドメインには SPF、DKIM、DMARC が必要です。',
        },
        asked: ALWAYS,
        choices: () => choices,
        proposal: () => 'spf,dkim,dmarc,tls-rpt',
        complaint: (text) =>
          membersOf(text).length === 0
            ? message({ en: 'Choose at least one of them.', ja: '1 つ以上選んでください。' })
            : undefined,
        essential: true,
      },
      ...forms.flatMap(part),
    ],
    generate: (answers) => {
      const made = forms
        .filter(({ kind }) => wants(answers, kind))
        .map((form) => form.generate(completed(form, partAnswers(answers, form.kind))));
      return together(made);
    },
    answersOf: (records) => {
      const found = forms.flatMap((form) => {
        const answers = form.answersOf(records);
        return answers === undefined ? [] : [{ kind: form.kind, answers }];
      });
      const [first] = found;
      if (first === undefined) return undefined;
      const all: Record<string, string> = {
        domain: first.answers['domain'] ?? '',
        parts: found.map(({ kind }) => kind).join(','),
      };
      for (const { kind, answers } of found) {
        for (const [key, answer] of Object.entries(answers)) {
          if (key !== 'domain') all[`${kind}.${key}`] = answer;
        }
      }
      return all;
    },
    carried: forms.flatMap((form) => [
      ...(form.carried ?? []).map((key) => `${form.kind}.${key}`),
      // What is not asked for here is kept where it was answered in the form of its own.
      ...form.questions
        .filter(({ key, essential }) => essential !== true && key !== 'domain')
        .map(({ key }) => `${form.kind}.${key}`),
    ]),
    fresh: forms.flatMap(({ kind, fresh }) => (fresh ?? []).map((key) => `${kind}.${key}`)),
    meaning: (record) => forms.flatMap((form) => form.meaning(record)),
  };
}

const DETAILS: Readonly<Record<string, { readonly en: string; readonly ja: string }>> = {
  spf: { en: 'which servers may send', ja: '送信してよいサーバー' },
  dkim: { en: 'the key for signatures', ja: '署名の鍵' },
  dmarc: { en: 'what to do with mail that fails', ja: '失敗したメールの扱い' },
  'tls-rpt': { en: 'reports on TLS connections', ja: 'TLS 接続のレポート' },
  'mta-sts': { en: 'delivery over TLS only; needs a web server', ja: 'TLS でのみ配送(Web サーバーが必要)' },
};

/** The answers of one part, as its own form has them. */
export function partAnswers(answers: Answers, kind: string): Answers {
  const own: Record<string, string> = {};
  for (const [key, answer] of Object.entries(answers)) {
    if (key === 'domain') own['domain'] = answer;
    else if (key.startsWith(`${kind}.`)) own[key.slice(kind.length + 1)] = answer;
  }
  return own;
}

/** The answers for an SPF record, alone or among others; undefined where none is asked for. */
export function spfPart({ kind }: RecordForm, full: Answers): Answers | undefined {
  if (kind === 'spf') return full;
  return kind === 'domain' && membersOf(full['parts'] ?? '').includes('spf')
    ? partAnswers(full, 'spf')
    : undefined;
}

function prefixed(question: Question, kind: string, wanted: (answers: Answers) => boolean): Question {
  const { choices, complaint, option = question.key } = question;
  const own = (answers: Answers): Answers => partAnswers(answers, kind);
  return {
    ...question,
    key: `${kind}.${question.key}`,
    option: `${kind}-${option}`,
    asked: (answers) => wanted(answers) && question.asked(withProposals(own(answers), kind)),
    proposal: (answers) => question.proposal(own(answers)),
    ...(choices && { choices: (answers: Answers) => choices(own(answers)) }),
    ...(complaint && { complaint: (text: string, answers: Answers) => complaint(text, own(answers)) }),
  };
}

/** Answers that later questions of a part stand on although they are not asked for here. */
function withProposals(answers: Answers, kind: string): Answers {
  return kind === 'dkim' ? { source: 'new', ...answers } : answers;
}

function together(made: readonly Generated[]): Generated {
  return {
    records: made.flatMap(({ records }) => records),
    files: made.flatMap(({ files }) => files),
    notes: made.flatMap(({ notes }) => notes),
  };
}
