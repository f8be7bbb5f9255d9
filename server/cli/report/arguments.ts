import { defaultLimits, parseQuery, type Expression, type Limits } from '../../../core/report';
import { render, type Locale, type Localized } from '../../../core/text/message';
import { complaining, readOptions, type OptionSet, type Wrong } from '../options';

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
  | Wrong;

/** Options that set a limit, and what they are multiplied by. */
const limitOptions: Readonly<Record<string, { readonly limit: keyof Limits; readonly unit: number }>> = {
  '--max-inflated': { limit: 'inflatedBytes', unit: 2 ** 20 },
  '--max-packed': { limit: 'compressedBytes', unit: 2 ** 20 },
  '--max-entries': { limit: 'zipEntries', unit: 1 },
  '--max-depth': { limit: 'depth', unit: 1 },
  '--max-problems': { limit: 'problems', unit: 1 },
};

const optionsOfReport: OptionSet = {
  flags: ['--summary'],
  takes: (option) =>
    option === '--format'
      ? formats
      : option === '--where'
        ? 'anything'
        : Object.hasOwn(limitOptions, option)
          ? 'text'
          : undefined,
};

const said = {
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
  const read = readOptions(given, optionsOfReport, locale);
  if (read.kind === 'wrong') return read;
  const { words: paths, flags, values } = read;
  const wrong = complaining(read.locale);
  if (flags.has('--help')) return { kind: 'help', locale: read.locale };
  if (paths.length === 0) return wrong(said.noPath);

  const limits: Record<keyof Limits, number> = { ...defaultLimits };
  for (const [option, { limit, unit }] of Object.entries(limitOptions)) {
    const value = values[option];
    if (value === undefined) continue;
    const most = Math.floor(2 ** 46 / unit / 64);
    if (!/^\d{1,15}$/.test(value) || Number(value) < 1 || Number(value) > most) {
      return wrong(said.notANumber, { value, option, most });
    }
    limits[limit] = Number(value) * unit;
  }
  const where = values['--where'] ?? '';
  const { expression, problems } = parseQuery(where);
  const [problem] = problems;
  if (problem !== undefined) {
    const { span, message: told } = problem;
    const inner = { en: render(told, 'en'), ja: render(told, 'ja') };
    return wrong(said.wrongQuery, {
      place: where.slice(span.start, Math.min(span.end, span.start + 80)),
      problem: inner,
    });
  }
  const format = (values['--format'] ?? 'table') as ReportFormat;
  return {
    kind: 'report',
    options: {
      format,
      summary: flags.has('--summary'),
      where: expression,
      limits,
      locale: read.locale,
      paths,
    },
  };
}
