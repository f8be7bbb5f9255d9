import type { Localized, Message } from '../../text/message';
import { message } from '../../text/message';
import type { FailureReason } from '../dns';

/** Why a check came to its result, in words. */

export function noDomain(domain: string): Message {
  return message(
    {
      en: '`{domain}` is no fully qualified domain name, so there is nothing to check.',
      ja: '`{domain}` は完全修飾ドメイン名でないため、検査の対象になりません。',
    },
    { domain },
  );
}

export function noRecord(domain: string): Message {
  return message(
    { en: '{domain} has no SPF record.', ja: '{domain} に SPF レコードがありません。' },
    { domain },
  );
}

export function severalRecords(domain: string, count: number): Message {
  return message(
    {
      en: '{domain} has {count} SPF records; only one is allowed.',
      ja: '{domain} に SPF レコードが {count} 個あります。許されるのは一つだけです。',
    },
    { domain, count },
  );
}

export function badSyntax(text: string): Message {
  return message(
    {
      en: 'The record has a syntax error at `{text}`.',
      ja: 'レコードの `{text}` の部分に構文エラーがあります。',
    },
    { text },
  );
}

const FAILURES: Readonly<Record<FailureReason, Localized>> = {
  timeout: { en: 'The lookup of {name} took too long.', ja: '{name} の問い合わせが時間切れになりました。' },
  server: { en: 'The lookup of {name} failed.', ja: '{name} の問い合わせに失敗しました。' },
  unknown: {
    en: 'The files at hand do not tell what {name} holds.',
    ja: '手元のファイルからは {name} の内容が分かりません。',
  },
};

export function lookupFailed(name: string, reason: FailureReason): Message {
  return message(FAILURES[reason], { name });
}

export function tooManyLookups(limit: number): Message {
  return message(
    {
      en: 'The check needs more than {limit} DNS lookups.',
      ja: '検査に必要な DNS 参照が {limit} 回を超えています。',
    },
    { limit },
  );
}

export function tooManyVoidLookups(limit: number): Message {
  return message(
    {
      en: 'More than {limit} DNS lookups found nothing (void lookups).',
      ja: '何も得られない DNS 参照(void lookup)が {limit} 回を超えています。',
    },
    { limit },
  );
}

export function tooManyExchanges(domain: string, limit: number): Message {
  return message(
    {
      en: '{domain} has more than {limit} MX records.',
      ja: '{domain} の MX レコードが {limit} 個を超えています。',
    },
    { domain, limit },
  );
}

export function nothingThere(domain: string): Message {
  return message(
    {
      en: 'There is no SPF record at {domain}, which this term refers to.',
      ja: 'この項目が参照する {domain} に SPF レコードがありません。',
    },
    { domain },
  );
}

export function nested(domain: string, result: string): Message {
  return message(
    { en: 'The record of {domain} gives {result}.', ja: '{domain} のレコードの結果は {result} です。' },
    { domain, result },
  );
}

export function matched(term: string, ip: string): Message {
  return message({ en: '`{term}` matches {ip}.', ja: '`{term}` が {ip} に一致します。' }, { term, ip });
}

export const nothingMatched: Message = message({
  en: 'No mechanism matches, and the record says nothing about the rest.',
  ja: '一致するメカニズムがなく、それ以外の扱いも書かれていません。',
});

export function notAName(text: string): Message {
  return message(
    {
      en: '`{text}` is a name that no DNS query can hold.',
      ja: '`{text}` は DNS で問い合わせられない名前です。',
    },
    { text },
  );
}

export const beyondAscii: Message = message({
  en: 'The sender’s local part is not ASCII, so a term with `%{s}` or `%{l}` never matches (RFC 8616).',
  ja: '送信者のローカルパートが ASCII でないため、`%{s}` や `%{l}` を含む項目は一致しません(RFC 8616)。',
});
