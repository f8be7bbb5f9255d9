import { visible, type AlignedBy, type Group, type GroupKey, type Sums } from '../../../core/report';
import type { Localized } from '../../../core/text/message';
import { element, icon } from '../dom';
import type { Judgement, Line } from '../messages';
import type { ColumnLook, ColumnName } from '../state';
import { words as shared, type Speech } from '../words';
import { fillCell } from './cells';
import { words } from './words';

/** Fills a line of the table. Cells that explain themselves carry `data-tip`. */
export function fillLine(
  line: HTMLElement,
  number: number,
  data: Line,
  columns: readonly ColumnLook[],
  by: GroupKey | undefined,
  speech: Speech,
): void {
  line.classList.toggle('grouping', data.kind === 'group');
  if (data.kind === 'group') {
    line.setAttribute('aria-expanded', String(data.open));
    line.setAttribute('aria-level', '1');
    line.removeAttribute('aria-posinset');
    line.removeAttribute('aria-setsize');
    // The line may have been a record's before: nothing of that may stay.
    delete line.dataset['record'];
    line.classList.remove('below');
    line.replaceChildren(...groupCells(number, data, columns, by, speech));
    return;
  }
  line.removeAttribute('aria-expanded');
  line.setAttribute('aria-level', String(data.level));
  line.setAttribute('aria-posinset', String(data.position));
  line.setAttribute('aria-setsize', String(data.siblings));
  line.dataset['record'] = String(data.row.record);
  line.classList.toggle('below', data.level === 2);
  line.replaceChildren(
    ...columns.map(({ name, pinned }, i) => {
      const cell = element('div', {
        class: `cell ${name}${pinned ? ' pinned' : ''}`,
        id: `cell-${number}-${i}`,
        attributes: { role: 'gridcell', 'aria-colindex': String(i + 1) },
      });
      if (pinned) cell.style.left = `var(--left-${name})`;
      fillCell(cell, name, data.row, speech);
      return cell;
    }),
  );
}

/** The cells of a group's line. */
function groupCells(
  number: number,
  { group, open, judgement, owner }: Extract<Line, { kind: 'group' }>,
  columns: readonly ColumnLook[],
  by: GroupKey | undefined,
  speech: Speech,
): readonly HTMLElement[] {
  const name = groupName(group, by, speech);
  const title = owner === undefined ? name : `${name} · ${visible(owner)}`;
  const nameParts = [
    icon(open ? 'down' : 'right'),
    element('b', { class: 'key', text: name }),
    ...(owner === undefined ? [] : [element('span', { class: 'owner', text: visible(owner) })]),
  ];
  return spread(columns, group, nameParts, title, judgement, speech).map((cell, i) => {
    cell.id = `cell-${number}-${i}`;
    return cell;
  });
}

/** The columns under which a line that sums up has a value of the same kind as the records have. */
const summed = ['count', 'dmarc'] as const satisfies readonly ColumnName[];
type Summed = (typeof summed)[number];

/** Columns `[from, to)` that one cell of a line takes. */
interface Stretch {
  readonly kind: Summed | 'name' | 'gap';
  readonly from: number;
  readonly to: number;
}

/**
 * How the cells of a line that sums up are laid out: its name from the left to the first column that is summed up, those
 * columns, and what is between and behind them.
 */
export function stretchesOf(columns: readonly ColumnName[]): readonly Stretch[] {
  const stretches: { kind: Stretch['kind']; from: number; to: number }[] = [];
  const sumOf = (column: ColumnName, at: number): Summed | undefined =>
    at === 0 ? undefined : summed.find((one) => one === column);
  // Without such a column the name has the first one alone.
  const firstSum = columns.findIndex((column, at) => sumOf(column, at) !== undefined);
  columns.forEach((column, at) => {
    const own = sumOf(column, at);
    const last = stretches.at(-1);
    const goesOn = own === undefined && (last?.kind === 'gap' || (last?.kind === 'name' && at < firstSum));
    if (goesOn) last.to = at + 1;
    else stretches.push({ kind: own ?? (at === 0 ? 'name' : 'gap'), from: at, to: at + 1 });
  });
  return stretches;
}

/**
 * The cells of a line that sums up: a name, the sums below their columns, and in the longest stretch between what else
 * there is to say, the sums without a column as well, which then say what they are.
 */
