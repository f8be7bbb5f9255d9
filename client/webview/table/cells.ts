import {
  visible,
  type DkimAuthResult,
  type Outcome,
  type SortColumn,
  type SpfAuthResult,
} from '../../../core/report';
import { element, icon, type Shape } from '../dom';
import type { ShownRow } from '../messages';
import { policyLine } from '../policy';
import type { ColumnName } from '../state';
import { words, type Speech } from '../words';
import { words as own } from './words';

/** How a column of the table looks where the user says nothing else. */
export interface ColumnStyle {
  /** CSS pixels. */
  readonly width: number;
  /** Its share of room that is left over; none: it keeps its width. */
  readonly grows: number;
  readonly sort: SortColumn | undefined;
}

/** The columns; names are also style classes. */
export const columnStyles: Readonly<Record<ColumnName, ColumnStyle>> = {
  sourceIp: { width: 178, grows: 0, sort: 'sourceIp' },
  host: { width: 190, grows: 1, sort: undefined },
  count: { width: 102, grows: 0, sort: 'count' },
  dmarc: { width: 140, grows: 0, sort: 'dmarc' },
  disposition: { width: 112, grows: 0, sort: 'disposition' },
  dkim: { width: 152, grows: 0, sort: 'dkim' },
  spf: { width: 152, grows: 0, sort: 'spf' },
  alignedBy: { width: 130, grows: 0, sort: 'alignedBy' },
  headerFrom: { width: 140, grows: 1.2, sort: 'headerFrom' },
  dkimResults: { width: 190, grows: 2, sort: 'dkimResults' },
  spfResults: { width: 150, grows: 1.5, sort: 'spfResults' },
  envelopeFrom: { width: 150, grows: 1.2, sort: 'envelopeFrom' },
  envelopeTo: { width: 140, grows: 1, sort: 'envelopeTo' },
  reasons: { width: 160, grows: 1.2, sort: 'reasons' },
  reporter: { width: 120, grows: 1, sort: 'reporter' },
  begin: { width: 170, grows: 0, sort: 'begin' },
  policy: { width: 180, grows: 1, sort: 'policy' },
};

/** The word at the head of a column. */
export function columnWord(name: ColumnName, speech: Speech): string {
  return speech.say({ ...words, ...own.columns }[name]);
}

/** Puts into a cell what its column tells of a record. Values that can be asked for are numbered as in values.ts. */
export function fillCell(cell: HTMLElement, name: ColumnName, row: ShownRow, speech: Speech): void {
  switch (name) {
    case 'count':
      fillText(cell, speech.number(row.count));
      return;
    case 'dmarc':
      fillDmarc(cell, row, speech);
      return;
    case 'disposition':
      fillDisposition(cell, row, speech);
      return;
    case 'dkim':
      fillOutcome(cell, row.dkimOutcome, row.dkim, speech);
      return;
    case 'spf':
      fillOutcome(cell, row.spfOutcome, row.spf, speech);
      return;
    case 'alignedBy':
      fillWord(cell, row.alignedBy === 'neither' ? 'fail' : 'pass', speech.say(words[row.alignedBy]));
      return;
    case 'dkimResults':
      fillResults(cell, row.dkimResults, ({ domain, selector }) => [domain, selector]);
      cell.title = lines(row.dkimResults, ({ domain, selector }) =>
        selector === '' ? domain : `${domain}, ${speech.say(words.selector, { selector })}`,
      );
      return;
    case 'spfResults':
      fillResults(cell, row.spfResults, ({ domain }) => [domain]);
      cell.title = lines(row.spfResults, ({ domain, scope }) =>
        scope === '' ? domain : `${domain}, ${scope}`,
      );
      return;
    case 'reasons':
      fillList(
        cell,
        row.reasons.map(({ type, comment }) => [type, comment]),
      );
      return;
    case 'host':
      fillList(cell, [[row.owner?.host ?? '', row.owner?.organisation ?? '']]);
      return;
    case 'begin':
      fillText(cell, speech.period(row.head.metadata.begin, row.head.metadata.end));
      return;
    case 'policy':
      fillText(cell, policyLine(row.head.policy));
      return;
    case 'sourceIp':
    case 'headerFrom':
    case 'envelopeFrom':
    case 'envelopeTo':
    case 'reporter':
      fillText(cell, visible(row[name]));
  }
}

