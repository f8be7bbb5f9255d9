import type { Localized } from '../text/message';
import { POSTFIX_CLIENT_WORDS } from './postfixClientWords';
import { POSTFIX_DELIVERY_WORDS } from './postfixDeliveryWords';
import { POSTFIX_POSTSCREEN_WORDS } from './postfixPostscreenWords';
import { POSTFIX_ROUTING_WORDS } from './postfixRoutingWords';
import { POSTFIX_SERVER_WORDS } from './postfixServerWords';
import { POSTFIX_TLS_RARE_WORDS } from './postfixTlsRareWords';
import { POSTFIX_TLS_WORDS } from './postfixTlsWords';
import { POSTFIX_WORDS } from './postfixWords';

/** What parameters of main.cf do, by name, in our own words. */
export const POSTFIX_PARAMETER_WORDS: ReadonlyMap<string, Localized> = new Map(
  [
    POSTFIX_WORDS,
    POSTFIX_TLS_WORDS,
    POSTFIX_TLS_RARE_WORDS,
    POSTFIX_SERVER_WORDS,
    POSTFIX_CLIENT_WORDS,
    POSTFIX_POSTSCREEN_WORDS,
    POSTFIX_ROUTING_WORDS,
    POSTFIX_DELIVERY_WORDS,
  ].flatMap((words) => Object.entries(words)),
);

/** Programs whose parameters do what another's do, told from the name's beginning; the longest beginning first. */
const SIBLINGS: readonly { readonly from: string; readonly to: string; readonly of: Localized }[] = [
  { from: 'tlsproxy_client_', to: 'smtp_tls_', of: { en: 'For tlsproxy(8)', ja: 'tlsproxy(8) 用' } },
  { from: 'tlsproxy_tls_', to: 'smtpd_tls_', of: { en: 'For tlsproxy(8)', ja: 'tlsproxy(8) 用' } },
  { from: 'postscreen_', to: 'smtpd_', of: { en: 'For postscreen(8)', ja: 'postscreen(8) 用' } },
  { from: 'lmtp_', to: 'smtp_', of: { en: 'For LMTP', ja: 'LMTP 用' } },
];

/**
 * What a parameter does; where only its counterpart of another program is described, that, with a word on it.
 * Undefined where nothing is known.
 */
export function parameterWords(name: string): Localized | undefined {
  const own = POSTFIX_PARAMETER_WORDS.get(name);
  if (own !== undefined) return own;
  for (const { from, to, of } of SIBLINGS) {
    const words = name.startsWith(from)
      ? POSTFIX_PARAMETER_WORDS.get(to + name.slice(from.length))
      : undefined;
    if (words !== undefined) return { en: `${of.en}: ${words.en}`, ja: `${of.ja}: ${words.ja}` };
  }
  return undefined;
}