export function spread(
  columns: readonly ColumnLook[],
  sums: Sums,
  nameParts: readonly (Node | string)[],
  title: string,
  judgement: Judgement | undefined,
  speech: Speech,
): readonly HTMLElement[] {
  const stretches = stretchesOf(columns.map(({ name }) => name));
  const longest = Math.max(0, ...stretches.map(({ kind, from, to }) => (kind === 'gap' ? to - from : 0)));
  const room = stretches.findLast(({ kind, from, to }) => kind === 'gap' && to - from === longest);
  const has = (kind: Summed): boolean => stretches.some((one) => one.kind === kind);
  const messages = speech.number(sums.messages);
  const contents = (stretch: Stretch): readonly (Node | string)[] => {
    if (stretch.kind === 'name') return nameParts;
    if (stretch.kind === 'count') return [element('span', { text: messages })];
    if (stretch.kind === 'dmarc') return [rateOf(sums, words.passRate, speech)];
    if (stretch !== room) return [];
    const counted = sums.messages === 1 ? words.message : words.messages;
    return [
      ...(has('count') ? [] : [element('b', { text: speech.say(counted, { messages }) })]),
      ...(has('dmarc') ? [] : [rateOf(sums, words.dmarcRate, speech)]),
      ...restOf(sums, judgement, speech),
    ];
  };
  return stretches.map((stretch) => {
    const { kind, from, to } = stretch;
    const pinned = kind === 'name' && columns[0]?.pinned === true;
    const style = kind === 'name' ? 'group' : kind === 'gap' ? 'rest' : kind;
    const made = element(
      'div',
      {
        class: `cell ${style}${pinned ? ' pinned' : ''}`,
        attributes: {
          role: 'gridcell',
          'aria-colindex': String(from + 1),
          'aria-colspan': String(to - from),
        },
      },
      ...contents(stretch),
    );
    made.style.gridColumn = `${from + 1} / ${to + 1}`;
    if (kind === 'name') made.title = title;
    if (stretch === room) explain(made, judgement, speech);
    return made;
  });
}

/** The share that passes DMARC, drawn and in words. */
function rateOf(sums: Sums, said: Localized, speech: Speech): HTMLElement {
  const percent = speech.percent(sums.pass, sums.messages);
  const bar = element('span', { class: 'bar', attributes: { 'aria-hidden': 'true' } });
  bar.style.setProperty('--part', String(sums.messages === 0 ? 0 : sums.pass / sums.messages));
  return element('span', { class: 'rate' }, bar, element('span', { text: speech.say(said, { percent }) }));
}

/** What stands behind the sums: the verdict, and over how much it is. */
function restOf(sums: Sums, judgement: Judgement | undefined, speech: Speech): readonly Node[] {
  const verdict =
    judgement === undefined
      ? []
      : [
          element(
            'span',
            { class: `verdict ${judgement.kind}` },
            element(
              'span',
              { class: 'badge' },
              icon(judgement.kind),
              element('span', { class: 'sr', text: `${speech.say(words.source)} ` }),
              speech.say(judgement.word),
            ),
          ),
        ];
  const records =
    sums.records === 1
      ? speech.say(words.inRecord)
      : speech.say(words.inRecords, { records: speech.number(sums.records) });
  const sources =
    sums.sources === 1
      ? speech.say(words.fromAddress)
      : speech.say(words.fromAddresses, { sources: speech.number(sums.sources) });
  return [...verdict, element('span', { class: 'extent', text: `${records} · ${sources}` })];
}

/** A verdict gives its reasons on hover, and where the keyboard stands on it. */
function explain(cell: HTMLElement, judgement: Judgement | undefined, speech: Speech): void {
  if (judgement === undefined) return;
  const lead = speech.say(words.seems, { word: judgement.word });
  const reasons = judgement.signals.map(({ message }) => `• ${speech.say(message)}`);
  cell.dataset['tip'] = [lead, ...reasons].join('\n');
}

/** What a group is called. */
function groupName({ key }: Group, by: GroupKey | undefined, speech: Speech): string {
  if (key === '') return speech.say(words.notGiven);
  if (by === 'result') return speech.say(shared[key as AlignedBy]);
  return visible(key);
}
