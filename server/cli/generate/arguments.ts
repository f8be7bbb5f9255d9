import { completed, complaints, type Answers, type RecordForm } from '../../../core/generator/form';
import { FORMS, formFor } from '../../../core/generator/forms';
import { domainOf } from '../../../core/generator/domain';
import { OUTPUTS } from '../../../core/generator/publish/outputs';
import { DNS_PROVIDERS } from '../../../core/generator/publish/providers';
import { message, render, type Locale, type Localized, type Message } from '../../../core/text/message';
import { complaining, optionTexts, readOptions, type Complain, type OptionSet, type Wrong } from '../options';

/** `generate` as asked for, before its answers are judged. */
export interface GenerateOptions {
  /** Undefined where help on all kinds is asked for. */
  readonly kind: string | undefined;
  readonly help: boolean;
  /** The answers by the options' names, without hyphens. */
  readonly stated: Readonly<Record<string, string>>;
  /** `fields`, or the id of an output. */
  readonly as: string;
  readonly provider: string | undefined;
  /** Without final dot. */
  readonly zone: string | undefined;
  readonly ttl: number | undefined;
  /** A zone file that the records go into. */
  readonly into: string | undefined;
  readonly write: boolean;
  /** Begins with the record that is there. */
  readonly update: boolean;
  /** Takes the DMARC policy that is there to the next step. */
  readonly raise: boolean;
  readonly out: string | undefined;
  readonly inRepository: boolean;
  readonly locale: Locale;
  /** Files that tell the circumstances. */
  readonly paths: readonly string[];
}

/** What the words after `generate` ask for. */
export type GenerateRequest = { readonly kind: 'generate'; readonly options: GenerateOptions } | Wrong;

/** Options of their own that take a value. */
const VALUED: readonly string[] = ['--as', '--provider', '--zone', '--ttl', '--into', '--out', '--locale'];
/** The answers to the questions of a form are options, too; which those are is known with the form. */
const optionsOfGenerate: OptionSet = {
  flags: ['--write', '--update', '--raise', '--in-repository'],
  takes: () => 'anything',
  once: true,
};

const said = {
  noKind: {
    en: '“generate” needs to know what: {kinds}',
    ja: '「generate」で作るものを指定してください: {kinds}',
  },
  noZone: {
    en: '“{zone}” of --zone is no domain name',
    ja: '--zone の「{zone}」はドメイン名ではありません',
  },
  noSuchKind: {
    en: '“{kind}” cannot be generated; there are {kinds}',
    ja: '「{kind}」は作れません。作れるのは {kinds} です',
  },
  unknownOption: {
    en: 'unknown option “{option}” of generate {kind}; see generate {kind} --help',
    ja: 'generate {kind} に「{option}」というオプションはありません。generate {kind} --help をご覧ください',
  },
  notForThis: {
    en: 'option {option} needs {other}',
    ja: 'オプション {option} は {other} と一緒に使います',
  },
} satisfies Record<string, Localized>;

/** The ways to put records out. */
export const WAYS: readonly string[] = [...OUTPUTS.map(({ id }) => id), 'fields'];

/**
 * Reads the words after `generate`.
 * @param fallback the language of messages where `--locale` does not say
 */
