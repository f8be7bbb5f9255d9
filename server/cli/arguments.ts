import { isSpfQuestion, readSpfAnswers, type SpfQuestion } from '../../core/generator/spfCheck';
import { parseGenerateArguments, type GenerateRequest } from './generate/arguments';
import { DMARC_READERS, type DmarcReaders, type Versions } from '../../core/rules/rule';
import { isVersion } from '../../core/values/version';
import { parseReportArguments, type ReportRequest } from './report/arguments';
import type { Locale, Localized } from '../../core/text/message';
import { complaining, optionTexts, readOptions, type OptionSet, type Wrong } from './options';

export type Format = 'text' | 'json' | 'sarif';
export type FailOn = 'error' | 'warning' | 'information' | 'never';

/** `check` as asked for. */
export interface CheckOptions {
  readonly format: Format;
  readonly failOn: FailOn;
  /** For which receivers DMARC records are judged. */
  readonly dmarcReaders: DmarcReaders;
  /** The releases in use. */
  readonly versions: Versions;
  /** The origin for zone files that do not state one. */
  readonly origin: string | undefined;
  /** Where relative paths of `$INCLUDE` count from, before the zone's own folder. */
  readonly directory: string | undefined;
  /** Whether the public halves of the keys that configurations name are read. */
  readonly keyFiles: boolean;
  readonly locale: Locale;
  /** Shows the source line under each finding. Undefined: where the output is a terminal. */
  readonly verbose: boolean | undefined;
  /** As given; at least one. */
  readonly paths: readonly string[];
}

/** `zone --canonical` as asked for. */
export interface CanonicalOptions {
  readonly path: string;
  /** The zone's name; otherwise file and name tell. */
  readonly origin: string | undefined;
  readonly directory: string | undefined;
  readonly locale: Locale;
}

/** `spf` as asked for. */
export interface SpfOptions {
  readonly question: SpfQuestion;
  readonly paths: readonly string[];
  readonly origin: string | undefined;
  readonly directory: string | undefined;
  readonly locale: Locale;
}

/** `explain` as asked for. */
export interface ExplainOptions {
  /** As given; a single one may end in `:LINE`. */
  readonly paths: readonly string[];
  /** Only records at this name. */
  readonly owner: string | undefined;
  readonly format: 'text' | 'markdown';
  readonly origin: string | undefined;
  readonly directory: string | undefined;
  readonly locale: Locale;
}

/** What the command line asks for. */
export type Request =
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'canonical'; readonly options: CanonicalOptions }
  | { readonly kind: 'spf'; readonly options: SpfOptions }
  | { readonly kind: 'explain'; readonly options: ExplainOptions }
  | Extract<ReportRequest, { kind: 'report' }>
  | Extract<GenerateRequest, { kind: 'generate' }>
  | { readonly kind: 'help' | 'version'; readonly locale: Locale }
  | Wrong;

/** Options that only some commands have. */
const OF_SPF: readonly string[] = ['--ip', '--from', '--helo'];
const OF_EXPLAIN: readonly string[] = ['--format', '--owner'];
const OF_VERSIONS: readonly string[] = ['--postfix-version', '--opendmarc-version', '--opendkim-version'];
const OF_CHECK: readonly string[] = ['--format', '--fail-on', '--dmarc-readers', ...OF_VERSIONS];

const choices: Readonly<Record<string, readonly string[]>> = {
  '--format': ['text', 'json', 'sarif', 'markdown'],
  '--fail-on': ['error', 'warning', 'information', 'never'],
  '--dmarc-readers': DMARC_READERS,
};

/** Options that take any text. */
const free: readonly string[] = ['--origin', '--directory', '--owner', ...OF_SPF, ...OF_VERSIONS];

/** The options of all commands but `report` and `generate`. */
const optionsOfOthers: OptionSet = {
  flags: ['--version', '--verbose', '--canonical', '--no-key-files'],
  takes: (option) =>
    Object.hasOwn(choices, option)
      ? choices[option]
      : // The null reverse-path is an empty one.
        option === '--from'
        ? 'anything'
        : free.includes(option)
          ? 'text'
          : undefined,
};

const said = {
  noCommand: {
    en: 'no command given; there are “check”, “zone”, “spf”, “explain”, “report” and “generate”',
    ja: 'コマンドがありません。使えるのは「check」、「zone」、「spf」、「explain」、「report」、「generate」です',
  },
  unknownCommand: {
    en: 'unknown command “{command}”; there are “check”, “zone”, “spf”, “explain”, “report” and “generate”',
    ja: '「{command}」というコマンドはありません。使えるのは「check」、「zone」、「spf」、「explain」、「report」、「generate」です',
  },
  noVersion: {
    en: '“{value}” is not a version for {option}: write numbers with dots, such as 1.4.2',
    ja: '{option} の「{value}」はバージョンではありません。1.4.2 のように数字とドットで書いてください',
  },
  zoneWhat: {
    en: '“zone” does one thing: zone --canonical FILE',
    ja: '「zone」の使い方は zone --canonical ファイル だけです',
  },
  spfWhat: {
    en: '“spf” needs an address and a sender: spf --ip ADDRESS --from MAILBOX [--helo NAME] PATH…',
    ja: '「spf」には IP アドレスと送信者が必要です: spf --ip アドレス --from メールアドレス [--helo 名前] パス…',
  },
  explainWhat: {
    en: '“explain” needs a file: explain PATH[:LINE], or explain --owner NAME PATH…',
    ja: '「explain」にはファイルが必要です: explain パス[:行]、または explain --owner 名前 パス…',
  },
  notHere: {
    en: 'option {option} does not belong to “{command}”',
    ja: 'オプション {option} は「{command}」では使えません',
  },
  noPath: { en: 'no path to check given', ja: '検査するパスがありません' },
} satisfies Record<string, Localized>;

