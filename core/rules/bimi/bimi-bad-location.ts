import { BIMI_DRAFT } from '../../records/bimi';
import { isCutByComment } from '../../records/dmarcPolicy';
import { replacing, spanOf, wholeSpan } from '../../records/tagRecord';
import { message, type Localized } from '../../text/message';
import { isMailDomain } from '../../values/domainName';
import type { HttpsUriProblem } from '../../values/httpsUri';
import { rule, type Fix } from '../rule';
import { insertTitle } from '../titles';

export default rule({
  name: 'bimi-bad-location',
  on: 'bimi',
  severity: 'error',
  title: {
    en: 'No HTTPS address for the logo or its certificate',
    ja: 'ロゴや証明書の HTTPS アドレスが正しくない',
  },
  references: [BIMI_DRAFT],
  check(record, report) {
    if (record.content === 'foreign' || record.text.pieces.length === 0) return;
    const logo = record.byName.get('l');
    if (logo === undefined) {
      // A `;` outside of quotes cut the record off, or only the `=` is wrong: both are reported as that.
      if (isCutByComment(record.entry) || record.list.items.some(({ text }) => /^l\b/i.test(text))) return;
      report({ span: wholeSpan(record), message: message(ABSENT) });
    } else if (logo.value.text === '' && !record.declines) {
      report({ span: spanOf(record, logo), severity: 'warning', message: message(CONTRADICTORY) });
    }
    for (const { read, value } of record.tags) {
      if (read.type !== 'https-uri' || read.problem === undefined) continue;
      const host = /^[^/:]*/.exec(value.text)![0];
      const start = { from: value.from, to: value.from };
      const fixes: Fix[] =
        read.problem === 'no-scheme' && isMailDomain(host)
          ? [{ title: insertTitle('https://'), edits: replacing(record, start, 'https://') }]
          : [];
      report({
        span: spanOf(record, value),
        message: message(WORDS[read.problem], { text: value.text }),
        fixes,
      });
    }
  },
});

const ABSENT: Localized = {
  en: 'The record has no `l`, which is required, so receivers ignore it. Add `l=` with the HTTPS address of the logo; `l=; a=` says that the domain takes no part.',
  ja: '必須のタグ `l` がないため、受信側はレコードを無視します。`l=` にロゴの HTTPS アドレスを書いてください(参加しないことを示すには `l=; a=` と書きます)。',
};
const CONTRADICTORY: Localized = {
  en: '`l` is empty though `a` names a certificate: without a logo there is nothing to show. Write its address, or leave both empty to take no part.',
  ja: '`a` に証明書があるのに `l` が空で、表示するロゴがありません。ロゴのアドレスを書くか、参加しない場合は両方を空にしてください。',
};
const WORDS: Readonly<Record<HttpsUriProblem, Localized>> = {
  'no-scheme': {
    en: '`{text}` is no URI. Write the whole address, beginning with `https://`.',
    ja: '`{text}` は URI ではありません。`https://` から始まるアドレス全体を書いてください。',
  },
  'other-scheme': {
    en: '`{text}` is no HTTPS address, and receivers fetch nothing else. Publish the file over HTTPS.',
    ja: '`{text}` は HTTPS のアドレスではなく、受信側は取得しません。ファイルを HTTPS で公開してください。',
  },
  slashes: {
    en: 'Behind `https:` belong two slashes. Correct `{text}`.',
    ja: '`https:` の後ろは `//` です。`{text}` を直してください。',
  },
  'bad-host': {
    en: '`{text}` names no host that could exist. Correct it.',
    ja: '`{text}` のホスト名が正しくありません。直してください。',
  },
  'bad-character': {
    en: 'A character of `{text}` has to be percent-encoded in a URI.',
    ja: '`{text}` に、パーセントエンコードが必要な文字が含まれています。',
  },
};
