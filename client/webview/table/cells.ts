import {
  visible,
  type DkimAuthResult,
  type Outcome,
  type SortedColumn,
  type SpfAuthResult,
} from '../../../core/report';
import { element, icon, type Shape } from '../dom';
import type { ShownRow } from '../messages';
import { words, type Speech } from '../words';

/** A column of the table. Its name is also its word and its style class. */
export interface TableColumn {
  readonly name: SortedColumn;
  /** What the cell shows; its tooltip where that says more. */
  fill(cell: HTMLElement, row: ShownRow, speech: Speech): void;
}

/** The columns in the order of the table; `reporter` only where several reports are open. */
export function columnsFor(severalReports: boolean): readonly TableColumn[] {
  return severalReports ? [...columns, reporter] : columns;
}

const columns: readonly TableColumn[] = [
  {
    name: 'sourceIp',
    fill: (cell, row) => {
      fillText(cell, row.sourceIp);
    },
  },
  {
    name: 'count',
    fill: (cell, row, speech) => {
      fillText(cell, speech.number(row.count));
    },
  },
  { name: 'disposition', fill: fillDisposition },
  {
    name: 'dkim',
    fill: (cell, row, speech) => {
      fillOutcome(cell, row.dkimOutcome, row.dkim, speech);
    },
  },
  {
    name: 'spf',
    fill: (cell, row, speech) => {
      fillOutcome(cell, row.spfOutcome, row.spf, speech);
    },
  },
  { name: 'alignedBy', fill: fillAlignedBy },
  {
    name: 'headerFrom',
    fill: (cell, row) => {
      fillText(cell, row.headerFrom);
    },
  },
  {
    name: 'dkimResults',
    fill: (cell, row, speech) => {
      fillResults(
        cell,
        row.dkimResults,
        ({ domain, selector }: DkimAuthResult) =>
          [domain, selector].filter((part) => part !== '').join(' · '),
        ({ domain, selector }: DkimAuthResult) =>
          selector === '' ? domain : `${domain}, ${speech.say(words.selector, { selector })}`,
      );
    },
  },
  {
    name: 'spfResults',
    fill: (cell, row) => {
      fillResults(
        cell,
        row.spfResults,
        ({ domain }: SpfAuthResult) => domain,
        ({ domain, scope }: SpfAuthResult) => (scope === '' ? domain : `${domain}, ${scope}`),
      );
    },
  },
  {
    name: 'envelopeFrom',
    fill: (cell, row) => {
      fillText(cell, row.envelopeFrom);
    },
  },
];

const reporter: TableColumn = {
  name: 'reporter',
  fill: (cell, row) => {
    fillText(cell, row.reporter);
  },
};

function fillText(cell: HTMLElement, text: string): void {
  const shown = visible(text);
  cell.textContent = shown;
  cell.title = shown;
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
  const lines = [word];
  if (outcome === 'unaligned') lines.push(speech.say(words.unalignedHint));
  if (written !== '') lines.push(speech.say(words.asWritten, { value: visible(written) }));
  cell.title = lines.join('\n');
}

function fillAlignedBy(cell: HTMLElement, row: ShownRow, speech: Speech): void {
  const word = speech.say(words[row.alignedBy]);
  fillWord(cell, row.alignedBy === 'neither' ? 'fail' : 'pass', word);
  cell.title = word;
}

function fillWord(cell: HTMLElement, shape: Shape, word: string): void {
  cell.replaceChildren(icon(shape), element('span', { text: word }));
}

/** Results of one mechanism by themselves: each with its word; all of them in the tooltip. */
function fillResults<Result extends DkimAuthResult | SpfAuthResult>(
  cell: HTMLElement,
  results: readonly Result[],
  short: (result: Result) => string,
  long: (result: Result) => string,
): void {
  cell.replaceChildren(
    ...results.map((result) =>
      element(
        'span',
        { class: 'result' },
        element('b', { text: visible(result.result === '' ? '–' : result.result) }),
        ` ${visible(short(result))}`,
      ),
    ),
  );
  cell.title = results
    .map((result) => {
      const human = result.humanResult === '' ? '' : ` (${result.humanResult})`;
      return visible(`${result.result === '' ? '–' : result.result}: ${long(result)}${human}`);
    })
    .join('\n');
}
