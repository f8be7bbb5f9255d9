import { visible, type AlignedBy, type Group, type GroupKey, type Sums } from '../../../core/report';
import { element, icon } from '../dom';
import type { Judgement, Line } from '../messages';
import type { ColumnLook } from '../state';
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

/** How many cells a group's line has: its name, its messages where that column is shown, and the rest. */
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

/** The cells of a line that sums up: a name, the messages below their column, and what else there is to say. */
export function spread(
  columns: readonly ColumnLook[],
  sums: Sums,
  nameParts: readonly (Node | string)[],
  title: string,
  judgement: Judgement | undefined,
  speech: Speech,
): readonly HTMLElement[] {
  const count = columns.findIndex(({ name }) => name === 'count');
  const pinned = columns[0]?.pinned === true ? ' pinned' : '';
  const cell = (kind: string, from: number, to: number, ...children: readonly (Node | string)[]) => {
    const made = element(
      'div',
      {
        class: `cell ${kind}`,
        attributes: {
          role: 'gridcell',
          'aria-colindex': String(from + 1),
          'aria-colspan': String(to - from),
        },
      },
      ...children,
    );
    made.style.gridColumn = `${from + 1} / ${to + 1}`;
    return made;
  };
  const messages = speech.number(sums.messages);
  const rest = restOf(sums, judgement, speech);
  if (count < 1) {
    const name = cell(`group${pinned}`, 0, 1, ...nameParts);
    name.title = title;
    const more = cell('rest', 1, Math.max(2, columns.length), element('b', { text: messages }), ...rest);
    explain(more, judgement, speech);
    return [name, more];
  }
  const name = cell(`group${pinned}`, 0, count, ...nameParts);
  name.title = title;
  const parts = [name, cell('count', count, count + 1, messages)];
  if (count + 1 < columns.length) {
    const more = cell('rest', count + 1, columns.length, ...rest);
    explain(more, judgement, speech);
    parts.push(more);
  }
  return parts;
}

/** What stands behind the messages of a sum: the share that passes, the verdict, and over how much it is. */
function restOf(sums: Sums, judgement: Judgement | undefined, speech: Speech): readonly Node[] {
  const percent = speech.percent(sums.pass, sums.messages);
  const bar = element('span', { class: 'bar', attributes: { 'aria-hidden': 'true' } });
  bar.style.setProperty('--part', String(sums.messages === 0 ? 0 : sums.pass / sums.messages));
  const verdict =
    judgement === undefined
      ? []
      : [
          element(
            'span',
            { class: `verdict ${judgement.kind}` },
            icon(judgement.kind),
            speech.say(judgement.word),
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
  return [
    element(
      'span',
      { class: 'rate' },
      bar,
      element('span', { text: speech.say(words.passRate, { percent }) }),
    ),
    ...verdict,
    element('span', { class: 'extent', text: `${records} · ${sources}` }),
  ];
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
