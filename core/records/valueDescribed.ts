import type { Range } from '../syntax/tagList';
import type { Localized, Message } from '../text/message';
import { message } from '../text/message';
import { isWithin, plainName } from '../values/domainName';
import type { ReportUri } from '../values/mailtoUri';
import { periodWords } from '../values/period';
import type { KeywordDefinition } from './definition';
import { keyWords } from './dkimKeyDescribed';
import type { RecognisedRecord } from './recognise';
import { effectiveKeyword, type RecordTag, type TagRecord } from './tagRecord';

/** A record that is a tag list. */
type RecognisedTagList = Exclude<RecognisedRecord, { readonly kind: 'spf-record' }>;

/** A part of a tag's value, and what it does. */
export interface ValuePart {
  readonly range: Range;
  readonly words: readonly Message[];
}

/**
 * The part of a tag's value at a place: a word, a member of a list, a URI, the size behind it, a number, a key. What
 * it does is said for this record.
 * @param at in the decoded text
 * @returns undefined in front of the value, and where it is empty
 */
export function valuePartAt(
  recognised: RecognisedTagList,
  tag: RecordTag,
  at: number,
): ValuePart | undefined {
  const { value, read } = tag;
  if (value.text === '' || at < value.from || at > value.to) return undefined;
  const whole = (words: readonly Message[]): ValuePart => ({ range: value, words });
  const record: TagRecord = recognised.value;
  const domain = plainName(
    recognised.kind === 'report-authorisation' ? recognised.value.policyDomain : recognised.value.domain,
  );
  switch (read.type) {
    case 'keyword':
      return read.keyword === undefined
        ? whole([unknownWord(value.text, tag)])
        : whole([keywordWords(read.keyword), ...consequences(record, tag, read.keyword.value, domain)]);
    case 'keyword-list': {
      const member = read.members.find(({ from, to }) => from <= at && at <= to);
      if (member === undefined || member.text === '') return undefined;
      const { keyword, text } = member;
      return {
        range: member,
        words:
          keyword === undefined
            ? [unknownWord(text, tag)]
            : [keywordWords(keyword), ...consequences(record, tag, keyword.value, domain)],
      };
    }
    case 'report-uris': {
      const uri = read.uris.find(({ from, to }) => from <= at && at <= to);
      return uri && uriPart(recognised, tag, uri, at, domain);
    }
    case 'integer':
      return whole(numberWords(tag, read.number));
    case 'https-uri':
      return whole(locationWords(tag));
    case 'base64':
      return recognised.kind === 'dkim-key' ? whole(keyWords(recognised.value)) : undefined;
    case 'text':
      return recognised.kind === 'mta-sts' ? whole(identifierWords(value.text)) : undefined;
    case 'unknown':
      return undefined;
  }
}

/** A word of a value and its meaning. */
export function keywordWords({ value, meaning }: KeywordDefinition): Message {
  return message({ en: '`{value}`: {meaning}.', ja: '`{value}`: {meaning}。' }, { value, meaning });
}

/** What is none of a tag's words: readers take the tag for absent. */
function unknownWord(text: string, { definition }: RecordTag): Message {
  const kind = definition?.value;
  const words =
    kind !== undefined && 'keywords' in kind ? kind.keywords.map(({ value }) => `\`${value}\``) : [];
  return message(
    {
      en: '`{text}` is none of its words, so it counts for nothing. It knows {words}.',
      ja: '`{text}` は認められた値ではなく、無視されます。使える値は {words} です。',
    },
    { text, words: { en: words.join(', '), ja: words.join('、') } },
  );
}

/** Policies one level weaker (RFC 9989 §4.7, `t=y`). */
const WEAKER: Readonly<Record<string, string>> = { reject: 'quarantine', quarantine: 'none', none: 'none' };

