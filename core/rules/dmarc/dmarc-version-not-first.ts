import type { DmarcPolicyRecord } from '../../records/dmarcPolicy';
import { removing, replacing, spanOf, wholeSpan } from '../../records/tagRecord';
import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import { rule, type Report } from '../rule';
import { insertTitle, removeTitle } from '../titles';

export default rule({
  name: 'dmarc-version-not-first',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'The record does not begin with `v=DMARC1`', ja: 'レコードが `v=DMARC1` で始まっていない' },
  references: ['RFC 9989 §4.7'],
  check(record, report) {
    // Without any data the entry itself is broken.
    if (record.content === 'foreign' || record.text.pieces.length === 0) return;
    const found = versionDefect(record);
    if (found !== undefined) report(found);
  },
});

const EMPTY: Localized = {
  en: 'This record is empty, so it says nothing to receivers. Write a policy that begins with `v=DMARC1`, or remove the record.',
  ja: 'このレコードは空なので、受信側には何も伝わりません。`v=DMARC1` で始まるポリシーを書くか、レコードを削除してください。',
};

const LATE: Localized = {
  en: '`v=DMARC1` is not the first tag, so receivers ignore the whole record. Move it to the beginning.',
  ja: '`v=DMARC1` が先頭のタグでないため、レコード全体が無視されます。先頭に移してください。',
};

const MISSING: Localized = {
  en: 'The record does not begin with `v=DMARC1`, so receivers ignore it whole. Put `v=DMARC1` first.',
  ja: 'レコードが `v=DMARC1` で始まっていないため、全体が無視されます。先頭に `v=DMARC1` を書いてください。',
};

const BLANK: Localized = {
  en: 'A blank stands before `v=DMARC1`. A DMARC record has to begin with the version, so strict receivers ignore it. Remove the blank.',
  ja: '`v=DMARC1` の前に空白があります。DMARC レコードはバージョンで始まらなければならず、厳格な受信側では無視されます。空白を削除してください。',
};

function versionDefect(record: DmarcPolicyRecord): Report | undefined {
  const first = record.list.items[0];
  if (first === undefined || record.text.text.trim() === '') {
    return { span: wholeSpan(record), message: message(EMPTY) };
  }
  const version = record.byName.get('v');
  const start = { from: 0, to: 0 };
  if (version === undefined) {
    const bare = /^DMARC1$/i.test(first.text);
    const text = bare ? 'v=' : 'v=DMARC1; ';
    return {
      span: spanOf(record, first),
      message: message(MISSING),
      fixes: [
        {
          title: insertTitle(text.trim()),
          edits: replacing(record, bare ? { from: first.from, to: first.from } : start, text),
        },
      ],
    };
  }
  if (version.from !== first.from) {
    const known = /^DMARC1$/i.test(version.value.text);
    const edits = [...replacing(record, start, 'v=DMARC1; '), ...removing(record, version)];
    const title = message({ en: 'Move `v=DMARC1` to the beginning', ja: '`v=DMARC1` を先頭に移す' });
    return {
      span: spanOf(record, version),
      message: message(LATE),
      fixes: known ? [{ title, edits }] : [],
    };
  }
  // A blank from beyond ASCII is reported as such a character.
  if (!/^[ \t]+$/.test(first.lead.text)) return undefined;
  return {
    span: spanOf(record, first.lead),
    severity: 'warning',
    message: message(BLANK),
    fixes: [{ title: removeTitle(' '), edits: replacing(record, first.lead, '') }],
  };
}
