import type { SpfTerm } from '../../syntax/spf/term';
import { message, type Localized, type Message } from '../../text/message';
import { code, words, type ExplainedTerm, type Inline } from '../../text/page';
import { plainName } from '../../values/domainName';
import type { SpfRecord } from '../spf';
import { unknownWords } from '../spfDescribed';
import { costWords } from '../spfExpected';
import { spanWords } from '../spfPrefixes';
import { spfProvider } from '../spfProviders';
import { SPF_QUALIFIERS, spfTermDefinition } from '../spfTerms';
import { referenceLinks } from './references';

/** Each term of an SPF record in plain sentences, in the order in which receivers try them. */
export function explainedTerms(record: SpfRecord): ExplainedTerm[] {
  const all = record.syntax.terms.findIndex((term) => term.kind === 'directive' && term.mechanism === 'all');
  return record.syntax.terms.map((term, index) => {
    const explained = explainedTerm(record, term);
    const dead = all >= 0 && index > all && (term.kind === 'directive' || isRedirect(term));
    return dead ? { ...explained, text: [...explained.text, [message(NEVER)]] } : explained;
  });
}

const NEVER: Localized = {
  en: 'It stands behind `all`, so no receiver ever comes to it.',
  ja: '`all` の後ろにあるため、評価されることはありません。',
};

function isRedirect(term: SpfTerm): boolean {
  return term.kind === 'modifier' && term.modifier === 'redirect';
}

function explainedTerm(record: SpfRecord, term: SpfTerm): ExplainedTerm {
  const shown = code(term.text);
  const definition = spfTermDefinition(term.name.text);
  const misused = definition !== undefined && (definition.kind === 'modifier') !== (term.kind === 'modifier');
  if (definition === undefined || misused || term.kind === 'unknown') {
    return { term: shown, text: [[unknownWords(term)]] };
  }
  const { title, documentation, counted, reference } = definition;
  const head: Inline[] = [message({ en: '**{title}**', ja: '**{title}**' }, { title })];
  if (term.kind === 'directive') head.push(words(' — '), matchWords(term));
  const details = detailsOf(record, term);
  return {
    term: shown,
    text: [head, ...(details.length === 0 ? [] : [details]), [message(documentation)]],
    aside: [
      message({ en: '{cost}. ', ja: '{cost}。' }, { cost: costWords(counted) }),
      ...referenceLinks(reference),
    ],
  };
}

function matchWords({ qualifier, sign }: Extract<SpfTerm, { kind: 'directive' }>): Message {
  const { result, meaning } = SPF_QUALIFIERS[qualifier];
  return message(
    sign.text === ''
      ? {
          en: 'A match is **{result}**, as no sign means `+`: {meaning}.',
          ja: '一致すると **{result}** です(符号なしは `+`): {meaning}。',
        }
      : { en: 'A match is **{result}**: {meaning}.', ja: '一致すると **{result}** です: {meaning}。' },
    { result, meaning },
  );
}

/** What this very term refers to. */
function detailsOf(record: SpfRecord, term: Exclude<SpfTerm, { kind: 'unknown' }>): Inline[] {
  if (term.kind === 'directive' && term.network?.value !== undefined)
    return [message(spanWords(term.network.value))];
  const literal = term.domain?.literal;
  if (literal !== undefined) {
    const provider = spfProvider(literal);
    if (provider === undefined) return [];
    return [message({ en: 'Senders of {name}.', ja: '{name} の送信元です。' }, { name: provider.name })];
  }
  if (term.domain !== undefined) {
    return [
      message({
        en: 'The name depends on the message: receivers fill in its macros.',
        ja: '名前はメールごとに変わります。受信側がマクロを展開します。',
      }),
    ];
  }
  if (term.kind !== 'directive' || !['a', 'mx', 'ptr'].includes(term.mechanism)) return [];
  return [
    message(
      { en: 'No domain is given, so it is {domain}.', ja: 'ドメインの指定がないため、{domain} が対象です。' },
      { domain: plainName(record.domain) },
    ),
  ];
}