/** What a word does in this record. */
function consequences(record: TagRecord, { key }: RecordTag, word: string, domain: string): Message[] {
  if (record.definition.kind !== 'dmarc-policy') return [];
  const said: Message[] = [];
  const say = (text: Localized, values: Record<string, string> = {}): void => {
    said.push(message(text, { domain, word, ...values }));
  };
  switch (key) {
    case 'p':
      if (record.byName.has('sp')) {
        say({
          en: 'It holds for mail from {domain} itself.',
          ja: '{domain} 自体を名乗るメールに適用されます。',
        });
      } else {
        say({
          en: 'It holds for mail from {domain}, and from subdomains without a record of their own.',
          ja: '{domain} と、自身のレコードを持たないサブドメインを名乗るメールに適用されます。',
        });
      }
      break;
    case 'sp':
      say({
        en: 'It holds for mail from names below {domain} that have no record of their own.',
        ja: '{domain} の下の、自身のレコードを持たない名前のメールに適用されます。',
      });
      break;
    case 'np':
      say({
        en: 'It holds for mail from names below {domain} that do not exist.',
        ja: '{domain} の下の、存在しない名前のメールに適用されます。',
      });
      break;
    case 'adkim':
    case 'aspf': {
      const by = key === 'adkim' ? 'd=' : 'MAIL FROM ';
      if (word === 's') {
        say(
          {
            en: 'Only `{by}{domain}` counts for From {domain}.',
            ja: 'From が {domain} なら `{by}{domain}` だけが有効です。',
          },
          { by },
        );
      } else {
        say(
          {
            en: '`{by}mail.{domain}` counts for From {domain} as well.',
            ja: 'From が {domain} でも `{by}mail.{domain}` が有効です。',
          },
          { by },
        );
      }
      break;
    }
    case 'fo':
      if (!record.byName.has('ruf')) {
        say({ en: 'Without `ruf` nobody reads it.', ja: '`ruf` がないため読まれません。' });
      }
      break;
    default:
  }
  if ((key === 'p' || key === 'sp' || key === 'np') && effectiveKeyword(record, 't') === 'y') {
    say(
      {
        en: 'With `t=y`, readers of RFC 9989 apply `{weaker}` for the time being.',
        ja: '`t=y` のため、RFC 9989 の受信側は当面 `{weaker}` を適用します。',
      },
      { weaker: WEAKER[word] ?? word },
    );
  }
  return said;
}

/** A URI, or the size behind it. */
function uriPart(
  recognised: RecognisedTagList,
  { key }: RecordTag,
  uri: ReportUri,
  at: number,
  domain: string,
): ValuePart {
  if (uri.size !== undefined && at > uri.size.from) {
    return { range: uri.size, words: [sizeWords(uri.text.slice(uri.size.from - uri.from))] };
  }
  const range: Range = { from: uri.from, to: uri.size?.from ?? uri.to };
  const { address, problem } = uri;
  if (problem !== undefined) {
    return {
      range,
      words: [
        message({
          en: 'Nothing can be sent there as it is written.',
          ja: 'この書き方ではレポートを送れません。',
        }),
      ],
    };
  }
  const what = REPORTS[recognised.kind === 'tls-rpt' ? 'tls' : key === 'ruf' ? 'ruf' : 'rua'];
  const words = [
    message(
      { en: '{what} on {domain} go to `{address}`.', ja: '{domain} の{what}は `{address}` に送られます。' },
      { what, domain, address },
    ),
  ];
  if (recognised.kind === 'dmarc-policy' && uri.domain !== undefined)
    words.push(authorisation(uri.domain, domain));
  return { range, words };
}

const REPORTS: Readonly<Record<'rua' | 'ruf' | 'tls', Localized>> = {
  rua: { en: 'Aggregate reports', ja: '集計レポート' },
  ruf: { en: 'Failure reports', ja: '失敗レポート' },
  tls: { en: 'Reports on TLS', ja: 'TLS レポート' },
};

