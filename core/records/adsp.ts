import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { JoinedText } from '../text/joinedText';
import { defineRecord } from './definition';
import { readLabelled, type LabelledRecord } from './labelledRecord';

/** A TXT record read as Author Domain Signing Practices (RFC 5617), which are Historic since 2013. */
export type AdspRecord = LabelledRecord;

/** The labels in front of the author's domain (RFC 5617 §4.1). */
export const ADSP_LABELS: readonly string[] = ['_adsp', '_domainkey'];

/** The record at `_adsp._domainkey.<domain>`. */
export const adspDefinition = defineRecord({
  kind: 'adsp',
  title: { en: 'ADSP record (historic)', ja: 'ADSP レコード(歴史的)' },
  // It has no version: its only tag comes first.
  version: { tag: 'dkim', value: 'unknown' },
  beginnings: [
    {
      text: 'dkim=unknown',
      detail: { en: 'nothing is promised (historic)', ja: '何も約束しない(歴史的な規格)' },
    },
    {
      text: 'dkim=all',
      detail: { en: 'all mail is signed (historic)', ja: 'すべてのメールに署名する(歴史的な規格)' },
    },
  ],
  tags: [
    {
      name: 'dkim',
      title: { en: 'Outbound signing practices', ja: '送信メールの署名方針' },
      documentation: {
        en: 'Said whether all mail of the domain is signed. ADSP was hardly ever used, is Historic since 2013, and DMARC took its place; receivers do not look it up any more.',
        ja: 'ドメインのメールがすべて署名されるかどうかを示していました。ADSP はほとんど使われないまま 2013 年に歴史的な規格とされ、DMARC に置き換えられました。現在の受信側は参照しません。',
      },
      value: {
        type: 'keyword',
        keywords: [
          {
            value: 'unknown',
            meaning: { en: 'some mail may be unsigned', ja: '署名のないメールがあり得る' },
          },
          { value: 'all', meaning: { en: 'all mail is signed', ja: 'すべてのメールに署名する' } },
          {
            value: 'discardable',
            meaning: {
              en: 'all mail is signed, and may be thrown away where it is not',
              ja: 'すべてのメールに署名し、署名のないものは破棄してよい',
            },
            aliases: ['discard', 'strict'],
          },
        ],
      },
      need: 'required',
      reference: 'RFC 5617 §4.2.1',
    },
  ],
  reference: 'RFC 5617 §4.2.1',
});

/** Reads a TXT entry as an ADSP record; never fails. */
export function readAdsp(entry: ZoneEntry, text: JoinedText): AdspRecord {
  return readLabelled(adspDefinition, ADSP_LABELS, entry, text);
}