/** A value that can be asked for: its number among those of its cell. */
function valued(text: string, number: number): HTMLElement {
  const made = element('span', { class: 'value', text });
  made.dataset['value'] = String(number);
  return made;
}

function fillText(cell: HTMLElement, text: string): void {
  cell.replaceChildren(...(text === '' ? [] : [valued(text, 0)]));
  cell.title = text;
}

function fillWord(cell: HTMLElement, shape: Shape, word: string): void {
  cell.replaceChildren(icon(shape), valued(word, 0));
  cell.title = word;
}

/** Whether DMARC passed, and by what. */
function fillDmarc(cell: HTMLElement, { alignedBy }: ShownRow, speech: Speech): void {
  const outcome = alignedBy === 'neither' ? 'fail' : 'pass';
  const word = speech.say(words[outcome]);
  fillWord(cell, outcome, word);
  cell.title = `${word}\n${speech.say(words.alignedBy)}: ${speech.say(words[alignedBy])}`;
}

function fillDisposition(cell: HTMLElement, row: ShownRow, speech: Speech): void {
  const word = row.disposition.trim().toLowerCase();
  const shapes: Partial<Record<string, Shape>> = {
    none: 'none',
    pass: 'pass',
    quarantine: 'quarantine',
    reject: 'reject',
  };
  const shown = row.disposition === '' ? speech.say(words.unknown) : visible(row.disposition);
  const reasons = row.reasons.map(({ type, comment }) =>
    visible(comment === '' ? type : `${type} – ${comment}`),
  );
  fillWord(cell, (Object.hasOwn(shapes, word) ? shapes[word] : undefined) ?? 'unknown', shown);
  cell.title = [shown, ...reasons.map((reason) => speech.say(words.reason, { reason }))].join('\n');
}

function fillOutcome(cell: HTMLElement, outcome: Outcome, written: string, speech: Speech): void {
  const word = speech.say(words[outcome]);
  fillWord(cell, outcome, word);
  const said = [word];
  if (outcome === 'unaligned') said.push(speech.say(words.unalignedHint));
  if (written !== '') said.push(speech.say(words.asWritten, { value: visible(written) }));
  cell.title = said.join('\n');
}

/** Results of one mechanism by themselves: each with its word. Empty parts have no number. */
function fillResults<Result extends DkimAuthResult | SpfAuthResult>(
  cell: HTMLElement,
  results: readonly Result[],
  parts: (result: Result) => readonly string[],
): void {
  let number = 0;
  cell.replaceChildren(
    ...results.map((result) => {
      const shown = parts(result)
        .filter((part) => part !== '')
        .flatMap((part, i) => [i === 0 ? ' ' : ' · ', valued(visible(part), number++)]);
      const word = element('b', { text: visible(result.result === '' ? '–' : result.result) });
      return element('span', { class: 'result' }, word, ...shown);
    }),
  );
}

function fillList(cell: HTMLElement, items: readonly (readonly string[])[]): void {
  let number = 0;
  const shown = items
    .map((parts) => parts.filter((part) => part !== ''))
    .filter((parts) => parts.length > 0)
    .map((parts) =>
      element(
        'span',
        { class: 'result' },
        ...parts.flatMap((part, i) => [i === 0 ? '' : ' – ', valued(visible(part), number++)]),
      ),
    );
  cell.replaceChildren(...shown);
  cell.title = cell.textContent;
}

function lines<Result extends DkimAuthResult | SpfAuthResult>(
  results: readonly Result[],
  long: (result: Result) => string,
): string {
  return results
    .map((result) => {
      const human = result.humanResult === '' ? '' : ` (${result.humanResult})`;
      return visible(`${result.result === '' ? '–' : result.result}: ${long(result)}${human}`);
    })
    .join('\n');
}
