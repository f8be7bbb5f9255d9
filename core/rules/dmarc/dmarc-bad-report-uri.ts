import { replacing, spanOf } from '../../records/tagRecord';
import type { TagRecord } from '../../records/tagRecord';
import type { Localized } from '../../text/message';
import { message } from '../../text/message';
import type { ReportUri, ReportUriProblem } from '../../values/mailtoUri';
import { rule, type Fix } from '../rule';
import { removeTitle, replaceTitle } from '../titles';

/** What is wrong, by its kind; the kinds that have rules of their own are left out. */
const WORDS: Partial<Record<ReportUriProblem['kind'], Localized>> = {
  empty: {
    en: '`{name}` lists an empty address. Receivers cannot report to it. Remove the comma, or fill in a `mailto:` address.',
    ja: '`{name}` に空のアドレスがあります。レポートを送れません。カンマを削除するか、`mailto:` アドレスを記入してください。',
  },
  'no-at': {
    en: '`{address}` is no mail address: it has no `@`. No report reaches it. Write `mailto:mailbox@domain`.',
    ja: '`{address}` はメールアドレスではありません(`@` がありません)。レポートは届きません。`mailto:メールボックス@ドメイン` の形で書いてください。',
  },
  'no-mailbox': {
    en: '`{address}` has nothing before its `@`. No report reaches it. Write `mailto:mailbox@domain`.',
    ja: '`{address}` の `@` の前に何もありません。レポートは届きません。`mailto:メールボックス@ドメイン` の形で書いてください。',
  },
  'bad-domain': {
    en: '`{part}` is no domain that can receive mail, so no report reaches `{address}`. Correct the part behind the `@`.',
    ja: '`{part}` はメールを受け取れるドメイン名ではないため、`{address}` にレポートは届きません。`@` の後ろを直してください。',
  },
  blank: {
    en: 'A blank stands inside the address `{address}`. A URI cannot hold one, so no report reaches it. Remove the blank; write a comma between two addresses.',
    ja: 'アドレス `{address}` の中に空白があります。URI に空白は使えず、レポートは届きません。空白を削除してください。複数のアドレスはカンマで区切ります。',
  },
  'raw-mark': {
    en: '`!` inside an address begins a size limit for older receivers. Write it as `%21`.',
    ja: 'アドレス中の `!` は、古い受信側ではサイズ上限の始まりと解釈されます。`%21` と書いてください。',
  },
};

export default rule({
  name: 'dmarc-bad-report-uri',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'A report address that is none', ja: 'レポートの送付先がアドレスになっていない' },
  references: ['RFC 9989 §4.7', 'RFC 6068 §2'],
  check(record, report) {
    for (const tag of record.tags) {
      if (tag.read.type !== 'report-uris') continue;
      const { uris } = tag.read;
      for (const uri of uris) {
        const { problem } = uri;
        const words = problem && WORDS[problem.kind];
        if (words === undefined) continue;
        const empty = problem!.kind === 'empty';
        report({
          span: spanOf(record, empty && uris.length === 1 ? tag : problem!),
          message: message(words, {
            name: tag.key,
            address: uri.address.trim(),
            part: record.text.text.slice(problem!.from, problem!.to),
          }),
          fixes: fixesFor(record, uri, uris),
        });
      }
    }
  },
});

function fixesFor(record: TagRecord, uri: ReportUri, uris: readonly ReportUri[]): Fix[] {
  const problem = uri.problem!;
  if (problem.kind === 'raw-mark') {
    return [{ title: replaceTitle('!', '%21'), edits: replacing(record, problem, '%21') }];
  }
  // One blank behind the colon or beside the `@` of an otherwise sound address is a slip of the finger.
  const without = uri.text.replace(/\s+/g, '');
  if (problem.kind === 'blank' && uri.text.split(/\s+/).length === 2 && /(?::|@)\s|\s@/.test(uri.text)) {
    return [{ title: replaceTitle(uri.text, without), edits: replacing(record, problem, '') }];
  }
  const before = uris[uris.indexOf(uri) - 1];
  if (problem.kind === 'empty' && before !== undefined) {
    return [{ title: removeTitle(','), edits: replacing(record, { from: before.to, to: uri.to }, '') }];
  }
  return [];
}
