import { isCutByComment } from '../../records/dmarcPolicy';
import { replacing, spanOf, wholeSpan, type TagRecord } from '../../records/tagRecord';
import { message, type Localized } from '../../text/message';
import { httpsUriProblem, type HttpsUriProblem } from '../../values/httpsUri';
import type { ReportUri, ReportUriProblem } from '../../values/mailtoUri';
import { rule, type Fix, type Report } from '../rule';
import { insertTitle, removeTitle, replaceTitle } from '../titles';

export default rule({
  name: 'tls-rpt-bad-report-uri',
  on: 'tls-rpt',
  severity: 'error',
  title: { en: 'An address that TLS reports cannot go to', ja: 'TLS レポートを送れない送付先' },
  references: ['RFC 8460 §3', 'RFC 6068 §2', 'RFC 9110 §4.2.2'],
  check(record, report) {
    if (record.content === 'foreign' || record.text.pieces.length === 0) return;
    reportSemicolons(record, report);
    const tag = record.byName.get('rua');
    if (tag === undefined) {
      if (isCutByComment(record.entry) || record.list.items.some(({ text }) => /^ru[af]\b/i.test(text)))
        return;
      report({ span: wholeSpan(record), message: message(ABSENT) });
      return;
    }
    if (tag.read.type !== 'report-uris') return;
    if (tag.value.text === '') {
      report({ span: spanOf(record, tag), message: message(ABSENT) });
      return;
    }
    for (const uri of tag.read.uris) {
      const found = judge(record, uri);
      if (found !== undefined) report(found);
      else if (uri.size !== undefined) {
        report({
          span: spanOf(record, uri.size),
          severity: 'warning',
          message: message(SIZE),
          fixes: [
            {
              title: removeTitle(record.text.text.slice(uri.size.from, uri.size.to)),
              edits: replacing(record, uri.size, ''),
            },
          ],
        });
      }
    }
  },
});

const ABSENT: Localized = {
  en: 'The record names no address in `rua`, so nobody sends a report. Add `rua=mailto:` and an address.',
  ja: 'レコードの `rua` に送付先がないため、レポートは送られません。`rua=mailto:` とアドレスを追加してください。',
};

const SIZE: Localized = {
  en: 'Only DMARC had a size limit behind an address; senders of TLS reports take it for a part of the address. Remove it.',
  ja: '送付先の後ろのサイズ上限は DMARC だけのものです。TLS レポートではアドレスの一部と解釈されるため、削除してください。',
};

/** A `;` between two addresses ends the tag. */
function reportSemicolons(record: TagRecord, report: (found: Report) => void): void {
  const { items } = record.list;
  items.forEach((item, index) => {
    const next = items[index + 1];
    if (next === undefined || !/^(?:mailto|https):/i.test(next.text)) return;
    const part = { from: item.to, to: next.from };
    report({
      span: spanOf(record, part),
      message: message({
        en: 'Between two addresses stands a comma; the `;` ends the tag, and what follows is lost. Write `,`.',
        ja: '送付先の間はカンマで区切ります。`;` でタグが終わり、以降の送付先は無視されます。`,` と書いてください。',
      }),
      fixes: [{ title: replaceTitle(';', ','), edits: replacing(record, part, ',') }],
    });
  });
}

