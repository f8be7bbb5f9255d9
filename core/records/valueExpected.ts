import type { Range } from '../syntax/tagList';
import type { Candidate, Expectation } from '../text/cursor';
import type { Localized } from '../text/message';
import { message } from '../text/message';
import { periodWords } from '../values/period';
import type { Moment } from '../values/serial';
import type { ListPlace } from './cursor';
import { offering } from './place';
import type { ListMember, RecordTag, TagRecord } from './tagRecord';

/** What the cursor's tag can have for a value. */
export function expectedValue(place: ListPlace, tag: RecordTag): Expectation | undefined {
  const kind = tag.definition?.value;
  const whole: Range = tag.value.text === '' ? { from: place.at, to: place.at } : tag.value;
  switch (kind?.type) {
    case 'keyword':
      return words(place, whole, kind.keywords);
    case 'keyword-list': {
      const members = tag.read.type === 'keyword-list' ? tag.read.members : [];
      const current = memberAt(members, place.at);
      const others = members.filter((member) => member !== current).map(({ text }) => text.toLowerCase());
      const excluded = kind.exclusive.some((word) => others.includes(word)) ? kind.exclusive : [];
      const free = kind.keywords.filter(({ value }) => !others.includes(value) && !excluded.includes(value));
      return words(place, current ?? { from: place.at, to: place.at }, free);
    }
    case 'integer':
      return numbers(place, whole, tag);
    case 'report-uris':
      return addresses(place, tag, kind.https === true);
    case 'https-uri':
      return locations(place, whole, tag);
    case 'text':
      return place.record.definition.kind === 'mta-sts' ? identifiers(place, whole) : undefined;
    default:
      return undefined;
  }
}

function memberAt(members: readonly ListMember[], at: number): ListMember | undefined {
  return members.find(({ from, to }) => from <= at && at <= to);
}

function words(
  place: ListPlace,
  range: Range,
  keywords: readonly { readonly value: string; readonly meaning: Localized }[],
): Expectation | undefined {
  const separator = missingSeparator(place.text.text.slice(range.to));
  return offering(
    place,
    range,
    keywords.map(({ value, meaning }) => ({
      label: value,
      kind: 'value',
      insert: value + separator,
      detail: message(meaning),
    })),
  );
}

/** What has to stand behind a value so that the tag that follows it stays one of its own. */
export function missingSeparator(rest: string): string {
  return /^\s+[a-z]+\s*=/i.test(rest) ? ';' : '';
}

/** Usual numbers: shares of a hundred, periods. */
function numbers(place: ListPlace, range: Range, { key, definition }: RecordTag): Expectation | undefined {
  const usual = key === 'pct' ? [100, 50, 25, 10] : key === 'ri' ? [86_400, 3600] : [];
  return offering(
    place,
    range,
    usual.map((number): Candidate => {
      const fallback = definition?.default === String(number);
      const share: Localized = { en: `${number} % of the failing mail`, ja: `失敗したメールの ${number} %` };
      const detail = key === 'pct' ? share : periodWords(number);
      return {
        label: String(number),
        kind: 'value',
        detail: message(
          fallback
            ? { en: '{detail} (default)', ja: '{detail}(既定値)' }
            : { en: '{detail}', ja: '{detail}' },
          { detail },
        ),
      };
    }),
  );
}

/** Records whose report addresses are worth offering: those of DMARC and TLS-RPT near this one. */
const REPORTING = ['_dmarc', '_smtp._tls'] as const;

/** So many report addresses of other records are offered. */
const MOST_ADDRESSES = 12;

