import type { RdataField, RrType } from '../../../facts/rr/kinds';
import { SERVICE_PARAMETERS } from '../../../facts/rr/serviceParameters';
import { FIELD_VALUES } from '../../../facts/rr/suggestions';
import { rrType } from '../../../facts/rrTypes';
import { isTtl, ttlSeconds } from '../../../syntax/masterFile/characters';
import { comparableName } from '../../../syntax/masterFile/names';
import { message, type Localized, type Message } from '../../../text/message';
import { periodWords } from '../../../values/period';
import { mailAddress } from './completeData';

/** A paragraph that is nothing but a text of ours. */
function plain(words: Localized): Message {
  return message({ en: '{words}', ja: '{words}' }, { words });
}

/** What a word of RDATA says, where it says more than it shows. */
export function valueWords(
  type: RrType,
  field: RdataField,
  text: string,
  origin: string,
): Message | undefined {
  const { kind } = field;
  const named = FIELD_VALUES[`${type.name} ${field.name}`]?.find(({ value }) => value === text);
  if (named?.meaning !== undefined) return plain(named.meaning);
  switch (kind.is) {
    case 'number':
      return kind.values === undefined ? serialWords(field.name, text) : numberWords(kind, text);
    case 'period':
      return isTtl(text) ? plain(periodWords(ttlSeconds(text))) : undefined;
    case 'name':
      return text === '.' ? undefined : nameWords(text, origin, kind.role === 'mailbox');
    case 'tag':
      return orNothing(kind.words.find(({ word }) => word === text.toLowerCase())?.meaning);
    case 'type':
    case 'types':
      return orNothing(rrType(text)?.meaning);
    case 'svc-param': {
      const key = text.split('=', 1)[0]!.toLowerCase();
      return orNothing(SERVICE_PARAMETERS.find((parameter) => parameter.key === key)?.meaning);
    }
    case 'timestamp':
      return timestampWords(text);
    case 'ipv4':
      return reverseWords(text);
    default:
      return undefined;
  }
}

function orNothing(words: Localized | undefined): Message | undefined {
  return words && plain(words);
}

function numberWords(
  { values = [], flags }: Extract<RdataField['kind'], { is: 'number' }>,
  text: string,
): Message | undefined {
  const found = values.find(
    ({ value, mnemonic }) => String(value) === text || (mnemonic ?? '') === text.toUpperCase(),
  );
  if (found !== undefined) return plain(found.meaning);
  const number = Number(text);
  if (flags !== true || !/^\d+$/.test(text)) return undefined;
  const set = values.filter(({ value }) => value > 0 && Math.floor(number / value) % 2 === 1);
  if (set.length === 0) return undefined;
  return plain({
    en: set.map(({ meaning }) => meaning.en).join('; '),
    ja: set.map(({ meaning }) => meaning.ja).join('、'),
  });
}

/** Serials are often dates with a counter (RIPE-203), or seconds since 1970. */
function serialWords(name: string, text: string): Message | undefined {
  if (!/serial$/i.test(name)) return undefined;
  const date = /^((?:19|20)\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (date !== null && isDate(Number(date[1]), Number(date[2]), Number(date[3]))) {
    return message(
      { en: 'Read as a date: {day}, version {count}', ja: '日付として読むと {day} の {count} 版' },
      { day: `${date[1]!}-${date[2]!}-${date[3]!}`, count: Number(date[4]) },
    );
  }
  const seconds = Number(text);
  if (!/^\d{10}$/.test(text) || seconds > 0x7fffffff) return undefined;
  return message(
    { en: 'Read as seconds since 1970: {moment}', ja: '1970 年からの秒数として読むと {moment}' },
    { moment: moment(seconds) },
  );
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function moment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('T', ' ').replace('.000Z', ' UTC');
}

function nameWords(text: string, origin: string, mailbox: boolean): Message {
  const name = comparableName(text, origin);
  if (!mailbox) return message({ en: 'In full: `{name}`', ja: '省略なし: `{name}`' }, { name });
  return message(
    { en: 'Mail to `{mail}`', ja: 'メールアドレス: `{mail}`' },
    { mail: mailAddress(text === '@' ? origin : text, origin) },
  );
}

/** `YYYYMMDDHHmmSS`, or seconds since 1970 (RFC 4034 §3.2). */
function timestampWords(text: string): Message | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (parts !== null) {
    const [, year, month, day, hour, minute, second] = parts;
    const said = `${year!}-${month!}-${day!} ${hour!}:${minute!}:${second!} UTC`;
    return message({ en: '{said}', ja: '{said}' }, { said });
  }
  const seconds = Number(text);
  if (!/^\d{1,10}$/.test(text) || seconds > 0xffffffff) return undefined;
  return message({ en: '{said}', ja: '{said}' }, { said: moment(seconds) });
}

function reverseWords(text: string): Message | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
  const name = `${text.split('.').reverse().join('.')}.in-addr.arpa.`;
  return message({ en: 'Reverse name: `{name}`', ja: '逆引きの名前: `{name}`' }, { name });
}
