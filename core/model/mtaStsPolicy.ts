import { POLICY_BEGINNING, POLICY_KEYS, POLICY_MODES, MAX_AGES, type PolicyKey } from '../facts/mtaStsPolicy';
import type { Keyword } from '../facts/keyword';
import { parseMtaStsPolicy, type PolicyLine } from '../syntax/mtaStsPolicy';
import type { Candidate, Description, Expectation } from '../text/cursor';
import { message, type Message } from '../text/message';
import { shiftSpan, touches, type Span } from '../text/span';
import { plainName } from '../values/domainName';
import { mxPatternProblem } from '../values/mxPattern';
import { periodWords } from '../values/period';
import { keywordParagraphs } from './describe';
import { publishedPolicy } from './mtaStsPolicyDomain';
import { policyEditing } from './mtaStsPolicyEditing';
import { policyExplaining } from './mtaStsPolicyExplained';
import { commentStart, meantKey, policyFile, type PolicyFile } from './mtaStsPolicyFile';
import { unitAt, unitsReader, type UnitsView } from './units';

/** A policy, for the questions about a place in it. */
export type PolicyView = UnitsView<PolicyLine, PolicyFile>;

/** How MTA-STS policies (`mta-sts.txt`, RFC 8461 §3.2) are read. */
export const mtaStsPolicyReader = unitsReader<PolicyLine, PolicyFile>({
  parse: parseMtaStsPolicy,
  identity: ({ text, lineEnd, marked }) => `${marked ? '+' : '-'}${text}${lineEnd}`,
  facets: (value) => [{ kind: 'mta-sts-policy-line', value }],
  file: policyFile,
  group: (file, members, around) => ({
    kind: 'mta-sts-policy-file',
    key: 'file',
    value: { ...file, published: () => publishedPolicy(around) },
    members,
  }),
  expected,
  described,
  editing: (view) => ({ ...policyEditing(view), ...policyExplaining(view, valueParagraphs) }),
});

/** The place of the line that holds an offset, and what stands in it; a line that is not there yet is empty. */
function lineAt(view: PolicyView, offset: number): { readonly at: number; readonly line: PolicyLine } {
  const unit = unitAt(view, offset);
  const behind = unit === undefined || offset > unit.at + unit.value.text.length;
  if (behind) return { at: offset, line: EMPTY };
  return { at: unit.at, line: unit.value };
}

const EMPTY: PolicyLine = Object.freeze({
  text: '',
  lineEnd: '',
  marked: false,
  kind: 'blank',
  field: undefined,
});

function expected(view: PolicyView, offset: number): Expectation | undefined {
  const { at, line } = lineAt(view, offset);
  if (line.kind === 'comment') return undefined;
  const { field } = line;
  if (field === undefined) return keyExpected(view, at, line);
  if (offset <= at + field.keySpan.end) {
    return { replace: shiftSpan(field.keySpan, at), candidates: keys(view, field.key, false) };
  }
  const key = meantKey(field.key);
  const end = field.valueSpan.start + (commentStart(field.value) ?? field.value.length);
  const value = shiftSpan({ start: field.valueSpan.start, end }, at);
  if (
    key === undefined ||
    offset <= at + field.colon ||
    offset > Math.max(value.end, at + line.text.length)
  ) {
    return undefined;
  }
  const glued = field.valueSpan.start === field.colon + 1;
  const candidates = valuesOf(view, key, field.value).map((candidate) =>
    glued ? { ...candidate, insert: ` ${candidate.label}` } : candidate,
  );
  if (candidates.length === 0) return undefined;
  return { replace: touches(value, offset) ? value : { start: offset, end: offset }, candidates };
}

/** In a line without colon, the key is still to be written. */
function keyExpected(view: PolicyView, at: number, line: PolicyLine): Expectation {
  const [, indent = '', word = ''] = /^(\ufeff?[ \t]*)(\S*)/.exec(line.text)!;
  const replace = { start: at + indent.length, end: at + indent.length + word.length };
  const candidates = keys(view, word, true);
  if (view.units.some(({ value }) => value.field !== undefined)) return { replace, candidates };
  return { replace, candidates: [WHOLE, ...candidates] };
}

const WHOLE: Candidate = Object.freeze({
  label: 'version: STSv1 …',
  kind: 'record',
  insert: POLICY_BEGINNING,
  snippet: true,
  detail: message({ en: 'a whole policy, in testing mode', ja: '試験モードのポリシー一式' }),
  documentation: message({
    en: 'A policy to begin with. Fill in the mail server; give each of several an `mx` line.',
    ja: '最初のポリシーです。受信サーバー名を書いてください。複数ある場合は `mx` の行を 1 つずつ書きます。',
  } as const),
} as const);

/**
 * The keys that the file does not have yet, and `mx`, of which there may be many.
 * @param own the key that stands in this line
 * @param alone whether neither colon nor value stand behind it
 */
