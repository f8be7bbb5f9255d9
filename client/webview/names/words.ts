import type { Localized } from '../../../core/text/message';

/** Words of looking up who an address is. */
export const words = {
  names: { en: 'Host names', ja: 'ホスト名' },
  hint: {
    en: 'Looks up the host names of the addresses on show. The addresses are sent to the DNS resolver of this machine only, and only while this is on.',
    ja: '表示中のアドレスのホスト名を調べます。アドレスはこのマシンの DNS リゾルバーにだけ、オンの間だけ送られます。',
  },
  bySetting: {
    en: 'On by the setting mailAuth.reports.lookUpNames; a click opens the setting.',
    ja: '設定 mailAuth.reports.lookUpNames によりオンになっています。クリックで設定を開きます。',
  },
  notHere: {
    en: 'Host names cannot be looked up here: a browser has no DNS.',
    ja: 'ブラウザーでは DNS を使えないため、ホスト名を調べられません。',
  },
  found: {
    en: '{found} of {all} addresses have a host name that is confirmed.',
    ja: '{all} アドレス中 {found} 件で、確認済みのホスト名が見つかりました。',
  },
  foundOne: { en: '{address}: {host}', ja: '{address}: {host}' },
  on: { en: 'Host names are looked up for what is on show.', ja: '表示中の行のホスト名を調べます。' },
  off: { en: 'Host names are not looked up any more.', ja: 'ホスト名を調べるのをやめました。' },
} as const satisfies Record<string, Localized>;
