import { defaultLimits, parseQuery, type Expression, type Limits } from '../../../core/report';
import { message, type Locale, type Localized, type Message } from '../../../core/text/message';

export type ReportFormat = 'table' | 'json' | 'csv' | 'html';
const formats: readonly ReportFormat[] = ['table', 'json', 'csv', 'html'];

/** `report` as asked for. */
export interface ReportOptions {
  readonly format: ReportFormat;
  /** Leaves the records out. */
  readonly summary: boolean;
  /** Only these records; all where undefined. */
  readonly where: Expression | undefined;
  readonly limits: Limits;
  readonly locale: Locale;
  /** As given; at least one. */
  readonly paths: readonly string[];
}

/** What the words after `report` ask for. */
export type ReportRequest =
  | { readonly kind: 'report'; readonly options: ReportOptions }
  | { readonly kind: 'help'; readonly locale: Locale }
  | { readonly kind: 'wrong'; readonly message: Message; readonly locale: Locale };

/** Options that set a limit, and what they are multiplied by. */
const limitOptions: Readonly<Record<string, { readonly limit: keyof Limits; readonly unit: number }>> = {
  '--max-inflated': { limit: 'inflatedBytes', unit: 2 ** 20 },
  '--max-packed': { limit: 'compressedBytes', unit: 2 ** 20 },
  '--max-entries': { limit: 'zipEntries', unit: 1 },
  '--max-depth': { limit: 'depth', unit: 1 },
  '--max-problems': { limit: 'problems', unit: 1 },
};

const said = {
  unknownOption: { en: 'unknown option “{option}”', ja: '「{option}」というオプションはありません' },
  noValue: { en: 'option {option} needs a value', ja: 'オプション {option} には値が必要です' },
  noSuchValue: {
    en: '“{value}” is not a value of {option}; it takes {choices}',
    ja: '{option} に「{value}」は指定できません。指定できるのは {choices} です',
  },
  notANumber: {
    en: '“{value}” is not a number for {option}: it takes whole numbers from 1 to {most}',
    ja: '{option} の「{value}」は使えません。1 から {most} までの整数を指定してください',
  },
  noPath: {
    en: '“report” needs a path: report [--format table|json|csv|html] [--summary] [--where QUERY] PATH…',
    ja: '「report」にはパスが必要です: report [--format table|json|csv|html] [--summary] [--where 条件] パス…',
  },
  wrongQuery: {
    en: '--where, at “{place}”: {problem}',
    ja: '--where の「{place}」: {problem}',
  },
} satisfies Record<string, Localized>;

/**
 * Reads the words after `report`.
 * @param locale the language of messages where `--locale` does not say
 */
export function parseReportArguments(given: readonly string[], locale: Locale): ReportRequest {
  const paths: string[] = [];
  const values = new Map<string, string>();
  let summary = false;
  const language = (): Locale => (values.get('--locale') as Locale | undefined) ?? locale;
  const wrong = (text: Localized, named?: Record<string, string | number | Localized>): ReportRequest => ({
    kind: 'wrong',
    message: message(text, named),
    locale: language(),
  });
  for (let i = 0; i < given.length; i++) {
    const word = given[i]!;
    if (word === '--') {
      paths.push(...given.slice(i + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') paths.push(word);
    else if (word === '--help' || word === '-h') return { kind: 'help', locale: language() };
    else if (word === '--summary') summary = true;
    else {
      const equals = word.indexOf('=');
      const option = equals < 0 ? word : word.slice(0, equals);
      const choices: readonly string[] | undefined =
        option === '--format' ? formats : option === '--locale' ? ['en', 'ja'] : undefined;
      if (choices === undefined && option !== '--where' && !Object.hasOwn(limitOptions, option)) {
        return wrong(said.unknownOption, { option: word });
      }
      const value = equals < 0 ? given[++i] : word.slice(equals + 1);
      if (value === undefined || (value === '' && option !== '--where'))
        return wrong(said.noValue, { option });
      if (choices?.includes(value) === false) {
        return wrong(said.noSuchValue, { value, option, choices: choices.join(', ') });
      }
      values.set(option, value);
    }
  }
  if (paths.length === 0) return wrong(said.noPath);

  const limits: Record<keyof Limits, number> = { ...defaultLimits };
  for (const [option, { limit, unit }] of Object.entries(limitOptions)) {
    const value = values.get(option);
    if (value === undefined) continue;
    const most = Math.floor(2 ** 46 / unit / 64);
    if (!/^\d{1,15}$/.test(value) || Number(value) < 1 || Number(value) > most) {
      return wrong(said.notANumber, { value, option, most });
    }
    limits[limit] = Number(value) * unit;
  }
  const where = values.get('--where') ?? '';
  const { expression, problems } = parseQuery(where);
  const [problem] = problems;
  if (problem !== undefined) {
    const { span, message: told } = problem;
    const inner = { en: filled(told, 'en'), ja: filled(told, 'ja') };
    return wrong(said.wrongQuery, { place: where.slice(span.start, span.end), problem: inner });
  }
  const format = (values.get('--format') ?? 'table') as ReportFormat;
  return {
    kind: 'report',
    options: { format, summary, where: expression, limits, locale: language(), paths },
  };
}

function filled({ text, values = {} }: Message, locale: Locale): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name]! : whole;
    return typeof value === 'object' ? value[locale] : String(value);
  });
}