export function parseGenerateArguments(given: readonly string[], fallback: Locale): GenerateRequest {
  const read = readOptions(given, optionsOfGenerate, fallback);
  if (read.kind === 'wrong') return read;
  const { words, flags, values, locale } = read;
  const wrong: Complain = (text, named) =>
    complaining(locale)(text, { kinds: Object.keys(FORMS).join(', '), ...named });
  const [kind, ...paths] = words;
  const form = kind === undefined ? undefined : formFor(kind);
  if (kind !== undefined && form === undefined) return wrong(said.noSuchKind, { kind });
  if (form === undefined && !flags.has('--help')) return wrong(said.noKind);
  const options = new Set(form?.questions.map(optionOf));
  const stated: Record<string, string> = {};
  for (const [option, value] of Object.entries(values)) {
    if (VALUED.includes(option) || value === undefined) continue;
    const name = option.slice(2);
    if (!options.has(name)) return wrong(said.unknownOption, { option, kind: kind ?? '' });
    stated[name] = value;
  }
  const {
    '--as': as = 'zone',
    '--provider': provider,
    '--zone': zoneTyped,
    '--ttl': ttl,
    '--into': into,
    '--out': out,
  } = values;
  const zone = zoneTyped === undefined ? undefined : domainOf(zoneTyped);
  const choice = (option: string, value: string | undefined, choices: readonly string[]) =>
    value === undefined || choices.includes(value)
      ? undefined
      : wrong(optionTexts.noSuchValue, { option, value, choices: choices.join(', ') });
  const bad =
    choice('--as', as, WAYS) ??
    choice(
      '--provider',
      provider,
      DNS_PROVIDERS.map(({ id }) => id),
    ) ??
    (ttl === undefined || (/^\d{1,10}$/.test(ttl) && Number(ttl) < 2 ** 31)
      ? undefined
      : wrong(optionTexts.noSuchValue, { option: '--ttl', value: ttl, choices: '0–2147483647' })) ??
    (zone !== undefined && !isZoneName(zone) ? wrong(said.noZone, { zone: zoneTyped! }) : undefined) ??
    (provider !== undefined && as !== 'fields'
      ? wrong(said.notForThis, { option: '--provider', other: '--as fields' })
      : undefined) ??
    (flags.has('--raise') && (kind !== 'dmarc' || Object.keys(stated).some((name) => name !== 'domain'))
      ? wrong(said.notForThis, { option: '--raise', other: 'dmarc, --domain' })
      : undefined) ??
    (flags.has('--write') && into === undefined
      ? wrong(said.notForThis, { option: '--write', other: '--into FILE' })
      : undefined);
  if (bad !== undefined) return bad;
  return {
    kind: 'generate',
    options: {
      kind,
      help: flags.has('--help'),
      stated,
      as,
      provider,
      zone,
      ttl: ttl === undefined ? undefined : Number(ttl),
      into,
      write: flags.has('--write'),
      update: flags.has('--update'),
      raise: flags.has('--raise'),
      out,
      inRepository: flags.has('--in-repository'),
      locale,
      paths,
    },
  };
}

/** Whether a zone may have this name, which goes into scripts: labels of letters, digits, `_`, `-` and `/` (RFC 2317). */
function isZoneName(zone: string): boolean {
  return /^(?=.{1,253}$)[a-z\d_](?:[a-z\d_/-]{0,62})(?:\.[a-z\d_](?:[a-z\d_/-]{0,62}))*$/.test(zone);
}

/** The option for a question, without its hyphens. */
export function optionOf({ option, key }: { readonly option?: string; readonly key: string }): string {
  return option ?? key;
}

/**
 * The full answers for the options.
 * @param base answers to begin with
 * @returns what is wrong with them, the first thing first, where something is
 */
export function answersFor(
  form: RecordForm,
  stated: Readonly<Record<string, string>>,
  base: Answers,
): Answers | readonly Message[] {
  const given: Record<string, string> = { ...base };
  for (const question of form.questions) {
    const value = stated[optionOf(question)];
    if (value !== undefined) given[question.key] = meant(value, question.choices?.(base));
  }
  // What an existing record says and no question offers was told already; a proposal takes its place.
  const found = complaints(form, given).filter(
    ({ question, about }) => about === 'text' || stated[optionOf(question)] !== undefined,
  );
  if (found.length > 0) {
    // What is proposed stands on what was answered: where that is wrong, the proposal is nobody's mistake.
    const own = found.filter(({ question: { key } }) => key === 'domain' || given[key] !== undefined);
    return (own.length > 0 ? own : found).map(({ question, message: why }) =>
      message(
        { en: '--{option}: {why}', ja: '--{option}: {why}' },
        { option: optionOf(question), why: inBoth(why) },
      ),
    );
  }
  // An answer to a question that has no point would be dropped without a word.
  const full = completed(form, given);
  const dropped = form.questions.filter(
    (question) => stated[optionOf(question)] !== undefined && full[question.key] === undefined,
  );
  if (dropped.length === 0) return full;
  return dropped.map((question) => message(POINTLESS, { option: optionOf(question) }));
}

const POINTLESS: Localized = {
  en: '--{option} has no effect beside the other options',
  ja: '--{option} は他のオプションとの組み合わせでは効果がありません',
};

/** `yes` and `no` are words for `y` and `n` where those are the choices; `-all` needs no hyphen. */
function meant(value: string, choices: readonly { readonly value: string }[] | undefined): string {
  const offered = choices?.map((choice) => choice.value) ?? [];
  if (offered.includes(value)) return value;
  const word = value.toLowerCase();
  const short = { yes: 'y', no: 'n', true: 'y', false: 'n' }[word];
  return short !== undefined && offered.includes(short) ? short : value;
}

/** A message as a value of another one. */
export function inBoth(why: Message): Localized {
  return { en: render(why, 'en'), ja: render(why, 'ja') };
}
