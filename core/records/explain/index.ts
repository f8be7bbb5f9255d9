import { message, type Localized, type Message } from '../../text/message';
import type { Block, ExplainedTerm, Inline, Page } from '../../text/page';
import { holdsPrivateKey } from '../../values/privateKey';
import { keyWords } from '../dkimKeyDescribed';
import type { RecognisedRecord } from '../recognise';
import { introduction } from './about';
import { referenceLinks } from './references';
import { explainedTerms } from './spf';
import { explainedDefaults, explainedTags } from './tags';

export { domainOfRecord } from './about';

/**
 * A record explained: what it is, where receivers look for it, its text, its terms one by one, what holds for those
 * that are not written. Nothing of a private key is shown.
 * @param effects what receivers make of it with what else is known: put behind the terms
 */
export function explainedRecord(recognised: RecognisedRecord, effects: readonly Block[]): Page {
  const { title, what, where, misplaced, reference } = introduction(recognised);
  const { text } = recognised.value.text;
  const secret = holdsPrivateKey(text);
  const blocks: Block[] = [
    { kind: 'paragraph', text: [what] },
    { kind: 'paragraph', text: [where] },
    ...(misplaced === undefined ? [] : [warning(misplaced)]),
    ...(secret ? [warning(message(SECRET))] : []),
  ];
  if (!secret) {
    blocks.push({ kind: 'verbatim', text });
    if (isForeign(recognised)) blocks.push(warning(message(FOREIGN)));
    blocks.push(...keyBlocks(recognised), ...effects, ...termBlocks(recognised));
  }
  blocks.push(heading(REFERENCES), { kind: 'paragraph', text: referenceLinks(reference) });
  return { title, blocks };
}

const SECRET: Localized = {
  en: '**The text holds a private key, so it is not shown here.** Whoever can read the zone can sign mail with it: take it out and make a new key.',
  ja: '**秘密鍵が含まれているため、内容は表示しません。** ゾーンを読める人なら誰でも署名できてしまいます。レコードを削除し、鍵を作り直してください。',
};
const FOREIGN: Localized = {
  en: 'Receivers find no record of this kind in this text and pass it over.',
  ja: 'この内容はこの種類のレコードとして読めないため、受信側には無視されます。',
};
const REFERENCES: Localized = { en: 'References', ja: '参照' };
const DEFAULTS: Localized = { en: 'Not written, so this holds', ja: '省略されたタグの値' };
const KEY: Localized = { en: 'The key', ja: '鍵' };

function heading(text: Localized): Block {
  return { kind: 'heading', text: message(text) };
}

function warning(text: Message): Block {
  return { kind: 'paragraph', tone: 'warning', text: [text] };
}

function isForeign(recognised: RecognisedRecord): boolean {
  if (recognised.kind === 'spf-record') return !recognised.value.accepted;
  if (recognised.kind === 'report-authorisation') return false;
  const { content } = recognised.value;
  return content === 'foreign' || content === 'wrapped';
}

function keyBlocks(recognised: RecognisedRecord): Block[] {
  if (recognised.kind !== 'dkim-key') return [];
  const facts = keyWords(recognised.value);
  if (facts.length === 0) return [];
  const items = facts.map((fact): { depth: number; text: Inline[] } => ({ depth: 0, text: [fact] }));
  return [heading(KEY), { kind: 'list', items }];
}

function termBlocks(recognised: RecognisedRecord): Block[] {
  if (recognised.kind === 'spf-record') {
    const terms: Localized = { en: 'Its terms, in the order of evaluation', ja: '項目(評価順)' };
    return section(terms, explainedTerms(recognised.value));
  }
  const tags: Localized = { en: 'Its tags', ja: 'タグ' };
  return [
    ...section(tags, explainedTags(recognised.value)),
    ...(recognised.value.tags.length === 0 ? [] : section(DEFAULTS, explainedDefaults(recognised.value))),
  ];
}

function section(title: Localized, items: readonly ExplainedTerm[]): Block[] {
  return items.length === 0 ? [] : [heading(title), { kind: 'terms', items }];
}