const WORDS: Readonly<Record<ReportUriProblem['kind'], Localized>> = {
  empty: {
    en: 'A comma without an address before or behind it. Remove it.',
    ja: 'カンマの前か後ろに送付先がありません。削除してください。',
  },
  'no-scheme': {
    en: '`{text}` is no URI, so nobody can report to it. Addresses are written `mailto:mailbox@domain`.',
    ja: '`{text}` は URI ではないため、レポートを送れません。アドレスは `mailto:メールボックス@ドメイン` の形で書きます。',
  },
  'misspelt-scheme': {
    en: '`{written}` begins no mail address. Write `mailto:`.',
    ja: '`{written}` はメールアドレスの URI の書き方ではありません。`mailto:` と書いてください。',
  },
  slashes: {
    en: 'A mail address has no `//` behind `mailto:`. Remove it.',
    ja: '`mailto:` の後ろに `//` は付けません。削除してください。',
  },
  'other-scheme': {
    en: 'Reports go to `mailto:` or `https:` addresses; nobody sends them to `{text}`.',
    ja: 'レポートの送付先は `mailto:` か `https:` です。`{text}` には送られません。',
  },
  'no-at': {
    en: '`{text}` is no mail address: it has no `@`.',
    ja: '`{text}` には `@` がなく、メールアドレスではありません。',
  },
  'no-mailbox': {
    en: 'Nothing stands before the `@`. Write the mailbox, too.',
    ja: '`@` の前がありません。メールボックス名も書いてください。',
  },
  'bad-domain': {
    en: '`{written}` is no domain that mail could go to.',
    ja: '`{written}` はメールを送れるドメインではありません。',
  },
  blank: {
    en: 'A blank stands inside of the address. Remove it.',
    ja: 'アドレスの中に空白があります。削除してください。',
  },
  'raw-mark': {
    en: 'Inside of a report address `!` is written `%21`.',
    ja: 'レポートの送付先では `!` を `%21` と書きます。',
  },
  'blank-between': {
    en: 'Between two addresses stands a comma, not a blank. Write `,`.',
    ja: '送付先の間は空白ではなくカンマで区切ります。`,` と書いてください。',
  },
};

function judge(record: TagRecord, uri: ReportUri): Report | undefined {
  const { problem, text } = uri;
  if (problem === undefined) return undefined;
  const part = { from: problem.from, to: problem.to };
  const written = record.text.text.slice(part.from, part.to);
  // Of an HTTPS address the host or a character is wrong.
  if (uri.scheme === 'https') {
    return {
      span: spanOf(record, uri),
      message: message(
        {
          en: '`{text}` is no address that a report could be posted to ({problem}). Correct it.',
          ja: '`{text}` はレポートを送信できる URI ではありません({problem})。直してください。',
        },
        { text, problem: HTTPS[httpsUriProblem(text) ?? 'bad-host'] },
      ),
    };
  }
  return {
    span: spanOf(record, part),
    message: message(WORDS[problem.kind], { text, written }),
    fixes: fixOf(record, uri, problem, written),
  };
}

const HOST: Localized = { en: 'its host cannot exist', ja: 'ホスト名が正しくありません' };
const HTTPS: Readonly<Record<HttpsUriProblem, Localized>> = {
  slashes: { en: 'two slashes belong behind `https:`', ja: '`https:` の後ろは `//` です' },
  'bad-character': {
    en: 'a character in it has to be percent-encoded',
    ja: 'パーセントエンコードが必要な文字があります',
  },
  'bad-host': HOST,
  'no-scheme': HOST,
  'other-scheme': HOST,
};

function fixOf(record: TagRecord, uri: ReportUri, problem: ReportUriProblem, written: string): Fix[] {
  const part = { from: problem.from, to: problem.to };
  switch (problem.kind) {
    case 'no-scheme':
      return uri.text.includes('@')
        ? [
            {
              title: insertTitle('mailto:'),
              edits: replacing(record, { from: uri.from, to: uri.from }, 'mailto:'),
            },
          ]
        : [];
    case 'misspelt-scheme':
      return [{ title: replaceTitle(written, 'mailto:'), edits: replacing(record, part, 'mailto:') }];
    case 'slashes':
      return [{ title: removeTitle('//'), edits: replacing(record, part, '') }];
    case 'raw-mark':
      return [{ title: replaceTitle('!', '%21'), edits: replacing(record, part, '%21') }];
    case 'blank-between':
      return [{ title: replaceTitle(' ', ','), edits: replacing(record, part, ',') }];
    default:
      return [];
  }
}