/** Whether another domain has to agree to receive the reports (RFC 9990 §4). */
function authorisation(receiver: string, domain: string): Message {
  const absolute = (name: string): string => `${name}.`;
  if (isWithin(absolute(receiver), absolute(domain)) || isWithin(absolute(domain), absolute(receiver))) {
    return message({
      en: 'It is in the same domain, so nobody has to agree.',
      ja: '同じドメイン内なので、承認レコードは要りません。',
    });
  }
  return message(
    {
      en: 'Of another organization, it needs the TXT record `{record}` with `v=DMARC1` over there (RFC 9990 §4).',
      ja: '他組織のドメインの場合は、そちらに TXT レコード `{record}`(値は `v=DMARC1`)が必要です(RFC 9990 §4)。',
    },
    { record: `${domain}._report._dmarc.${receiver}` },
  );
}

const UNITS: Readonly<Record<string, string>> = { '': 'B', k: 'KiB', m: 'MiB', g: 'GiB', t: 'TiB' };

/** `!10m` (RFC 7489 §6.2). */
function sizeWords(text: string): Message {
  const [, number, unit] = /^!(\d+)([kmgt]?)$/i.exec(text) ?? ['', '', ''];
  return message(
    {
      en: 'Reports of more than {number} {unit} were not wanted here (RFC 7489 §6.2). RFC 9989 removed the size.',
      ja: '{number} {unit} を超えるレポートは不要という指定です(RFC 7489 §6.2)。RFC 9989 で廃止されました。',
    },
    { number: number, unit: UNITS[unit.toLowerCase()] ?? '' },
  );
}

function numberWords({ key, value }: RecordTag, number: number | undefined): Message[] {
  if (number === undefined) {
    return [
      message(
        {
          en: '`{text}` is no number that it can have, so it counts for nothing.',
          ja: '`{text}` は認められた数値ではなく、無視されます。',
        },
        { text: value.text },
      ),
    ];
  }
  if (key === 'pct') {
    return [
      message(
        {
          en: 'The policy is asked for in {number} of 100 failing messages; the others get the next weaker one.',
          ja: '失敗したメール 100 通のうち {number} 通にポリシーを適用し、残りには 1 段弱いものを適用する指定です。',
        },
        { number },
      ),
    ];
  }
  return key === 'ri'
    ? [message({ en: 'Every {period}', ja: '{period}ごと' }, { period: periodWords(number) })]
    : [];
}

function locationWords({ key, value, read }: RecordTag): Message[] {
  if (read.type === 'https-uri' && read.problem !== undefined) {
    return [
      message({
        en: 'Nobody can fetch it as it is written: it takes an `https:` URI.',
        ja: 'この書き方では取得できません。`https:` の URI が必要です。',
      }),
    ];
  }
  const uri = value.text;
  return [
    key === 'a'
      ? message(
          { en: 'The certificate is fetched from `{uri}`.', ja: '証明書は `{uri}` から取得されます。' },
          { uri },
        )
      : message(
          { en: 'The logo is fetched from `{uri}`.', ja: 'ロゴは `{uri}` から取得されます。' },
          { uri },
        ),
  ];
}

/** A policy's identifier, most often a date. */
function identifierWords(text: string): Message[] {
  const words = [
    message({
      en: 'Senders that know the policy under another identifier fetch it anew.',
      ja: '別の識別子のポリシーを保持している送信側は、ポリシーを取得し直します。',
    }),
  ];
  const date = /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:(\d\d)(\d\d)(\d\d)?)?/.exec(text);
  if (date !== null) {
    const [, year, month, day, hour, minute, second] = date;
    const time = hour === undefined ? '' : ` ${hour}:${minute!}${second === undefined ? '' : `:${second}`}`;
    words.push(
      message(
        { en: 'Read as a date: {date}', ja: '日付として読むと {date}' },
        { date: `${year!}-${month!}-${day!}${time}` },
      ),
    );
  }
  return words;
}
