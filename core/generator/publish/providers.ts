import type { Localized } from '../../text/message';

/** How a DNS provider's form wants its fields filled in. What is absent is not known. */
export interface DnsProvider {
  readonly id: string;
  /** As the provider writes it. */
  readonly name: string;
  /** What stands for the zone itself in the host field; the domain is appended by the form to everything else. */
  readonly apex: '@' | 'empty';
  /** Whether text is typed with its quotes, split into strings where it is long, or without any. */
  readonly quotes: 'wanted' | 'none';
  /** The longest text that the form takes. */
  readonly longest?: number;
  /** How a text record is written where the form is one field for all of them; `{host}`, `{type}`, `{data}`. */
  readonly line?: string;
  readonly note?: Localized;
}

/** In the order in which they are offered: those of Japan first, then in alphabetical order. */
export const DNS_PROVIDERS: readonly DnsProvider[] = Object.freeze<DnsProvider[]>([
  {
    // Its sister service's manual, wpx.ne.jp/support/manual/man_domain_dns_setting.php: quotes around are taken off.
    id: 'xserver',
    name: 'XServer',
    apex: 'empty',
    quotes: 'none',
  },
  {
    // docs.am.arara.com/gui: the host stays as it is for the domain itself; beginnerweb.net/spf.html: no quotes.
    id: 'onamae',
    name: 'お名前.com',
    apex: 'empty',
    quotes: 'none',
  },
  {
    // help.sakura.ad.jp/domain/2712: 255 characters at most.
    id: 'sakura',
    name: 'さくらのドメイン',
    apex: '@',
    quotes: 'none',
    longest: 255,
    note: {
      en: 'The domain control panel takes at most 255 characters: for DKIM an Ed25519 or RSA 1024 key, or another DNS service.',
      ja: 'ドメインコントロールパネルの TXT レコードは 255 文字までです。RSA 2048 ビットの DKIM 鍵は収まらないため、他の DNS サービスの利用を検討してください。',
    },
  },
  {
    // pgmemo.tokyo/data/archives/1639.html: `txt @ v=spf1 …`, a line a record.
    id: 'value-domain',
    name: 'Value-Domain',
    apex: '@',
    quotes: 'none',
    line: '{type} {host} {data}',
    note: {
      en: 'All records stand in one field, a line each.',
      ja: '1 つの入力欄に、1 行に 1 レコードずつ書きます。',
    },
  },
  {
    // support.muumuu-domain.com, “SPFレコードの設定”: the field サブドメイン stays empty for the domain itself.
    id: 'muumuu-domain',
    name: 'ムームードメイン',
    apex: 'empty',
    quotes: 'none',
  },
  {
    // azurerm issue 24152: 4,096 characters, split by the service (TxtRecordChunkSize 255).
    id: 'azure',
    name: 'Azure DNS',
    apex: '@',
    quotes: 'none',
    longest: 4096,
  },
  {
    // The API's description of TXT content: longer strings are split by the service.
    id: 'cloudflare',
    name: 'Cloudflare',
    apex: '@',
    quotes: 'none',
  },
  {
    // jp.godaddy.com/help/spf-19218: `@` for the domain itself.
    id: 'godaddy',
    name: 'GoDaddy',
    apex: '@',
    quotes: 'none',
  },
  {
    // Cloud DNS, “Add, update, and delete records”: an empty DNS name for the zone itself.
    id: 'google',
    name: 'Google Cloud DNS',
    apex: 'empty',
    quotes: 'wanted',
  },
  {
    // The API and its users send `@`, and values without quotes.
    id: 'namecheap',
    name: 'Namecheap',
    apex: '@',
    quotes: 'none',
  },
  {
    // Developer Guide, ResourceRecordTypes, TXT: strings in quotes, at most 255 characters each, blanks between.
    id: 'route53',
    name: 'Amazon Route 53',
    apex: 'empty',
    quotes: 'wanted',
  },
]);

/** The provider of an id. */
export function dnsProvider(id: string): DnsProvider | undefined {
  return DNS_PROVIDERS.find((provider) => provider.id === id);
}
