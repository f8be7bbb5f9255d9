import { otherTexts as texts } from './texts';
import type { HistoryMessage, HistorySignature } from './types';
import type { Reading } from '../types';
import { message } from '../../text/message';

/** Words for the numbers of OpenDMARC's `ARES_RESULT_…`, as its report generator writes them. */
const results: Readonly<Record<string, string>> = {
  '0': 'pass',
  '2': 'softfail',
  '3': 'neutral',
  '4': 'temperror',
  '5': 'permerror',
  '6': 'none',
  '7': 'fail',
  '8': 'policy',
  '9': 'nxdomain',
  '10': 'signed',
  '12': 'discard',
};
const dispositions: Readonly<Record<string, string>> = {
  '0': 'reject',
  '1': 'reject',
  '2': 'none',
  '4': 'quarantine',
};
const alignments: Readonly<Record<string, string>> = { '4': 'pass', '5': 'fail' };
/** Policies and alignment modes are the octet of their first letter. */
const policies: Readonly<Record<string, string>> = { '110': 'none', '113': 'quarantine', '114': 'reject' };
const modes: Readonly<Record<string, string>> = { '114': 'r', '115': 's' };

const keys = new Set(
  (
    'job reporter received ipaddr from mfrom dkim spf pdomain policy rua pct adkim aspf p sp align_dkim align_spf arc ' +
    'arc_policy action'
  ).split(' '),
);

/** Whether a text begins as OpenDMARC's history file does. */
export function beginsLikeHistory(text: string): boolean {
  return (
    /^job \S+\r?\n(?:[a-z_]+ [^\n]*(?:\r?\n|$))/.test(text) &&
    /\n(?:reporter|received|ipaddr|from) /.test(text)
  );
}

/**
 * Reads OpenDMARC's history file: `key value` lines, a message from one `job` to the next. 1.3 writes
 * `dkim DOMAIN RESULT`, 1.4 `dkim DOMAIN SELECTOR RESULT` and lines on ARC. Unknown keys are told and passed over.
 */
export function readHistory(reading: Reading, text: string, part: string): readonly HistoryMessage[] {
  const messages: HistoryMessage[] = [];
  let current: Map<string, readonly string[]> | undefined;
  let begin = 0;
  const finish = (): void => {
    if (current !== undefined) messages.push(messageOf(reading.file, part, begin, current));
  };
  const unknown = new Set<string>();
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    const [, key, value] = /^([a-z_]+)(?: ([^\r]*))?\r?$/.exec(line) ?? [];
    if (key === undefined || !keys.has(key)) {
      const odd = line.trim().split(' ', 1)[0]!.slice(0, 80);
      if (odd !== '' && !unknown.has(odd) && unknown.size < 100) {
        unknown.add(odd);
        reading.tell('warning', message(texts.historyKey, { key: odd, line: number }), { part });
      }
      continue;
    }
    if (key === 'job') {
      finish();
      current = new Map();
      begin = number;
    }
    current?.set(key, [...(current.get(key) ?? []), value ?? '']);
  }
  finish();
  return messages;
}

function messageOf(
  file: string,
  part: string,
  line: number,
  fields: ReadonlyMap<string, readonly string[]>,
): HistoryMessage {
  const one = (key: string): string => fields.get(key)?.[0]?.trim() ?? '';
  const word = (key: string, words: Readonly<Record<string, string>>): string => {
    const value = one(key).split(' ', 1)[0]!;
    return value === '' ? '' : Object.hasOwn(words, value) ? words[value]! : 'unknown';
  };
  const p = word('p', policies);
  return {
    file,
    part,
    line,
    job: one('job'),
    reporter: one('reporter'),
    received: /^\d{1,12}$/.test(one('received')) ? Number(one('received')) : undefined,
    sourceIp: one('ipaddr'),
    from: one('from').toLowerCase(),
    envelopeFrom: one('mfrom').toLowerCase(),
    policyDomain: one('pdomain').toLowerCase(),
    spf: word('spf', results),
    signatures: (fields.get('dkim') ?? []).map(signatureOf),
    alignedDkim: word('align_dkim', alignments),
    alignedSpf: word('align_spf', alignments),
    p,
    // 0: the record has no sp.
    sp: one('sp') === '0' ? p : word('sp', policies),
    pct: one('pct'),
    adkim: word('adkim', modes),
    aspf: word('aspf', modes),
    rua: (fields.get('rua') ?? []).filter((uri) => uri !== '-' && uri !== ''),
    disposition: word('action', dispositions),
    arc: one('arc') === '' ? '' : one('arc') === '1' ? 'pass' : 'fail',
    arcPolicy: one('arc_policy') === '' ? '' : /^0(?: |$)/.test(one('arc_policy')) ? 'pass' : 'fail',
  };
}

function signatureOf(value: string): HistorySignature {
  const words = value.trim().split(/ +/);
  const [domain = ''] = words;
  const code = words.length > 1 ? words.at(-1)! : '';
  const result = Object.hasOwn(results, code) ? results[code]! : 'unknown';
  return { domain: domain.toLowerCase(), selector: words.length > 2 ? words[1]! : '', result };
}