function keys(view: PolicyView, own: string, alone: boolean): Candidate[] {
  const there = new Set<PolicyKey>(view.file.byKey.keys());
  return POLICY_KEYS.filter(({ name }) => name === 'mx' || name === own || !there.has(name)).map(
    ({ name, means, documentation }): Candidate => ({
      label: name,
      kind: 'parameter',
      ...(alone &&
        (name === 'version' ? { insert: 'version: STSv1' } : { insert: `${name}: `, again: true })),
      detail: message(means),
      documentation: message(documentation),
    }),
  );
}

function valuesOf(view: PolicyView, key: PolicyKey, own: string): Candidate[] {
  switch (key) {
    case 'version':
      return [{ label: 'STSv1', kind: 'value' }];
    case 'mode':
      return POLICY_MODES.map(ofKeyword);
    case 'max_age':
      return MAX_AGES.map(ofKeyword);
    case 'mx':
      return hosts(view, own);
  }
}

/**
 * The MX hosts of the policy's domain, or of all open zones where that is not known, without those that stand in other
 * lines; behind them, the wildcards that cover several of them.
 */
function hosts(view: PolicyView, own: string): Candidate[] {
  const around = view.around();
  const published = publishedPolicy(around);
  const zones =
    published === undefined
      ? (around.system.zones() ?? []).flatMap((zone) =>
          zone.apex === undefined ? [] : [{ zone, domain: zone.apex }],
        )
      : [published];
  const there = new Set(
    (view.file.meant.get('mx') ?? [])
      .map(({ value }) => value.field.value.toLowerCase())
      .filter((value) => value !== own.toLowerCase()),
  );
  const found = new Map<string, string>();
  const parents = new Map<string, number>();
  for (const { zone, domain } of zones.slice(0, MOST_ZONES)) {
    for (const target of zone.targets(domain, 'MX')) {
      const host = target.replace(/\.$/, '');
      if (found.has(host) || mxPatternProblem(host) !== undefined) continue;
      found.set(host, domain);
      const parent = host.replace(/^[^.]*/, '*');
      parents.set(parent, (parents.get(parent) ?? 0) + 1);
    }
  }
  for (const [parent, count] of parents) if (count > 1 && parent !== '*') found.set(parent, '');
  return [...found]
    .filter(([label]) => !there.has(label))
    .map(([label, domain]): Candidate => ({
      label,
      kind: 'name',
      detail:
        domain === ''
          ? message({ en: 'several mail servers', ja: '複数の受信サーバー' })
          : message(
              { en: 'a mail server of {domain}', ja: '{domain} の受信サーバー' },
              { domain: plainName(domain) },
            ),
    }));
}

/** The mail servers of more zones would be too many to choose from. */
const MOST_ZONES = 20;

function ofKeyword({ name, means }: Keyword): Candidate {
  return { label: name, kind: 'value', detail: message(means), documentation: message(means) };
}

function described(view: PolicyView, offset: number): Description | undefined {
  const { at, line } = lineAt(view, offset);
  const { field } = line;
  const key = field && meantKey(field.key);
  if (field === undefined || key === undefined) return undefined;
  if (touches(field.keySpan, offset - at)) {
    const { name, documentation } = POLICY_KEYS.find((fact) => fact.name === key)!;
    const title = `**${name}** — RFC 8461 §3.2`;
    return {
      span: shiftSpan(field.keySpan, at),
      paragraphs: [message({ en: title, ja: title }), message(documentation)],
    };
  }
  const value = field.value.slice(0, commentStart(field.value));
  const { start } = field.valueSpan;
  const span: Span = { start: start + at, end: start + at + value.length };
  if (value === '' || !touches(span, offset)) return undefined;
  const paragraphs = valueParagraphs(key, value);
  return paragraphs && { span, paragraphs };
}

function valueParagraphs(key: PolicyKey, value: string): Message[] | undefined {
  switch (key) {
    case 'version':
      return value === 'STSv1' ? [message(VERSION)] : undefined;
    case 'mode': {
      const mode = POLICY_MODES.find(({ name }) => name === value);
      return mode && keywordParagraphs(mode);
    }
    case 'max_age': {
      if (!/^\d{1,10}$/.test(value)) return undefined;
      return [message(AGE, { seconds: Number(value), period: periodWords(Number(value)) })];
    }
    case 'mx': {
      if (mxPatternProblem(value) !== undefined) return undefined;
      if (!value.startsWith('*.')) return [message(HOST, { name: value.toLowerCase() })];
      return [message(WILDCARD, { name: value.slice(2).toLowerCase() })];
    }
  }
}

const VERSION = {
  en: 'The only version there is (RFC 8461).',
  ja: '唯一のバージョンです (RFC 8461)。',
};
const AGE = {
  en: 'Senders keep the policy for {period} from when they fetched it ({seconds} seconds).',
  ja: '送信側は、取得後 {period}（{seconds} 秒）のあいだポリシーを保持します。',
};
const HOST = {
  en: 'The host `{name}` and no other.',
  ja: 'ホスト `{name}` だけに一致します。',
};
const WILDCARD = {
  en: 'Every host with exactly one label in front of `{name}`: `mx1.{name}`, but neither `{name}` itself nor `a.b.{name}`.',
  ja: '`{name}` の前にちょうど 1 ラベルが付くホストに一致します。`mx1.{name}` には一致し、`{name}` 自体や `a.b.{name}` には一致しません。',
};