/**
 * Reads the command line.
 * @param given the words after the program's name
 * @param environment for the language: `LC_ALL`, `LC_MESSAGES`, `LANG`, in the order in which POSIX ranks them
 */
export function parseArguments(
  given: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Request {
  if (given[0] === 'generate')
    return parseGenerateArguments(given.slice(1), environmentLanguage(environment));
  if (given[0] === 'report') return parseReportArguments(given.slice(1), environmentLanguage(environment));
  const read = readOptions(given, optionsOfOthers, environmentLanguage(environment));
  if (read.kind === 'wrong') return read;
  const { words, flags, values, locale } = read;
  const wrong = complaining(locale);
  const canonical = flags.has('--canonical');
  for (const option of OF_VERSIONS) {
    const value = values[option];
    if (value !== undefined && !isVersion(value)) return wrong(said.noVersion, { value, option });
  }
  const asked = [...flags].find((flag) => flag === '--help' || flag === '--version');
  if (asked !== undefined) return { kind: asked === '--help' ? 'help' : 'version', locale };
  const [command, ...paths] = words;
  if (command === undefined) return wrong(said.noCommand);
  if (command === 'help') return { kind: 'help', locale };
  if (command !== 'check' && flags.has('--no-key-files')) {
    return wrong(said.notHere, { option: '--no-key-files', command });
  }
  const { '--origin': origin, '--directory': directory } = values;
  if (command === 'spf') return spfRequest(values, paths, canonical, locale);
  if (command === 'explain') return explainRequest(values, paths, canonical, locale);
  const foreignHere = [...OF_SPF, '--owner'].find((option) => values[option] !== undefined);
  if (foreignHere !== undefined) return wrong(said.notHere, { option: foreignHere, command });
  if (command === 'zone') {
    const foreign = OF_CHECK.find((option) => values[option] !== undefined);
    if (foreign !== undefined) return wrong(said.notHere, { option: foreign, command });
    const [path] = paths;
    if (!canonical || path === undefined || paths.length > 1) return wrong(said.zoneWhat);
    return { kind: 'canonical', options: { path, origin, directory, locale } };
  }
  if (command !== 'check') return wrong(said.unknownCommand, { command });
  if (canonical) return wrong(said.notHere, { option: '--canonical', command });
  if (paths.length === 0) return wrong(said.noPath);
  const format = (values['--format'] ?? 'text') as Format;
  if (!FORMATS.includes(format)) return wrong(optionTexts.noSuchValue, unfit(format, FORMATS));
  const failOn = (values['--fail-on'] ?? 'error') as FailOn;
  const dmarcReaders = (values['--dmarc-readers'] ?? 'both') as DmarcReaders;
  return {
    kind: 'check',
    options: {
      format,
      failOn,
      dmarcReaders,
      versions: versionsOf(values),
      origin,
      directory,
      locale,
      keyFiles: !flags.has('--no-key-files'),
      verbose: flags.has('--verbose') ? true : undefined,
      paths,
    },
  };
}

function versionsOf(values: Readonly<Record<string, string | undefined>>): Versions {
  const stated = (program: keyof Versions): Versions => {
    const version = values[`--${program}-version`];
    return version === undefined ? {} : { [program]: version };
  };
  return { ...stated('postfix'), ...stated('opendmarc'), ...stated('opendkim') };
}

function spfRequest(
  values: Readonly<Record<string, string | undefined>>,
  paths: readonly string[],
  canonical: boolean,
  locale: Locale,
): Request {
  const wrong = complaining(locale);
  const foreign = canonical ? '--canonical' : OF_CHECK.find((option) => values[option] !== undefined);
  if (foreign !== undefined) return wrong(said.notHere, { option: foreign, command: 'spf' });
  const { '--ip': ip, '--from': from, '--helo': helo = '', '--origin': origin } = values;
  if (ip === undefined || from === undefined || paths.length === 0) return wrong(said.spfWhat);
  // The null reverse-path is an empty one here.
  const question = readSpfAnswers({ ip, from: from === '' ? '<>' : from, helo });
  if (!isSpfQuestion(question)) return { kind: 'wrong', message: question, locale };
  return { kind: 'spf', options: { question, paths, origin, directory: values['--directory'], locale } };
}

function explainRequest(
  values: Readonly<Record<string, string | undefined>>,
  paths: readonly string[],
  canonical: boolean,
  locale: Locale,
): Request {
  const wrong = complaining(locale);
  const others = [...OF_SPF, ...OF_CHECK].filter((option) => !OF_EXPLAIN.includes(option));
  const foreign = canonical ? '--canonical' : others.find((option) => values[option] !== undefined);
  if (foreign !== undefined) return wrong(said.notHere, { option: foreign, command: 'explain' });
  if (paths.length === 0) return wrong(said.explainWhat);
  const { '--format': format = 'text', '--owner': owner, '--origin': origin } = values;
  if (format !== 'text' && format !== 'markdown') {
    return wrong(optionTexts.noSuchValue, unfit(format, ['text', 'markdown']));
  }
  return {
    kind: 'explain',
    options: { paths, owner, format, origin, directory: values['--directory'], locale },
  };
}

const FORMATS: readonly Format[] = ['text', 'json', 'sarif'];

function unfit(value: string, choices: readonly string[]): Record<string, string> {
  return { value, option: '--format', choices: choices.join(', ') };
}

function environmentLanguage(environment: Readonly<Record<string, string | undefined>>): Locale {
  const named = environment.LC_ALL ?? '';
  const tag = named !== '' ? named : (environment.LC_MESSAGES ?? '') || (environment.LANG ?? '');
  return /^ja(?:[_.@-]|$)/i.test(tag) ? 'ja' : 'en';
}
