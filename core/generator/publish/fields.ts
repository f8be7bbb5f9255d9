import type { Localized } from '../../text/message';
import { quoteCharacters, STRING_LIMIT } from '../../values/characterString';
import { plainName } from '../../values/domainName';
import type { GeneratedRecord } from '../form';
import { hostIn, managedZone } from './data';
import type { DnsProvider } from './providers';

/** One field of a DNS provider's form. */
export interface FormField {
  readonly key: 'host' | 'type' | 'value' | 'ttl' | 'priority' | 'line';
  readonly name: Localized;
  readonly value: string;
  readonly note: Localized;
}

/**
 * The record as the fields of a provider's form.
 * @param zone the domain that is managed there, with or without its final dot; where the record lies outside of it,
 * or none is known, the record's own domain
 * @param provider whose form it is; without it, a form as most are
 */
export function formFields(record: GeneratedRecord, zone?: string, provider?: DnsProvider): FormField[] {
  const managed = managedZone(record, zone);
  const relative = hostIn(record, managed);
  const host = relative === '@' && provider?.apex === 'empty' ? '' : relative;
  const data = dataField(record, provider);
  if (provider?.line !== undefined && record.type === 'TXT') {
    return [lineField(provider.line, relative, data)];
  }
  const full = plainName(record.owner);
  return [
    {
      key: 'host',
      name: { en: 'Host', ja: 'ホスト名' },
      value: host,
      note: hostNote(host, full, plainName(managed), provider),
    },
    {
      key: 'type',
      name: { en: 'Type', ja: '種別' },
      value: record.type,
      note: TYPES[record.type],
    },
    data,
    ...priorityField(record),
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

const TYPES: Readonly<Record<GeneratedRecord['type'], Localized>> = {
  TXT: { en: 'A text record.', ja: 'テキストレコードです。' },
  MX: { en: 'Where the domain’s mail goes.', ja: 'メールの配送先です。' },
  CNAME: { en: 'Another name for a host.', ja: 'ホストの別名です。' },
  A: { en: 'An IPv4 address.', ja: 'IPv4 アドレスです。' },
  AAAA: { en: 'An IPv6 address.', ja: 'IPv6 アドレスです。' },
};

function hostNote(host: string, full: string, zone: string, provider: DnsProvider | undefined): Localized {
  if (provider === undefined) {
    return {
      en: `Where the form does not append the domain: ${full}`,
      ja: `ドメイン名が自動で付かない管理画面では: ${full}`,
    };
  }
  const empty = host === '';
  return {
    en: empty ? 'Leave the field empty.' : `The form appends ${zone} by itself.`,
    ja: empty ? '空欄のままにします。' : `${zone} は自動で付きます。`,
  };
}

function priorityField({ type, preference = 10 }: GeneratedRecord): FormField[] {
  if (type !== 'MX') return [];
  return [
    {
      key: 'priority',
      name: { en: 'Priority', ja: '優先度' },
      value: String(preference),
      note: {
        en: 'Of several servers, the one with the lowest number is tried first.',
        ja: '複数のサーバーがある場合、数値の小さいものから順に使われます。',
      },
    },
  ];
}

function dataField(record: GeneratedRecord, provider: DnsProvider | undefined): FormField {
  const name: Localized = { en: 'Value', ja: '値' };
  const { type, value } = record;
  if (type !== 'TXT') return { key: 'value', name, value, note: targetNote(record) };
  const quoted = provider?.quotes === 'wanted';
  const text = quoted ? quoteCharacters(value) : value;
  return { key: 'value', name, value: text, note: textNote(value, quoted, provider) };
}

function targetNote({ type, value }: GeneratedRecord): Localized {
  if (value === '.') {
    return {
      en: 'The dot alone means that no mail is received. Some forms refuse it.',
      ja: 'ドットだけを入力すると、メールを受信しないことを表します。受け付けない管理画面もあります。',
    };
  }
  return type === 'MX' || type === 'CNAME'
    ? {
        en: 'With the final dot; some forms add it by themselves and refuse it.',
        ja: '末尾のドットを付けます。自動で付き、入力すると拒否される管理画面もあります。',
      }
    : { en: 'The address alone.', ja: 'アドレスだけを入力します。' };
}

function textNote(value: string, quoted: boolean, provider: DnsProvider | undefined): Localized {
  const { longest } = provider ?? {};
  if (longest !== undefined && value.length > longest) {
    return {
      en: `Too long: this form takes at most ${longest} characters, and the text has ${value.length}.`,
      ja: `長すぎます。この管理画面では ${longest} 文字までですが、${value.length} 文字あります。`,
    };
  }
  const long = value.length > STRING_LIMIT;
  if (quoted) {
    return long
      ? {
          en: 'With its quotes; longer than 255 characters, so it is split into strings with a blank between.',
          ja: '引用符も付けます。255 文字を超えるため、空白で区切った複数の文字列に分けてあります。',
        }
      : { en: 'With its quotes.', ja: '引用符も付けます。' };
  }
  if (!long) {
    return {
      en: 'Without quotes: most forms add them by themselves.',
      ja: '引用符は付けません。多くの管理画面では自動で付きます。',
    };
  }
  return {
    en: 'Without quotes. It is longer than 255 characters: most forms split it by themselves.',
    ja: '引用符は付けません。255 文字を超えますが、多くの管理画面では自動で分割されます。',
  };
}

function lineField(line: string, host: string, { value }: FormField): FormField {
  const parts: Readonly<Record<string, string>> = { host, type: 'txt', data: value };
  return {
    key: 'line',
    name: { en: 'Line', ja: '行' },
    value: line.replace(/\{(\w+)\}/g, (_, key: string) => parts[key] ?? ''),
    note: { en: 'Add this line to the others.', ja: '他の行はそのままに、この行を追加します。' },
  };
}
