import type { Localized } from '../text/message';
import type { Edit } from '../text/span';
import { quoteCharacters, STRING_LIMIT } from '../values/characterString';
import { isWithin, labelsOf, plainName, relativeName, writeName } from '../values/domainName';
import type { GeneratedRecord } from './form';
import type { ExistingRecord, LinePlace } from './protocol';

/** The record as one line of a zone file, without a line break (RFC 1035 §5.1). */
export function zoneLine(record: GeneratedRecord, place: LinePlace): string {
  const owner = relativeName(record.owner, place.origin);
  const ttl = place.hasTtl ? '' : String(record.ttl);
  const data = quoteCharacters(record.value);
  const { like } = place;
  // A neighbour's layout is taken over where it has just class and type; its columns stay where they are.
  const gap = like === undefined ? null : /^([ \t]+)((?:IN[ \t]+)?TXT[ \t]+)$/i.exec(like.gap);
  if (like === undefined || gap === null || ttl !== '') {
    return [owner, ...(ttl === '' ? [] : [ttl]), 'IN', record.type, data].join('\t');
  }
  const [, lead = '', rest = ''] = gap;
  const width = like.owner.length + lead.length;
  const blank = lead.includes('\t') ? lead : ' '.repeat(Math.max(1, width - owner.length));
  return `${owner}${blank}${rest}${data}`;
}

/** The record as a line that is right in any zone file, wherever it is pasted. */
export function absoluteLine(record: GeneratedRecord): string {
  return [record.owner, record.ttl, 'IN', record.type, quoteCharacters(record.value)].join('\t');
}

/**
 * Edits that put the record in the place of one that stands in a zone file: its data is replaced, and its owner
 * where that was not quite the right one. TTL, class and the comment behind it stay.
 */
export function replacing(record: GeneratedRecord, existing: ExistingRecord): Edit[] {
  const data: Edit = { span: existing.data, text: quoteCharacters(record.value) };
  if (existing.ownerSpan === undefined || existing.owner === record.owner) return [data];
  return [{ span: existing.ownerSpan, text: relativeName(record.owner, existing.origin) }, data];
}

/** One field of a DNS provider's form. */
export interface FormField {
  readonly key: 'host' | 'type' | 'value' | 'ttl';
  readonly name: Localized;
  readonly value: string;
  readonly note: Localized;
}

/**
 * The record as the fields of a provider's form.
 * @param zone the domain that is managed there, with or without its final dot; where the record lies outside of it,
 * or none is known, the record's own domain
 */
export function formFields(record: GeneratedRecord, zone?: string): FormField[] {
  const full = plainName(record.owner);
  const own = writeName(labelsOf(record.owner).slice(1));
  const managed = zone !== undefined && isWithin(full, zone) ? zone : own;
  const host = relativeName(record.owner, managed);
  const long = record.value.length > STRING_LIMIT;
  return [
    {
      key: 'host',
      name: { en: 'Host', ja: 'ホスト名' },
      value: host,
      note: {
        en: `Where the form does not append the domain: ${full}`,
        ja: `ドメイン名が自動で付かない管理画面では: ${full}`,
      },
    },
    {
      key: 'type',
      name: { en: 'Type', ja: '種別' },
      value: record.type,
      note: { en: 'A text record.', ja: 'テキストレコードです。' },
    },
    {
      key: 'value',
      name: { en: 'Value', ja: '値' },
      value: record.value,
      note: long
        ? {
            en: 'Without quotes. It is longer than 255 characters: most forms split it by themselves.',
            ja: '引用符は付けません。255 文字を超えますが、多くの管理画面では自動で分割されます。',
          }
        : {
            en: 'Without quotes: most forms add them by themselves.',
            ja: '引用符は付けません。多くの管理画面では自動で付きます。',
          },
    },
    {
      key: 'ttl',
      name: { en: 'TTL', ja: 'TTL' },
      value: String(record.ttl),
      note: {
        en: 'Seconds. Where the form has no such field, its own default will do.',
        ja: '秒数です。欄がない場合は既定値のままで構いません。',
      },
    },
  ];
}
