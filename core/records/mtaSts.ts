import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { JoinedText } from '../text/joinedText';
import { defineRecord } from './definition';
import { readLabelled, type LabelledRecord } from './labelledRecord';

/** A TXT record that announces an MTA-STS policy (RFC 8461 §3.1). */
export type MtaStsRecord = LabelledRecord;

/** The label in front of the policy's domain. */
export const MTA_STS_LABELS: readonly string[] = ['_mta-sts'];

/** An instance of the policy: 1 to 32 letters and digits. */
export const POLICY_ID = /^[A-Za-z0-9]{1,32}$/;

/** The record at `_mta-sts.<domain>`. */
export const mtaStsDefinition = defineRecord({
  kind: 'mta-sts',
  title: { en: 'MTA-STS record', ja: 'MTA-STS レコード' },
  version: { tag: 'v', value: 'STSv1' },
  duplicates: 'first',
  beginnings: [
    {
      text: 'v=STSv1; id={now}',
      detail: { en: 'a policy is published over HTTPS', ja: 'HTTPS でポリシーを公開している' },
    },
  ],
  tags: [
    {
      name: 'v',
      title: { en: 'Version', ja: 'バージョン' },
      documentation: {
        en: 'Announces an MTA-STS policy at `https://mta-sts.<domain>/.well-known/mta-sts.txt`. It comes first and reads `STSv1` in exactly this case.',
        ja: '`https://mta-sts.<ドメイン>/.well-known/mta-sts.txt` に MTA-STS ポリシーがあることを知らせます。先頭のタグで、値は大文字小文字も含めて `STSv1` でなければなりません。',
      },
      value: {
        type: 'keyword',
        caseSensitive: true,
        keywords: [{ value: 'STSv1', meaning: { en: 'the only version there is', ja: '唯一のバージョン' } }],
      },
      need: 'required',
      reference: 'RFC 8461 §3.1',
    },
    {
      name: 'id',
      title: { en: 'Policy instance', ja: 'ポリシーの識別子' },
      documentation: {
        en: 'Changes whenever the policy does, so that senders fetch it anew: 1 to 32 letters and digits, most often the date and time.',
        ja: 'ポリシーを変更するたびに変える値で、送信側はこれを見て取得し直します。1～32 文字の英数字で、日時を使うのが一般的です。',
      },
      value: { type: 'text', form: POLICY_ID },
      need: 'required',
      reference: 'RFC 8461 §3.1',
      question: {
        en: 'Which identifier should the policy have? Senders fetch the policy anew when it changes; the date and time will do.',
        ja: 'ポリシーの識別子は何にしますか。変わると送信側がポリシーを取得し直します。通常は日時を使います。',
      },
    },
  ],
  reference: 'RFC 8461 §3.1',
});

/** Reads a TXT entry as an MTA-STS record; never fails. */
export function readMtaSts(entry: ZoneEntry, text: JoinedText): MtaStsRecord {
  return readLabelled(mtaStsDefinition, MTA_STS_LABELS, entry, text);
}

/** Whether senders take a record for the announcement of a policy: its version is first, and it has an `id`. */
export function announcesPolicy({ text: { text }, byName }: MtaStsRecord): boolean {
  return /^v=STSv1\s*;/.test(text) && POLICY_ID.test(byName.get('id')?.value.text ?? '');
}