/** Report addresses: one in the own domain, those of this record and of others near it, the bare beginning of any. */
function addresses(place: ListPlace, tag: RecordTag, https: boolean): Expectation | undefined {
  const { record, domain, at, around } = place;
  const uris = record.tags.flatMap(({ read }) => (read.type === 'report-uris' ? read.uris : []));
  const current = uris.find((uri) => uri.from <= at && at <= uri.to && uri.from >= tag.value.from);
  const stated = tag.read.type === 'report-uris' ? tag.read.uris : [];
  const taken = new Set(stated.filter((uri) => uri !== current).map(({ text }) => text.toLowerCase()));
  const box =
    record.definition.kind === 'tls-rpt'
      ? 'tls-reports'
      : tag.key === 'ruf'
        ? 'dmarc-failures'
        : 'dmarc-reports';
  const own = `mailto:${box}@${domain}`;
  const found = new Map<string, Localized | undefined>([
    [own, { en: 'an address in your own domain', ja: '自ドメインのアドレス' }],
  ]);
  const add = (text: string, detail: Localized): void => {
    if (found.size < MOST_ADDRESSES && !found.has(text)) found.set(text, detail);
  };
  for (const uri of uris) {
    if (uri !== current && uri.problem === undefined)
      add(uri.text, { en: 'used in this record', ja: 'このレコードで使用中' });
  }
  for (const other of REPORTING.flatMap((part) => around.records(part))) {
    if (other.kind === 'spf-record') continue;
    for (const { read } of other.value.tags) {
      if (read.type !== 'report-uris') continue;
      for (const { problem, text, scheme } of read.uris) {
        if (problem === undefined && (https || scheme === 'mailto'))
          add(text, { en: 'used in this zone', ja: 'このゾーンで使用中' });
      }
    }
  }
  const more: Candidate[] = [
    { label: 'mailto:', kind: 'value', detail: message({ en: 'another address', ja: 'その他のアドレス' }) },
  ];
  if (https) {
    more.push({
      label: 'https://',
      kind: 'value',
      detail: message({ en: 'reports are posted there', ja: 'HTTPS の POST で受け取る' }),
    });
  }
  const range = current ?? { from: at, to: at };
  return offering(place, range, [
    ...[...found]
      .filter(([text]) => !taken.has(text.toLowerCase()))
      .map(([label, detail]): Candidate => ({
        label,
        kind: 'value',
        ...(detail && { detail: message(detail) }),
      })),
    ...more,
  ]);
}

const LOGO: Localized = { en: 'the logo (SVG Tiny PS)', ja: 'ロゴ(SVG Tiny PS)' };
const CERTIFICATE: Localized = { en: 'the mark certificate (PEM)', ja: 'マーク証明書(PEM)' };

/** BIMI's two locations: those of other records near this one, one in the own domain. */
function locations(place: ListPlace, range: Range, { key }: RecordTag): Expectation | undefined {
  const { domain, around } = place;
  const own = key === 'a' ? `https://${domain}/bimi/certificate.pem` : `https://${domain}/bimi/logo.svg`;
  const used = around.records('._bimi').flatMap((other) => {
    const value = other.kind === 'bimi' ? (other.value.byName.get(key)?.value.text ?? '') : '';
    return value === '' ? [] : [value];
  });
  return offering(
    place,
    range,
    [...new Set([...used, own, 'https://'])].map((label) => ({
      label,
      kind: 'value',
      detail: message(key === 'a' ? CERTIFICATE : LOGO),
    })),
  );
}

/** The moment as `YYYYMMDDhhmmss` in UTC, which is how most policies are identified (RFC 8461 §3.1). */
export function policyId(now: Moment | undefined): string | undefined {
  return (
    now &&
    new Date(now.seconds * 1000)
      .toISOString()
      .replace(/\.\d+Z$/, '')
      .replace(/\D/g, '')
  );
}

function identifiers(place: ListPlace, range: Range): Expectation | undefined {
  const id = policyId(place.around.now);
  if (id === undefined || id === currentId(place.record)) return undefined;
  return offering(place, range, [
    {
      label: id,
      kind: 'value',
      always: true,
      detail: message({ en: 'the date and time of now (UTC)', ja: '現在の日時(UTC)' }),
    },
  ]);
}

function currentId({ byName }: TagRecord): string | undefined {
  return byName.get('id')?.value.text;
}
