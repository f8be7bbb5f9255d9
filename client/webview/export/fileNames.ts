import type { ReportHead } from '../../../core/report';
import type { ExportFormat } from '../messages';

const suffixes: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  tsv: 'tsv',
  markdown: 'md',
  json: 'json',
  xml: 'xml',
};

/**
 * A name for a file with records of these reports: `example.com-2026-11-16..18.csv`. Whatever a report says, it is
 * only letters, digits, dots, hyphens and underscores.
 * @param packed whether the file is a zip of one file a report
 */
export function exportName(heads: Iterable<ReportHead>, format: ExportFormat, packed: boolean): string {
  const domains = new Set<string>();
  let begin: number | undefined;
  let end: number | undefined;
  for (const { policy, metadata } of heads) {
    domains.add(policy.domain.toLowerCase());
    if (metadata.begin !== undefined) begin = Math.min(begin ?? metadata.begin, metadata.begin);
    if (metadata.end !== undefined) end = Math.max(end ?? metadata.end, metadata.end);
  }
  const [domain = ''] = domains;
  const named = domains.size === 1 ? plain(domain, 100) : '';
  const parts = [named === '' ? 'dmarc' : named, daysOf(begin, end)].filter((part) => part !== '');
  return `${parts.join('-')}.${packed ? 'zip' : suffixes[format]}`;
}

/** UTC days from `begin` to `end`, the second without what both have in common: `2026-11-16..18`. */
function daysOf(begin: number | undefined, end: number | undefined): string {
  if (begin === undefined || end === undefined || end < begin) return dayOf(begin ?? end);
  // A period that ends at midnight ends with the day before.
  const first = dayOf(begin);
  const last = dayOf(end % 86_400 === 0 && end > begin ? end - 1 : end);
  if (first === last || first === '' || last === '') return first || last;
  return `${first}..${first.slice(0, 8) === last.slice(0, 8) ? last.slice(8) : last}`;
}

/** `2026-11-16`; empty for what is no time, or not of a year with four digits. */
function dayOf(time: number | undefined): string {
  if (time === undefined) return '';
  const date = new Date(time * 1000);
  return Math.abs(date.getTime()) <= LAST && date.getUTCFullYear() >= 0
    ? date.toISOString().slice(0, 10)
    : '';
}

const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * A name for a report in a zip, of the form that RFC 7489 §7.2.1.1 has for files: receiver, domain, begin and end. A file
 * that has such a name keeps it.
 * @param taken names that others have; the new one is put in
 */
export function memberName({ file, part, metadata, policy }: ReportHead, taken: Set<string>): string {
  const written = [part, file].map(baseName).find((name) => /^[^!]+![^!]+!\d+!\d+(?:![^!]+)?$/.test(name));
  const made = [
    metadata.email.split('@').at(-1)! || metadata.orgName,
    policy.domain,
    metadata.begin ?? 0,
    metadata.end ?? 0,
  ];
  const base = (written ?? made.join('!'))
    .split('!')
    .map((word) => plain(word, 80) || '_')
    .join('!');
  let name = `${base}.xml`;
  for (let nth = 2; taken.has(name.toLowerCase()); nth++) name = `${base}!${nth}.xml`;
  taken.add(name.toLowerCase());
  return name;
}

/** The last part of a path, without the suffixes of report files. */
function baseName(path: string): string {
  const last = path.split(/[\\/]|\s›\s/).at(-1)!;
  return last.replace(/(?:\.(?:xml|gz|zip|eml))+$/i, '');
}

/** A text of which no file system thinks anything. */
function plain(text: string, longest: number): string {
  return text
    .replace(/[^A-Za-z0-9.-]+/g, '_')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, longest);
}
