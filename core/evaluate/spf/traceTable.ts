import { spfProvider } from '../../records/spfProviders';
import { message, type Localized, type Message } from '../../text/message';
import { code, words, type Block, type Inline, type LinkTarget, type TableRow } from '../../text/page';
import { formatNetwork, withoutHostBits } from '../../values/ipNetwork';
import type { SpfStep, SpfTrace } from './outcome';

/** Where the SPF record of a domain stands, if it stands in something that is open. */
export type LocateRecord = (
  domain: string,
) => { readonly link: LinkTarget; readonly label: Message } | undefined;

/** Longer tables are cut: a record of hundreds of terms is nothing to read. */
const MOST_ROWS = 300;
/** So many addresses or names of an answer are shown. */
const MOST_FOUND = 6;
/** A record is shown up to here, at the domain whose it is. */
const LONGEST_RECORD = 400;

const HEAD: readonly Localized[] = [
  { en: 'Term', ja: '項目' },
  { en: 'Compared with', ja: '比較した値' },
  { en: 'DNS', ja: 'DNS' },
  { en: 'Result', ja: '結果' },
];

const OUTCOMES: Readonly<Record<SpfStep['outcome'], Localized>> = {
  match: { en: 'matches', ja: '一致' },
  'no-match': { en: 'no match', ja: '一致しない' },
  temperror: { en: 'temperror', ja: 'temperror' },
  permerror: { en: 'permerror', ja: 'permerror' },
};

/** The terms in the order in which they were tried, those of included records below the term that leads there. */
export function traceTable(trace: SpfTrace, unknown: readonly string[], locate: LocateRecord): Block {
  const rows: TableRow[] = [];
  addTrace(trace, 0, { rows, unknown, locate });
  return { kind: 'table', head: HEAD.map((cell) => message(cell)), rows };
}

interface Table {
  readonly rows: TableRow[];
  readonly unknown: readonly string[];
  readonly locate: LocateRecord;
}

function addTrace(trace: SpfTrace, depth: number, table: Table): void {
  const { rows } = table;
  if (rows.length >= MOST_ROWS) return;
  rows.push({ depth, cells: [domainWords(trace, table)] });
  if (isOutside(trace, table)) return;
  for (const step of trace.steps) {
    if (rows.length >= MOST_ROWS) return;
    rows.push(stepRow(step, depth + 1, table));
    if (step.nested !== undefined) addTrace(step.nested, depth + 2, table);
  }
  const left = untried(trace);
  if (left > 0) {
    const said: Localized = {
      en: 'Not tried any more: {left} more',
      ja: '以降の {left} 項目は評価していません',
    };
    rows.push({ depth: depth + 1, cells: [[message(said, { left })]] });
  }
}

/** Whether nothing is known of the record; what stands in its place is none. */
function isOutside({ domain }: SpfTrace, { unknown }: Table): boolean {
  return unknown.includes(domain.toLowerCase());
}

/** Whose record it is, where it stands, and how it reads. */
function domainWords(trace: SpfTrace, table: Table): Inline[] {
  const { domain, syntax, reason } = trace;
  const provider = spfProvider(domain);
  const who =
    provider === undefined
      ? message({ en: '**{domain}**', ja: '**{domain}**' }, { domain })
      : message(
          { en: '**{domain}** ({provider})', ja: '**{domain}**({provider})' },
          { domain, provider: provider.name },
        );
  if (isOutside(trace, table)) {
    return [who, message({ en: ': not in any open zone', ja: ': 開いているどのゾーンにもありません' })];
  }
  const place = table.locate(domain);
  const where: Inline[] = place === undefined ? [] : [words(' '), place];
  if (syntax === undefined) return [who, ...where, words(': '), reason];
  const { text } = syntax;
  const shown = text.length > LONGEST_RECORD ? `${text.slice(0, LONGEST_RECORD)}…` : text;
  // A record that is wrong as a whole has no terms that would say why.
  const why = trace.steps.length === 0 && trace.result === 'permerror' ? [words(' — '), reason] : [];
  return [who, ...where, words(': '), code(shown), ...why];
}

function stepRow(step: SpfStep, depth: number, table: Table): TableRow {
  const { term, lookup, outcome, nested } = step;
  const outside = nested !== undefined && isOutside(nested, table);
  const unknownHost =
    nested === undefined && step.target !== undefined && table.unknown.includes(step.target.toLowerCase());
  const result =
    outside || unknownHost ? message({ en: 'not known', ja: '不明' }) : message(OUTCOMES[outcome]);
  return {
    depth,
    cells: [
      [code(term.text)],
      [compared(step, outside || unknownHost)],
      [words(lookup === undefined ? '' : lookup)],
      step.reason !== undefined && nested === undefined && !unknownHost
        ? [result, words(': '), step.reason]
        : [result],
    ],
    tone:
      outside || unknownHost
        ? 'warning'
        : outcome === 'match'
          ? 'good'
          : outcome === 'no-match'
            ? 'neutral'
            : 'bad',
  };
}

/** What the client was compared with. */
function compared({ term, target, found, nested, void: nothing }: SpfStep, unknown: boolean): Message {
  if (unknown) return message({ en: 'nothing known here', ja: 'ここでは分かりません' });
  if (nested !== undefined) {
    return message(
      { en: 'the record of {domain}: {result}', ja: '{domain} のレコード: {result}' },
      { domain: nested.domain, result: nested.result },
    );
  }
  if (term.kind === 'directive' && term.mechanism === 'all') {
    return message({ en: 'everyone', ja: 'すべての送信元' });
  }
  if (term.kind === 'directive' && term.network?.value !== undefined) {
    return code(formatNetwork(withoutHostBits(term.network.value)));
  }
  const shown = found.slice(0, MOST_FOUND).join(', ') + (found.length > MOST_FOUND ? ', …' : '');
  if (target === undefined) return words('');
  if (found.length === 0) {
    return message(
      nothing
        ? { en: '{target}: nothing found (void)', ja: '{target}: 該当なし(空振り)' }
        : { en: '{target}: nothing', ja: '{target}: なし' },
      { target },
    );
  }
  return message({ en: '{target}: `{shown}`', ja: '{target}: `{shown}`' }, { target, shown });
}

/** How many mechanisms stand behind the one that decided. */
function untried({ syntax, steps }: SpfTrace): number {
  const last = steps.at(-1);
  if (syntax === undefined || last === undefined || last.term.kind !== 'directive') return 0;
  const directives = syntax.terms.filter(({ kind }) => kind === 'directive');
  return directives.length - 1 - directives.findIndex((term) => term === last.term);
}
