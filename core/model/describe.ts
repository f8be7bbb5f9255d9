import type { Keyword } from '../facts/keyword';
import type { ConfigurationKeyword, KeywordTable } from '../facts/keywordTable';
import type { PostfixParameter } from '../facts/postfix';
import type { PostfixType } from '../facts/postfixTypes';
import { parameterWords } from '../facts/postfixParameterWords';
import { message, type Localized, type Message } from '../text/message';

/** Markdown code, for text of our own tables (which has no backtick). */
function code(text: string): string {
  return `\`${text}\``;
}

function both(en: string, ja: string): Localized {
  return { en, ja };
}

/** Sentences put together, in each language by its own custom. */
function join(parts: readonly Localized[]): Localized {
  return both(parts.map((p) => p.en).join(' '), parts.map((p) => p.ja).join(''));
}

/** The kind of value that a parameter takes, in a word or two. */
export function typeWords(type: PostfixType): Localized {
  switch (type.kind) {
    case 'boolean':
      return both('yes or no', 'yes または no');
    case 'integer':
      return both('a number', '数値');
    case 'time':
      return both('a time', '時間');
    case 'keyword':
      return type.enumeration.many === true
        ? both('keywords', 'キーワードの並び')
        : both('a keyword', 'キーワード');
    case 'restrictions':
      return both('restrictions', '制限の並び');
    case 'milters':
      return both('milters', 'milter の並び');
    case 'level':
      return both('a version', 'バージョン');
    case 'text':
    case 'raw':
      return both('text', '文字列');
  }
}

/** The default that counts, newest version first. */
export function presetOf(parameter: PostfixParameter): string {
  return parameter.defaults['3.11'] ?? parameter.defaults['3.7'] ?? parameter.documentedDefault ?? '';
}

/** A few words beside a parameter in a list: its type and default. */
export function parameterDetail(parameter: PostfixParameter): Message {
  const type = typeWords(parameter.type);
  const preset = presetOf(parameter);
  const short = preset.length > 40 ? `${preset.slice(0, 39)}…` : preset;
  return message(short === '' ? type : both(`${type.en}, ${short}`, `${type.ja}、${short}`));
}

/** The default, and the older one where it was another. */
function defaultWords(parameter: PostfixParameter): Localized {
  const { '3.7': older, '3.11': newer } = parameter.defaults;
  const shown = (text: string) => (text === '' ? both('empty', '空') : both(code(text), code(text)));
  if (older !== undefined && newer !== undefined && older !== newer) {
    const [a, b] = [shown(newer), shown(older)];
    return both(
      `Default ${a.en} (Postfix 3.7: ${b.en}).`,
      `既定値は ${a.ja} です (Postfix 3.7 では ${b.ja})。`,
    );
  }
  const preset = shown(presetOf(parameter));
  return both(`Default ${preset.en}.`, `既定値は ${preset.ja} です。`);
}

/** What is known of a main.cf parameter, as Markdown. */
export function parameterParagraphs(parameter: PostfixParameter): Message[] {
  const { name, since, useInstead, service } = parameter;
  const type = typeWords(parameter.type);
  const words = parameterWords(name);
  const facts: Localized[] = [
    both(`Takes ${type.en}.`, `値は${type.ja}です。`),
    defaultWords(parameter),
    ...(since === undefined ? [] : [both(`Since Postfix ${since}.`, `Postfix ${since} からあります。`)]),
  ];
  return [
    message(both(`**${name}** — postconf(5)`, `**${name}** — postconf(5)`)),
    ...(useInstead === undefined ? [] : [message(deprecatedWords(useInstead))]),
    ...(words === undefined ? [] : [message(words)]),
    ...(words === undefined && service !== undefined ? [message(serviceWords(service))] : []),
    message(join(facts)),
  ];
}

function deprecatedWords(useInstead: string): Localized {
  return useInstead === ''
    ? both('Deprecated: leave it out.', '非推奨です。指定しないでください。')
    : both(`Deprecated: use ${code(useInstead)}.`, `非推奨です。${code(useInstead)} を使ってください。`);
}

function serviceWords(service: string): Localized {
  return both(
    `Sets for the service ${code(service)} of master.cf what the default sets for all.`,
    `全体の既定値に代わり、master.cf のサービス ${code(service)} だけに効きます。`,
  );
}

/** A word of a value, and what it does. */
export function keywordParagraphs(word: Keyword): Message[] {
  return [message(both(`**${word.name}**`, `**${word.name}**`)), message(word.means)];
}

const TYPE_WORDS: Readonly<Record<ConfigurationKeyword['type'], Localized>> = {
  boolean: both('true or false', 'true または false'),
  integer: both('a number', '数値'),
  string: both('text', '文字列'),
  include: both('a file', 'ファイル'),
};

/** A few words beside a keyword in a list. */
export function keywordDetail(known: ConfigurationKeyword): Message {
  const type = TYPE_WORDS[known.type];
  const { preset } = known;
  return message(
    preset === undefined || preset === '' ? type : both(`${type.en}, ${preset}`, `${type.ja}、${preset}`),
  );
}

/** What is known of a keyword of opendmarc.conf or opendkim.conf, as Markdown. */
export function configurationKeywordParagraphs(table: KeywordTable, known: ConfigurationKeyword): Message[] {
  const type = TYPE_WORDS[known.type];
  const { first, preset, feature, renamedTo, words } = known;
  const facts: Localized[] = [
    both(`Takes ${type.en}.`, `値は${type.ja}です。`),
    ...(preset === undefined || preset === ''
      ? []
      : [both(`Default ${code(preset)}.`, `既定値は ${code(preset)} です。`)]),
    ...(first === undefined ? [] : [versionWords(table, known, first)]),
    ...(feature === undefined
      ? []
      : [
          both(
            `Only where built with ${code(feature)}.`,
            `${code(feature)} 付きでビルドした場合だけ使えます。`,
          ),
        ]),
  ];
  return [
    message(both(`**${known.name}** — ${table.manual}`, `**${known.name}** — ${table.manual}`)),
    ...(renamedTo === undefined
      ? []
      : [message(both(`Renamed to ${code(renamedTo)}.`, `${code(renamedTo)} に改名されました。`))]),
    ...(words === undefined ? [] : [message(words)]),
    message(join(facts)),
  ];
}

function versionWords(table: KeywordTable, known: ConfigurationKeyword, first: string): Localized {
  const { program } = table;
  const { last } = known;
  if (first === 'develop') {
    return both(`Only in the development branch of ${program}.`, `${program} の開発版にだけあります。`);
  }
  if (last !== undefined && last !== 'develop') {
    return both(`In ${program} ${first} to ${last}.`, `${program} ${first} から ${last} までにあります。`);
  }
  return both(`Since ${program} ${first}.`, `${program} ${first} からあります。`);
}
