import type { Range } from '../syntax/tagList';
import type { PrefixLength, SpfDirective, SpfTerm } from '../syntax/spf/term';
import type { Message } from '../text/message';
import { message } from '../text/message';
import { perAddress, spanWords } from './spfPrefixes';
import { SPF_PROVIDERS } from './spfProviders';
import { SPF_QUALIFIERS, spfTermDefinition } from './spfTerms';

/** A part of a term, and what it does. */
export interface SpfPart {
  readonly range: Range;
  readonly words: readonly Message[];
  /** Whether the term as a whole is to be explained as well. */
  readonly whole: boolean;
}

/** The part of a term at a place: its sign, name, domain, network or prefix length; undefined where all of it is meant. */
export function spfPartAt(term: SpfTerm, at: number): SpfPart | undefined {
  if (term.kind === 'unknown') return undefined;
  if (term.kind === 'modifier') {
    if (at <= term.name.to) return { range: term.name, words: [], whole: true };
    return term.domain === undefined || at < term.domain.from || term.domain.text === ''
      ? undefined
      : { range: term.domain, words: domainWords(term.name.text, term.domain.literal), whole: false };
  }
  const { sign, name, domain, network, prefix4, prefix6 } = term;
  if (sign.text !== '' && at < sign.to) return { range: sign, words: [signWords(term)], whole: false };
  if (at <= name.to) return { range: { from: name.from, to: name.to }, words: [], whole: true };
  for (const prefix of [prefix4, prefix6]) {
    if (prefix !== undefined && prefix.from < at && at <= prefix.to) {
      const family = prefix === prefix4 ? 4 : 6;
      return { range: prefix, words: prefixWords(term, prefix, family), whole: false };
    }
  }
  if (network !== undefined && network.from <= at && at <= network.to && network.value !== undefined) {
    return { range: network, words: [message(spanWords(network.value))], whole: false };
  }
  if (domain !== undefined && domain.from <= at && at <= domain.to && domain.text !== '') {
    return { range: domain, words: domainWords(name.text, domain.literal), whole: false };
  }
  return undefined;
}

/** The section that a part's term is laid down in. */
export function termSource({ name }: SpfTerm): Message[] {
  const definition = spfTermDefinition(name.text);
  if (definition === undefined) return [];
  const { reference, title } = definition;
  return [
    message(
      { en: '`{name}`: {title} ({reference})', ja: '`{name}`: {title}({reference})' },
      { name: definition.name, title, reference },
    ),
  ];
}

/** What a sign makes of a match with this term (RFC 7208 §4.6.2). */
function signWords({ qualifier, mechanism, text, sign }: SpfDirective): Message {
  const { result, meaning } = SPF_QUALIFIERS[qualifier];
  return message(
    mechanism === 'all'
      ? {
          en: '**`{qualifier}` — {result}** ({meaning}): so it is for every client that no term before matches. (RFC 7208 §4.6.2)',
          ja: '**`{qualifier}` — {result}**({meaning}): ここまでのどの項目にも一致しない送信元すべてが対象です。(RFC 7208 §4.6.2)',
        }
      : {
          en: '**`{qualifier}` — {result}** ({meaning}): so it is for every client that `{rest}` matches. (RFC 7208 §4.6.2)',
          ja: '**`{qualifier}` — {result}**({meaning}): `{rest}` に一致する送信元が対象です。(RFC 7208 §4.6.2)',
        },
    { qualifier, result, meaning, rest: text.slice(sign.text.length) },
  );
}

function prefixWords({ network, mechanism }: SpfDirective, prefix: PrefixLength, family: 4 | 6): Message[] {
  if (prefix.bits === undefined) {
    return [
      message({
        en: 'That is no prefix length; because of it receivers discard the whole record (permerror).',
        ja: 'プレフィックス長として正しくありません。このためレコード全体が無効になります(permerror)。',
      }),
    ];
  }
  const head = message(
    {
      en: 'Prefix length {bits}: so many bits of the IPv{family} address have to agree.',
      ja: 'プレフィックス長 {bits}: IPv{family} アドレスの先頭 {bits} ビットが一致すれば対象です。',
    },
    { bits: prefix.bits, family },
  );
  if (mechanism === 'ip4' || mechanism === 'ip6') {
    return network?.value === undefined ? [head] : [head, message(spanWords(network.value))];
  }
  const words = perAddress(prefix.bits, family);
  return [head, message({ en: 'It matches {words}.', ja: '{words}に一致します。' }, { words })];
}

/** What a domain is asked for; of a service that is known, its name. */
function domainWords(term: string, literal: string | undefined): Message[] {
  const name = term.toLowerCase();
  const words = [message(ASKED[name] ?? ASKED.a!)];
  if (literal === undefined) {
    words.push(
      message({
        en: 'It has macros, so it is another name for each message.',
        ja: 'マクロを含むため、メールごとに異なる名前になります。',
      }),
    );
    return words;
  }
  const wanted = literal.toLowerCase();
  const service = SPF_PROVIDERS.find(({ include }) => include === wanted);
  if (service !== undefined && name === 'include') {
    words.unshift(message({ en: '**{service}**', ja: '**{service}**' }, { service: service.name }));
  }
  return words;
}

const ASKED: Readonly<Record<string, { readonly en: string; readonly ja: string }>> = {
  include: {
    en: 'Its SPF record is evaluated; that costs one lookup, and every term in it that asks the DNS one more.',
    ja: 'この名前の SPF レコードを評価します。DNS 参照 1 回に加え、その中で DNS を参照する項目の数だけ増えます。',
  },
  redirect: {
    en: 'Its SPF record takes the place of this one; that costs one lookup, and every term in it that asks the DNS one more.',
    ja: 'この名前の SPF レコードが代わりに評価されます。DNS 参照 1 回に加え、その中で DNS を参照する項目の数だけ増えます。',
  },
  exp: {
    en: 'Its TXT record holds the explanation, macros included.',
    ja: 'この名前の TXT レコードが説明文です(マクロも使えます)。',
  },
  mx: {
    en: 'The hosts of its MX records are looked up, at most ten.',
    ja: 'この名前の MX レコードのホスト(10 個まで)を参照します。',
  },
  a: { en: 'Its addresses are looked up.', ja: 'この名前のアドレスを参照します。' },
  exists: {
    en: 'It is only asked whether it has an A record; which one does not matter.',
    ja: 'A レコードの有無だけを調べます。値は問いません。',
  },
  ptr: {
    en: 'The client’s reverse name has to lie in it.',
    ja: '送信元の逆引き名がこのドメインに属している必要があります。',
  },
};
