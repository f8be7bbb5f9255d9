import { POLICY_KEYS, POLICY_MODES, type PolicyKey } from '../facts/mtaStsPolicy';
import { referenceLinks } from '../records/explain/references';
import type { PolicyLine } from '../syntax/mtaStsPolicy';
import { message, type Localized, type Message } from '../text/message';
import { code, type Block, type ExplainedTerm, type Page } from '../text/page';
import { periodWords } from '../values/period';
import { holdsPrivateKey } from '../values/privateKey';
import type { Editing, MailRecord, StandingMailRecord } from './editing';
import { meantKey, policyValue, withoutComment, type PolicyFile } from './mtaStsPolicyFile';
import type { Unit, UnitsView } from './units';

type View = UnitsView<PolicyLine, PolicyFile>;

/** What a field's value says, in sentences; undefined where senders cannot use it. */
export type ValueParagraphs = (key: PolicyKey, value: string) => readonly Message[] | undefined;

/** More lines are not explained one by one, nor shown. */
const MOST_LINES = 200;

/** A policy in plain sentences: the file is one record, wherever in it one asks. */
export function policyExplaining(
  view: View,
  valueParagraphs: ValueParagraphs,
): Required<Pick<Editing, 'mailRecordAt' | 'mailRecords' | 'findMailRecord' | 'explain'>> {
  const record: StandingMailRecord = {
    ...POLICY,
    domain: '',
    span: { start: 0, end: view.text.length },
  };
  const isThis = ({ kind, owner, index }: MailRecord): boolean =>
    kind === POLICY.kind && owner === POLICY.owner && index === POLICY.index;
  return {
    mailRecordAt: () => record,
    mailRecords: () => [record],
    findMailRecord: (wanted) => (isThis(wanted) ? record : undefined),
    explain: (wanted) => (isThis(wanted) ? policyPage(view, valueParagraphs) : undefined),
  };
}

const POLICY: MailRecord = Object.freeze({ kind: 'mta-sts-policy', owner: '', index: 0 });

const TITLE: Localized = { en: 'MTA-STS policy', ja: 'MTA-STS ポリシー' };
const WHAT: Localized = {
  en: 'Tells senders over which mail servers, and how strictly, they deliver to the domain by verified TLS. It stands at `https://mta-sts.<domain>/.well-known/mta-sts.txt`.',
  ja: '送信側に、どのメールサーバーへ、どの程度厳格に検証済み TLS で配送するかを伝えます。`https://mta-sts.<ドメイン>/.well-known/mta-sts.txt` に置きます。',
};
const WHERE: Localized = {
  en: 'A sender fetches it where the TXT record at `_mta-sts.<domain>` has an `id` that it does not know yet: change that `id` with every change here.',
  ja: '送信側は、`_mta-sts.<ドメイン>` の TXT レコードの `id` が未知の値のときに取得します。このファイルを変更したら、`id` も変えてください。',
};
const SECRET: Localized = {
  en: '**The file holds a private key, so it is not shown here.** Take it out, and make a new key.',
  ja: '**秘密鍵が含まれているため、内容は表示しません。** 鍵を削除し、作り直してください。',
};

function policyPage(view: View, valueParagraphs: ValueParagraphs): Page {
  const blocks: Block[] = [
    { kind: 'paragraph', text: [message(WHAT)] },
    { kind: 'paragraph', text: [message(WHERE)] },
  ];
  if (holdsPrivateKey(view.text)) {
    blocks.push({ kind: 'paragraph', tone: 'warning', text: [message(SECRET)] });
  } else {
    blocks.push(heading(EFFECT), { kind: 'list', items: effects(view.file).map(item) });
    const lines = view.units.slice(0, MOST_LINES);
    const items = lines.flatMap((unit) => explainedLine(unit, view.file, valueParagraphs));
    if (items.length > 0) blocks.push(heading(LINES), { kind: 'terms', items });
  }
  blocks.push(heading(REFERENCES), { kind: 'paragraph', text: referenceLinks('RFC 8461 §3.2') });
  return { title: message(TITLE), blocks };
}

const EFFECT: Localized = { en: 'What it comes to', ja: '実際の効果' };
const LINES: Localized = { en: 'Its lines', ja: '各行の意味' };
const REFERENCES: Localized = { en: 'References', ja: '参照' };

function heading(text: Localized): Block {
  return { kind: 'heading', text: message(text) };
}

function item(text: Message) {
  return { depth: 0, text: [text] };
}

/** What senders do by the policy; of a field that is missing, that they take it for none. */
function effects(file: PolicyFile): Message[] {
  const written = policyValue(file, 'mode');
  const mode = POLICY_MODES.find(({ name }) => name === written);
  const age = policyValue(file, 'max_age') ?? '';
  const missing = POLICY_KEYS.filter(
    ({ name }) => !file.byKey.has(name) && (name !== 'mx' || mode?.name !== 'none'),
  );
  const said: Message[] = missing.map(({ name }) =>
    message(
      {
        en: 'There is no `{name}`, so senders take the file for no policy.',
        ja: '`{name}` がないため、送信側はポリシーとして扱いません。',
      },
      { name },
    ),
  );
  if (mode !== undefined) {
    said.push(
      message({ en: '`{mode}`: {means}', ja: '`{mode}`: {means}' }, { mode: mode.name, means: mode.means }),
    );
  }
  const hosts = (file.byKey.get('mx') ?? []).map(({ value }) => withoutComment(value.field.value));
  if (hosts.length > 0) {
    const shown = hosts.slice(0, MOST_LINES).join(', ');
    said.push(message({ en: 'Mail servers: `{shown}`', ja: 'メールサーバー: `{shown}`' }, { shown }));
  }
  if (/^\d{1,8}$/.test(age)) {
    said.push(
      message(
        { en: 'Senders keep it for {period}.', ja: '送信側は {period} 保持します。' },
        { period: periodWords(Number(age)) },
      ),
    );
  }
  return said;
}

function explainedLine(
  { value: line }: Unit<PolicyLine>,
  file: PolicyFile,
  valueParagraphs: ValueParagraphs,
): ExplainedTerm[] {
  if (line.kind === 'blank') return [];
  const { field } = line;
  const key = field && meantKey(field.key);
  const fact = POLICY_KEYS.find(({ name }) => name === key);
  if (field === undefined || fact === undefined) {
    return [{ term: code(line.text.trim().slice(0, 80)), text: [[message(UNKNOWN)]] }];
  }
  const value = withoutComment(field.value);
  const first = file.byKey.get(fact.name)?.[0]?.value;
  const again = fact.name !== 'mx' && first !== undefined && first !== line;
  const details = valueParagraphs(fact.name, value) ?? [message(BAD)];
  return [
    {
      term: code(`${field.key}: ${value.slice(0, 80)}`),
      text: [
        [message({ en: '**{means}**', ja: '**{means}**' }, { means: fact.means })],
        ...details.map((detail) => [detail]),
        ...(again ? [[message(AGAIN)]] : []),
        [message(fact.documentation)],
      ],
    },
  ];
}

const UNKNOWN: Localized = {
  en: 'No field that the standard names; senders skip it.',
  ja: '規格にないフィールドです。送信側は読み飛ばします。',
};
const BAD: Localized = { en: 'Senders cannot use this value.', ja: '送信側はこの値を解釈できません。' };
const AGAIN: Localized = {
  en: 'This field stood before; the first one counts.',
  ja: 'このフィールドは前にもあります。最初のものが有効です。',
};
