import { exportLimits } from './limits';
import type { Page } from '../context';
import { element } from '../dom';
import { openMenu, type MenuItem } from '../menu';
import type { ExportFormat, Selection, Written } from '../messages';
import type { Tool } from '../toolRow';
import { words } from './words';

/** Puts records into the clipboard as text, no more than `exportLimits.copied`, and says how many. */
export type Copy = (format: ExportFormat, selection: Selection) => void;

/** The button from which records leave the page. */
export interface Export {
  readonly tool: Tool;
  readonly copy: Copy;
}

/**
 * Exports and copies: what the filter lets through, in the order of the table.
 * @param selected the records that are selected in the table
 */
export function createExport(page: Page, selected: () => readonly number[]): Export {
  const { speech, looks, worker, host, say } = page;
  const button = element('button', {
    class: 'quiet for-records',
    text: speech.say(words.export),
    attributes: { type: 'button', 'aria-haspopup': 'menu' },
  });
  let busy = false;

  const filtered = (): Selection => ({ filter: looks.now().filter, sorts: looks.now().sorts });

  /** Does one thing at a time: a file of a million records is not made twice because somebody clicked twice. */
  const alone = (work: () => Promise<void>): void => {
    if (busy) return;
    busy = true;
    button.disabled = true;
    void work()
      .catch((problem: unknown) => {
        say(problem instanceof Error ? problem.message : String(problem));
      })
      .finally(() => {
        busy = false;
        button.disabled = false;
      });
  };

  const save = (format: ExportFormat): void => {
    alone(async () => {
      const records = page.shown().records;
      if (records > exportLimits.silent) say(speech.say(words.writing, { records: speech.number(records) }));
      const made = await worker('write', { format, selection: filtered() });
      const refused = refusalOf(made);
      if (refused !== undefined) {
        say(refused);
        return;
      }
      const { done, said } = await host('save', { name: made.name, bytes: made.bytes });
      if (!done) {
        if (said !== undefined) say(said);
        return;
      }
      const { records: count, reports } = made;
      const values = { records: speech.number(count), reports: speech.number(reports) };
      const exported =
        count === 1 ? words.record : format === 'xml' && reports > 1 ? words.reports : words.records;
      say([speech.say(exported, values), said ?? ''].join(' ').trim());
    });
  };

  const refusalOf = ({ records, reports, trouble }: Written): string | undefined => {
    if (records === 0) return speech.say(words.nothing);
    if (trouble === 'reports') {
      const most = speech.number(exportLimits.reports);
      return speech.say(words.tooManyReports, { reports: speech.number(reports), most });
    }
    return trouble === 'size'
      ? speech.say(words.tooLong, { size: speech.size(exportLimits.bytes) })
      : undefined;
  };

  const copy: Copy = (format, selection) => {
    alone(async () => {
      const { bytes, records, all } = await worker('write', { format, selection, most: exportLimits.copied });
      if (records === 0) {
        say(speech.say(words.nothing));
        return;
      }
      const { done, said } = await host('copy', { text: new TextDecoder().decode(bytes) });
      if (!done) {
        if (said !== undefined) say(said);
        return;
      }
      const values = { records: speech.number(records), all: speech.number(all) };
      const copied = records < all ? words.copiedSome : records === 1 ? words.copiedOne : words.copied;
      say(speech.say(copied, values));
    });
  };

  const offer = (): void => {
    const item = (label: string, run: () => void): MenuItem => ({ label, run });
    const file = (format: 'csv' | 'json' | 'xml'): MenuItem =>
      item(speech.say(words[format]), () => {
        save(format);
      });
    const text = (format: 'tsv' | 'markdown'): MenuItem =>
      item(speech.say(words[format]), () => {
        copy(format, filtered());
      });
    const label = speech.say(words.menu, { records: speech.number(page.shown().records) });
    openMenu(label, button, [file('csv'), file('json'), file('xml'), 'line', text('tsv'), text('markdown')]);
  };
  button.addEventListener('click', offer);
  page.onCommand('export', offer);
  page.onCommand('copyRows', () => {
    const records = selected();
    copy('tsv', records.length > 0 ? { records } : filtered());
  });
  return { tool: { root: button, folded: () => ({ label: speech.say(words.export), run: offer }) }, copy };
}
