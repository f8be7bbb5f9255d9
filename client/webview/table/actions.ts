import { termFor, toggleTerm } from '../../../core/report';
import type { Page } from '../context';
import type { Copy } from '../export/export';
import { openMenu, type MenuItem, type MenuPlace } from '../menu';
import type { ExportFormat, ShownRow } from '../messages';
import type { ColumnName } from '../state';
import { valuesOf, type CellValue } from './values';
import { words } from './words';

/** What can be done with the table's cells and records. */
export interface Actions {
  /** Shows only what has a value, or all but that; doing it twice takes it back. */
  readonly filterBy: (value: CellValue, exclude: boolean) => void;
  /** The same with the first value of a cell. @returns whether it has one */
  filterByCell(row: ShownRow, column: ColumnName, exclude: boolean): boolean;
  readonly copy: (format: ExportFormat, records: readonly number[]) => void;
  menu(row: ShownRow, column: ColumnName, records: readonly number[], place: MenuPlace): void;
}

export function createActions({ speech, looks, host, say }: Page, copyOf: Copy): Actions {
  const filterBy = ({ term }: CellValue, exclude: boolean): void => {
    if (term === undefined) return;
    const added = termFor(term.field, term.value, exclude);
    looks.change({ filter: toggleTerm(looks.now().filter, added) });
  };
  const copyText = (text: string, said: string): void => {
    void host('copy', { text }).then(
      () => {
        say(said);
      },
      (problem: unknown) => {
        say(String(problem));
      },
    );
  };
  const copy = (format: ExportFormat, records: readonly number[]): void => {
    copyOf(format, { records });
  };
  return {
    filterBy,
    filterByCell(row, column, exclude) {
      const [first] = valuesOf(column, row, speech);
      if (first?.term === undefined) return false;
      filterBy(first, exclude);
      return true;
    },
    copy,
    menu(row, column, records, place) {
      const values = valuesOf(column, row, speech);
      const asked = values.filter(({ term }) => term !== undefined);
      const items: MenuItem[] = asked.flatMap((value): readonly MenuItem[] => [
        {
          label: speech.say(words.only, { value: value.text }),
          shape: 'only',
          ...(value === asked[0] && { key: 'F' }),
          run: () => {
            filterBy(value, false);
          },
        },
        {
          label: speech.say(words.without, { value: value.text }),
          ...(value === asked[0] && { key: 'Shift+F' }),
          run: () => {
            filterBy(value, true);
          },
        },
      ]);
      if (items.length > 0) items.push('line');
      items.push(
        {
          label: speech.say(words.showDetail),
          key: 'Enter',
          run: () => {
            looks.change({ record: row.record });
          },
        },
        'line',
        ...values.map((value) => ({
          label: speech.say(words.copyValue, { value: value.text }),
          run: () => {
            copyText(value.text, speech.say(words.copyValue, { value: value.text }));
          },
        })),
        {
          label: speech.say(words.copyTsv),
          key: 'Ctrl+C',
          run: () => {
            copy('tsv', records);
          },
        },
        {
          label: speech.say(words.copyMarkdown),
          run: () => {
            copy('markdown', records);
          },
        },
        {
          label: speech.say(words.copyJson),
          run: () => {
            copy('json', records);
          },
        },
      );
      openMenu(speech.say(words.cellMenu), place, items);
    },
  };
}
