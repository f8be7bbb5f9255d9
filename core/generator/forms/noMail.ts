import { dkimKeyDefinition, KEY_LABEL } from '../../records/dkimKey';
import { dmarcPolicyDefinition, POLICY_LABEL } from '../../records/dmarcPolicy';
import { isSpf } from '../../syntax/spf/version';
import { message, type Message } from '../../text/message';
import { labelsOf, plainName, writeName } from '../../values/domainName';
import { addressComplaint } from '../addresses';
import { domainOf } from '../domain';
import { membersOf, type Answers, type Choice, type GeneratedRecord, type RecordForm } from '../form';
import { NOTHING_KNOWN, ownerAt, recognised, type GivenRecord, type Known } from '../known';
import { ALWAYS, domainQuestion, USUAL_TTL } from '../questions';
import { tagAnswers, tagMeaning, tagText } from '../tagForm';

/** What can be said, in the order in which the records are made. */
const PARTS: readonly Choice[] = Object.freeze([
  {
    value: 'mx',
    label: { en: 'Receives no mail', ja: 'メールを受信しない' },
    detail: { en: 'null MX: MX 0 . (RFC 7505)', ja: 'null MX: MX 0 . (RFC 7505)' },
  },
  {
    value: 'spf',
    label: { en: 'No server may send', ja: '送信を認めるサーバーはない' },
    detail: { en: 'SPF: v=spf1 -all', ja: 'SPF: v=spf1 -all' },
  },
  {
    value: 'dmarc',
    label: { en: 'Refuse mail in its name', ja: '名乗るメールを拒否する' },
    detail: { en: 'DMARC: p=reject', ja: 'DMARC: p=reject' },
  },
  {
    value: 'dkim',
    label: { en: 'No signature counts', ja: 'どの署名も無効' },
    detail: {
      en: 'a revoked DKIM key at every selector: *._domainkey',
      ja: 'すべてのセレクターで DKIM 鍵を失効とする: *._domainkey',
    },
  },
]);

const ALL_PARTS = PARTS.map(({ value }) => value).join(',');

