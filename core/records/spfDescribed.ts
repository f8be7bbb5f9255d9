import type { MacroEscape, MacroExpand, MacroString } from '../syntax/spf/macroString';
import type { SpfTerm } from '../syntax/spf/term';
import type { Description } from '../text/cursor';
import { decodedOffset } from '../text/joinedText';
import type { Message } from '../text/message';
import { message } from '../text/message';
import { plainName } from '../values/domainName';
import type { IpNetwork } from '../values/ipNetwork';
import type { SpfRecord } from './spf';
import { costWords } from './spfExpected';
import { SPF_MACROS, SPF_QUALIFIERS, spfTermDefinition } from './spfTerms';
import { spanWords } from './spfPrefixes';
import { exampleWords, SPF_ESCAPES, transformWords } from './spfMacros';
import { spfPartAt, termSource } from './spfPartDescribed';
import { spanOf } from './textRecord';

/**
 * What stands at a place of an SPF record, explained.
 * @param offset counts from the entry's beginning, as does the span of the answer
 */
export function describedInSpf(record: SpfRecord, offset: number): Description | undefined {
  const at = decodedOffset(record.text, offset);
  if (at === undefined) return undefined;
  const { version, terms } = record.syntax;
  if (version.from <= at && at <= version.to && version.to > version.from) {
    return { span: spanOf(record, version), paragraphs: [versionWords(record)] };
  }
  const term = terms.find(({ from, to }) => from <= at && at <= to);
  if (term === undefined) return undefined;
  const macro = macroAt(term, at);
  if (macro !== undefined) return { span: spanOf(record, macro), paragraphs: macroWords(macro, record) };
  const escape = escapeAt(term, at);
  if (escape !== undefined) return { span: spanOf(record, escape), paragraphs: [escapeWords(escape)] };
  const part = spfPartAt(term, at);
  if (part === undefined) return { span: spanOf(record, term), paragraphs: termParagraphs(record, term) };
  const { range, words, whole } = part;
  return {
    span: spanOf(record, range),
    paragraphs: whole ? [...words, ...termParagraphs(record, term)] : [...words, ...termSource(term)],
  };
}

function versionWords(record: SpfRecord): Message {
  return message(
    record.accepted
      ? {
          en: 'The SPF record of {domain}: which hosts may send mail with addresses of this domain in MAIL FROM or HELO (RFC 7208).',
          ja: '{domain} の SPF レコード: MAIL FROM や HELO でこのドメインを名乗って送信してよいホストを示します(RFC 7208)。',
        }
      : {
          en: 'Meant as an SPF record of {domain}, but receivers pass it over: such a record begins with `v=spf1` and a blank.',
          ja: '{domain} の SPF レコードのつもりと見られますが、受信側には無視されます。`v=spf1` と空白で始める必要があります。',
        },
    { domain: plainName(record.domain) },
  );
}

/** A term's text that may hold macros. */
function macroText(term: SpfTerm): MacroString | undefined {
  if (term.kind === 'unknown') return undefined;
  return term.domain ?? (term.kind === 'modifier' ? term.value : undefined);
}

/** `%%`, `%_` or `%-` (RFC 7208 §7.1). */
function escapeAt(term: SpfTerm, at: number): MacroEscape | undefined {
  return macroText(term)?.parts.find(
    (part): part is MacroEscape => part.kind === 'escape' && part.from < at && at <= part.to,
  );
}

function escapeWords({ text }: MacroEscape): Message {
  return message(
    {
      en: '`{text}` stands for {meaning} (RFC 7208 §7.1).',
      ja: '`{text}` は{meaning}を表します(RFC 7208 §7.1)。',
    },
    { text, meaning: SPF_ESCAPES[text] ?? { en: text, ja: text } },
  );
}

function macroAt(term: SpfTerm, at: number): MacroExpand | undefined {
  return macroText(term)?.parts.find((part) => part.kind === 'macro' && part.from < at && at < part.to) as
    MacroExpand | undefined;
}

function macroWords({ text, letter, keep, reverse, delimiters }: MacroExpand, record: SpfRecord): Message[] {
  const meaning = SPF_MACROS[letter.text.toLowerCase()];
  if (meaning === undefined)
    return [message({ en: '`{text}` is no macro.', ja: '`{text}` というマクロはありません。' }, { text })];
  const words: Message[] = [
    message({ en: '`{text}`: {meaning}', ja: '`{text}`: {meaning}' }, { text, meaning }),
  ];
  words.push(
    message(
      { en: '{how} (RFC 7208 §7.3)', ja: '{how}(RFC 7208 §7.3)' },
      { how: transformWords({ letter: letter.text, keep, reverse, delimiters }) },
    ),
  );
  const example = exampleWords(text, { letter: letter.text, keep, reverse, delimiters }, record.domain);
  if (example.en !== '') words.push(message(example));
  return words;
}

function termParagraphs(record: SpfRecord, term: SpfTerm): Message[] {
  const { name } = term;
  const definition = spfTermDefinition(name.text);
  const misused = definition !== undefined && (definition.kind === 'modifier') !== (term.kind === 'modifier');
  if (definition === undefined || term.kind === 'unknown' || misused) return [unknownWords(term)];
  const { title, documentation, counted, reference } = definition;
  const paragraphs = [
    message({ en: '**`{name}` — {title}**', ja: '**`{name}` — {title}**' }, { name: definition.name, title }),
    message(documentation),
  ];
  if (term.kind === 'directive') {
    const { result, meaning } = SPF_QUALIFIERS[term.qualifier];
    paragraphs.push(
      message(
        {
          en: '`{sign}`: a match is {result} ({meaning}).',
          ja: '`{sign}`: 一致すると {result}({meaning})。',
        },
        { sign: term.qualifier, result, meaning },
      ),
    );
    if (term.network?.value !== undefined) paragraphs.push(networkWords(term.network.value));
    if (definition.argument === 'own-domain' && term.domain === undefined) {
      paragraphs.push(
        message(
          {
            en: 'No domain is given, so it is {domain}.',
            ja: 'ドメインの指定がないため、{domain} が対象です。',
          },
          { domain: plainName(record.domain) },
        ),
      );
    }
  }
  paragraphs.push(
    message(
      { en: '{cost} ({reference})', ja: '{cost}({reference})' },
      { cost: costWords(counted), reference },
    ),
  );
  return paragraphs;
}

export function unknownWords(term: SpfTerm): Message {
  return term.kind === 'modifier'
    ? message(
        {
          en: 'SPF defines no modifier `{name}`; receivers skip it.',
          ja: '`{name}` という修飾子は SPF にありません。受信側は読み飛ばします。',
        },
        { name: term.name.text },
      )
    : message(
        {
          en: '`{text}` is no term of SPF; because of it receivers discard the whole record (permerror).',
          ja: '`{text}` は SPF の項目ではありません。このためレコード全体が無効になります(permerror)。',
        },
        { text: term.text },
      );
}

/** The first and last address, and how many there are. */
export function networkWords(network: IpNetwork): Message {
  return message(spanWords(network));
}
