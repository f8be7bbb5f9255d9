import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { JoinedText } from '../text/joinedText';
import { labelsOf, writeName } from '../values/domainName';
import { defineRecord } from './definition';
import { intendedOwner } from './dmarcPolicy';
import { readLabelled, type LabelledRecord } from './labelledRecord';

/** A TXT record read as a BIMI Assertion Record (draft-brand-indicators-for-message-identification §4). */
export interface BimiRecord extends LabelledRecord {
  /** The labels before `_bimi`, without final dot; `default` unless mail names another one. Empty elsewhere. */
  readonly selector: string;
  /** Both locations are there and empty: the domain says that it takes no part (§4.3). */
  readonly declines: boolean;
}

/** The label behind the selector. */
export const BIMI_LABEL = '_bimi';

/** The draft that all of BIMI is in; it changes, so rules name sections by their title. */
export const BIMI_DRAFT = 'draft-brand-indicators-for-message-identification';

/** What `lps` holds: letters, digits and hyphens, with commas between. */
const LOCAL_PARTS = /^[A-Za-z\d-]{1,63}(?:\s*,\s*[A-Za-z\d-]{1,63})*$/;

/** The record at `<selector>._bimi.<domain>`. */
export const bimiDefinition = defineRecord({
  kind: 'bimi',
  title: { en: 'BIMI Assertion Record', ja: 'BIMI アサーションレコード' },
  version: { tag: 'v', value: 'BIMI1' },
  beginnings: [
    {
      text: 'v=BIMI1; l=https://{domain}/logo.svg; a=',
      detail: { en: 'a logo without a certificate', ja: 'ロゴのみ(証明書なし)' },
    },
    {
      text: 'v=BIMI1; l=; a=',
      detail: { en: 'this domain takes no part in BIMI', ja: 'このドメインは BIMI に参加しない' },
    },
  ],
  tags: [
    {
      name: 'v',
      title: { en: 'Version', ja: 'バージョン' },
      documentation: {
        en: 'Marks the record as BIMI. It comes first and reads `BIMI1`.',
        ja: 'BIMI のレコードであることを示します。先頭のタグで、値は `BIMI1` でなければなりません。',
      },
      value: {
        type: 'keyword',
        caseSensitive: true,
        keywords: [{ value: 'BIMI1', meaning: { en: 'the only version there is', ja: '唯一のバージョン' } }],
      },
      need: 'required',
      reference: BIMI_DRAFT,
    },
    {
      name: 'l',
      title: { en: 'Indicator location', ja: 'ロゴの場所' },
      documentation: {
        en: 'The HTTPS URI of the logo, an SVG file in the profile SVG Tiny PS. Empty together with `a`: the domain takes no part.',
        ja: 'ロゴ(SVG Tiny PS 形式の SVG ファイル)の HTTPS URI です。`a` とともに空にすると、BIMI に参加しないことを表します。',
      },
      value: { type: 'https-uri' },
      need: 'required',
      reference: BIMI_DRAFT,
      question: {
        en: 'Where is the logo? The https:// address of an SVG file in the profile SVG Tiny PS; empty says that the domain takes no part in BIMI.',
        ja: 'ロゴはどこにありますか。SVG Tiny PS 形式の SVG ファイルの https:// の URL です。空にすると BIMI に参加しないことを表します。',
      },
    },
    {
      name: 'a',
      title: { en: 'Evidence location', ja: '証明書の場所' },
      documentation: {
        en: 'The HTTPS URI of a PEM file with a mark certificate (VMC or CMC). Several mailbox providers show no logo without one.',
        ja: 'マーク証明書(VMC または CMC)の PEM ファイルの HTTPS URI です。証明書がないとロゴを表示しない事業者が多くあります。',
      },
      value: { type: 'https-uri' },
      default: '',
      need: 'optional',
      reference: BIMI_DRAFT,
      question: {
        en: 'Where is the mark certificate (VMC or CMC)? The https:// address of its PEM file; several mailbox providers show no logo without one.',
        ja: 'マーク証明書 (VMC または CMC) はどこにありますか。PEM ファイルの https:// の URL です。証明書がないとロゴを表示しない事業者が多くあります。',
      },
    },
    {
      name: 'avp',
      title: { en: 'Avatar preference', ja: 'アバターの優先' },
      documentation: {
        en: 'Which picture to show where the mailbox provider knows a personal one of the sender, too.',
        ja: '事業者が送信者個人の画像も持っている場合に、どちらを表示するかを示します。',
      },
      value: {
        type: 'keyword',
        keywords: [
          { value: 'brand', meaning: { en: 'the logo of the brand', ja: 'ブランドのロゴ' } },
          { value: 'personal', meaning: { en: 'the picture of the person', ja: '個人の画像' } },
        ],
      },
      default: 'brand',
      need: 'optional',
      reference: BIMI_DRAFT,
      question: {
        en: 'Which picture should be shown where the mailbox provider knows one of the person, too?',
        ja: '事業者が送信者個人の画像も持っている場合、どちらを表示してほしいですか。',
      },
    },
    {
      name: 'lps',
      title: { en: 'Local-part selectors', ja: 'ローカルパートのセレクター' },
      documentation: {
        en: 'Local parts, or beginnings of them, with commas between, that have selectors of their own.',
        ja: '専用のセレクターを持つローカルパート(またはその先頭部分)をカンマで区切って並べます。',
      },
      value: { type: 'text', form: LOCAL_PARTS },
      need: 'optional',
      reference: BIMI_DRAFT,
    },
  ],
  reference: BIMI_DRAFT,
});

/** Where `_bimi` stands among the labels, behind at least one label of a selector; negative otherwise. */
export function bimiLabelIndex(labels: readonly string[]): number {
  const index = labels.indexOf(BIMI_LABEL);
  return index > 0 ? index : -1;
}

/** Reads a TXT entry as a BIMI Assertion Record; never fails. */
export function readBimi(entry: ZoneEntry, text: JoinedText): BimiRecord {
  const labels = labelsOf(intendedOwner(entry));
  const index = bimiLabelIndex(labels);
  const record = readLabelled(bimiDefinition, [BIMI_LABEL], entry, text, Math.max(0, index));
  const empty = (name: string) => record.byName.get(name)?.value.text === '';
  return {
    selector: index > 0 ? writeName(labels.slice(0, index)).slice(0, -1) : '',
    declines: empty('l') && (empty('a') || !record.byName.has('a')),
    ...record,
    place: index > 0 ? 'right' : 'elsewhere',
  };
}