/** The form for the records of a domain that has nothing to do with mail (RFC 7505; M3AAWG on parked domains). */
export function noMailForm(known: Known = NOTHING_KNOWN): RecordForm {
  return {
    kind: 'no-mail',
    title: { en: 'Domain without mail', ja: 'メールを使わないドメイン' },
    questions: [
      domainQuestion(known, {
        en: 'Which domain neither sends nor receives mail?',
        ja: 'メールの送受信に使わないのはどのドメインですか。',
      }),
      {
        key: 'parts',
        kind: 'choices',
        title: { en: 'What to say', ja: '公開する内容' },
        text: {
          en: 'What should the domain say? All of it, unless mail still has to arrive.',
          ja: '何を公開しますか。メールを受信しなければならない場合を除き、すべてを選びます。',
        },
        asked: ALWAYS,
        choices: () => PARTS,
        proposal: () => ALL_PARTS,
        complaint: (text) => (membersOf(text).length === 0 ? NOTHING : undefined),
        essential: true,
      },
      {
        key: 'rua',
        kind: 'list',
        title: { en: 'Aggregate report addresses', ja: '集計レポートの送付先' },
        text: {
          en: 'Should reports on mail that forgers send in its name go to an address? Empty: no reports.',
          ja: 'ドメインを騙るメールのレポートを受け取りますか。空にすると受け取りません。',
        },
        asked: ({ parts = '' }) => membersOf(parts).includes('dmarc'),
        proposal: () => '',
        example: 'dmarc-reports@example.net',
        complaint: (text, answers) => addressComplaint(text) ?? unreachable(text, answers),
      },
    ],
    generate: (answers) => {
      const domain = domainOf(answers['domain'] ?? '');
      const parts = membersOf(answers['parts'] ?? '');
      const txt = (labels: string, value: string): GeneratedRecord => ({
        owner: ownerAt(labels, domain),
        type: 'TXT',
        value,
        ttl: USUAL_TTL,
      });
      const policy = { p: 'reject', rua: answers['rua'] ?? '' };
      const made: Readonly<Record<string, GeneratedRecord>> = {
        mx: { owner: ownerAt('', domain), type: 'MX', value: '.', preference: 0, ttl: USUAL_TTL },
        spf: txt('', 'v=spf1 -all'),
        dmarc: txt(POLICY_LABEL, tagText(dmarcPolicyDefinition, policy, ['p'])),
        dkim: txt(`*.${KEY_LABEL}`, tagText(dkimKeyDefinition, { p: '' }, ['p'])),
      };
      const notes = parts.includes('mx') ? [message(ALONE, { domain })] : [];
      return { records: parts.flatMap((part) => made[part] ?? []), files: [], notes };
    },
    answersOf: (records) => {
      const said = records.flatMap((record) => {
        const part = partOf(record);
        return part === undefined ? [] : [{ part, record }];
      });
      // Each of them alone may stand at a domain with mail; a null MX may not.
      const [null_] = said.filter(({ part }) => part === 'mx');
      if (null_ === undefined) return undefined;
      const domain = plainName(null_.record.owner);
      const here = said.filter(({ part, record }) => domainBelow(part, record) === domain);
      const policy = here.find(({ part }) => part === 'dmarc');
      const found = policy && recognised(policy.record);
      const parts = PARTS.map(({ value }) => value).filter((value) =>
        here.some(({ part }) => part === value),
      );
      return {
        domain,
        parts: parts.join(','),
        rua: found?.kind === 'dmarc-policy' ? (tagAnswers(found.value)['rua'] ?? '') : '',
      };
    },
    meaning: (record) => {
      const part = partOf(record);
      if (part === undefined) return [];
      const found = recognised(record);
      return part === 'dmarc' && found?.kind === 'dmarc-policy'
        ? tagMeaning(found.value).map((tag) => `dmarc ${tag}`)
        : [part];
    },
  };
}

const NOTHING = message({
  en: 'Choose at least one of them.',
  ja: '1 つ以上選んでください。',
});

/** Reports cannot go to the very domain that is about to receive no mail. */
function unreachable(text: string, { domain = '', parts = '' }: Answers): Message | undefined {
  const own = domainOf(domain);
  const lost = membersOf(text).some((address) => domainOf(address) === own);
  return lost && membersOf(parts).includes('mx')
    ? message(
        {
          en: '{own} is going to receive no mail, so its reports need an address elsewhere.',
          ja: '{own} はメールを受信しなくなるため、レポートは別のドメインのアドレスで受け取ってください。',
        },
        { own },
      )
    : undefined;
}

const ALONE = {
  en: 'A null MX stands alone: other MX records of {domain} have to go (RFC 7505 §3).',
  ja: 'null MX は単独で置きます。{domain} の他の MX レコードは削除してください (RFC 7505 §3)。',
};

/** Which part a record is. */
function partOf(record: GivenRecord): string | undefined {
  const { type, value, preference } = record;
  if (type === 'MX') return value === '.' && preference === 0 ? 'mx' : undefined;
  if (type !== 'TXT') return undefined;
  if (isSpf(value)) return value.trim().toLowerCase() === 'v=spf1 -all' ? 'spf' : undefined;
  const found = recognised(record);
  if (found?.kind === 'dmarc-policy' && found.value.place === 'policy') {
    return tagAnswers(found.value)['p'] === 'reject' ? 'dmarc' : undefined;
  }
  if (found?.kind !== 'dkim-key' || found.value.selector !== '*') return undefined;
  return found.value.key().state === 'revoked' ? 'dkim' : undefined;
}

/** The domain that a part is about, without final dot. */
function domainBelow(part: string, { owner }: GivenRecord): string {
  const skip: Readonly<Record<string, number>> = { dmarc: 1, dkim: 2 };
  return plainName(writeName(labelsOf(owner).slice(skip[part] ?? 0)));
}
