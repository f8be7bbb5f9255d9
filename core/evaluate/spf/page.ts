import { spfProvider } from '../../records/spfProviders';
import { message, type Localized, type Message } from '../../text/message';
import { code, words, type Block, type ExplainedTerm, type Inline, type Page } from '../../text/page';
import { formatIp } from '../../values/ipAddress';
import { RESULT_MEANING } from './account';
import { SPF_CONSEQUENCES, SPF_TONES } from './consequence';
import { SPF_LIMITS, type SpfOutcome, type SpfRequest } from './outcome';
import type { ThoroughOutcome } from './thorough';
import { traceTable, type LocateRecord } from './traceTable';

/**
 * A check of SPF as something to read: the result and what becomes of the mail, what it cost, the terms tried, what
 * could not be told.
 * @param typed the sender as it was typed, where the DNS has it in another form
 */
export function spfCheckPage(
  request: SpfRequest,
  checked: ThoroughOutcome,
  locate: LocateRecord,
  typed?: string,
): Page {
  const ip = formatIp(request.ip);
  const who = request.mailFrom === '' ? request.helo : request.mailFrom;
  const shown = checked.otherwise ?? checked.outcome;
  return {
    title: message({ en: 'SPF: {ip} for {who}', ja: 'SPF: {ip} から {who} として送信' }, { ip, who }),
    blocks: [
      ...verdict(checked),
      { kind: 'terms', items: facts(request, shown, typed), compact: true },
      ...explanation(shown),
      { kind: 'heading', text: message(TRIED) },
      traceTable(shown.trace, checked.unknown, locate),
      { kind: 'paragraph', text: [message(SOURCES)] },
    ],
  };
}

const TRIED: Localized = { en: 'What was tried, in this order', ja: '評価した項目(評価順)' };
const SOURCES: Localized = {
  en: 'Told from the zones that are open, without asking the DNS. RFC 7208 §4 to §6.',
  ja: '開いているゾーンだけから判定しています。DNS への問い合わせはしていません。RFC 7208 §4～§6。',
};

/** The result, or that there is none yet and what it comes to if what is unknown does not matter. */
function verdict({ outcome, unknown, otherwise }: ThoroughOutcome): Block[] {
  if (unknown.length === 0) return [...told(outcome)];
  const open: Block = {
    kind: 'paragraph',
    tone: 'neutral',
    badge: message({ en: 'not known', ja: '不明' }),
    text: [
      message({
        en: 'The open zones do not tell the result: a receiver would ask for names that lie outside of them.',
        ja: '開いているゾーンだけでは結果が決まりません。受信側は、その外にある名前も問い合わせます。',
      }),
    ],
  };
  if (otherwise === undefined) return [open, ...unknownNames(unknown)];
  const instead: Block = {
    kind: 'paragraph',
    tone: SPF_TONES[otherwise.result],
    badge: words(otherwise.result),
    text: [
      message({
        en: 'if nothing that is unknown matches: ',
        ja: '不明な項目が一致しなければ: ',
      }),
      otherwise.reason,
    ],
  };
  return [
    open,
    ...unknownNames(unknown),
    instead,
    { kind: 'paragraph', text: [message(SPF_CONSEQUENCES[otherwise.result])] },
  ];
}

function told({ result, reason }: SpfOutcome): Block[] {
  const meaning = message(
    { en: '{meaning}. ', ja: '{meaning}。' },
    { meaning: capital(RESULT_MEANING[result]) },
  );
  return [
    { kind: 'paragraph', tone: SPF_TONES[result], badge: words(result), text: [meaning, reason] },
    { kind: 'paragraph', text: [message(SPF_CONSEQUENCES[result])] },
  ];
}

function capital({ en, ja }: Localized): Localized {
  return { en: en.slice(0, 1).toUpperCase() + en.slice(1), ja };
}

/** What lies outside of the zones at hand, each by its name; that of a service with the service's. */
export function unknownNames(names: readonly string[]): Block[] {
  if (names.length === 0) return [];
  return [
    { kind: 'list', items: names.map((name) => ({ depth: 0, tone: 'warning', text: [unknownName(name)] })) },
  ];
}

/** That a name lies outside. */
export function unknownName(name: string): Message {
  const provider = spfProvider(name);
  return provider === undefined
    ? message(
        { en: '`{name}` is not in any open zone.', ja: '`{name}` は開いているどのゾーンにもありません。' },
        { name },
      )
    : message(
        {
          en: '`{name}` ({provider}) is not in any open zone.',
          ja: '`{name}`({provider})は開いているどのゾーンにもありません。',
        },
        { name, provider: provider.name },
      );
}

function facts(request: SpfRequest, outcome: SpfOutcome, typed: string | undefined): ExplainedTerm[] {
  const { ip, mailFrom, helo } = request;
  const sender: Inline[] =
    mailFrom === ''
      ? [message({ en: 'none (a bounce), so HELO is checked', ja: 'なし(バウンスメール)。HELO を検査' })]
      : [code(mailFrom)];
  if (typed !== undefined && typed !== mailFrom) {
    sender.push(message({ en: ', typed as {typed}', ja: '(入力: {typed})' }, { typed }));
  }
  const { lookups, voidLookups } = outcome;
  return [
    fact({ en: 'Address', ja: 'IP アドレス' }, [code(formatIp(ip))]),
    fact({ en: 'MAIL FROM', ja: 'MAIL FROM' }, sender),
    fact({ en: 'HELO', ja: 'HELO' }, [code(helo)]),
    fact({ en: 'DNS lookups', ja: 'DNS 参照' }, [ofLimit(lookups, SPF_LIMITS.lookups)]),
    fact({ en: 'Void lookups', ja: '空振りの参照' }, [ofLimit(voidLookups, SPF_LIMITS.voidLookups)]),
  ];
}

function fact(name: Localized, text: readonly Inline[]): ExplainedTerm {
  return { term: message(name), text: [text] };
}

function ofLimit(count: number, most: number): Message {
  return message({ en: '{count} of {most}', ja: '{most} 回中 {count} 回' }, { count, most });
}

/** The domain's own words for a fail: a stranger's text, shown as such. */
function explanation({ result, explanation: text }: SpfOutcome): Block[] {
  if (result !== 'fail' || text === undefined) return [];
  const lead = message({
    en: 'The domain’s own explanation, which receivers may pass on:',
    ja: 'ドメインによる説明文(受信側が送信者に伝えることがあります):',
  });
  return [
    { kind: 'paragraph', text: [lead] },
    { kind: 'verbatim', text },
  ];
}
