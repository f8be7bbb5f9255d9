import type { ReportProblem, Row, ShownWords, Summary, View } from '../../core/report';

/** From the page to its worker, which holds all records. */
export type ToWorker =
  | { readonly type: 'open'; readonly id: number; readonly name: string }
  | { readonly type: 'chunk'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: 'end'; readonly id: number }
  /** A dropped or picked file, which the worker reads by itself. */
  | { readonly type: 'file'; readonly file: File }
  /** A file that the extension could not read, and why in the page's language. */
  | { readonly type: 'unreadable'; readonly name: string; readonly reason: string }
  | {
      readonly type: 'view';
      readonly version: number;
      readonly view: View;
      readonly words: ShownWords;
      /** A record to find again in the new order. */
      readonly keep: number | undefined;
    }
  | { readonly type: 'rows'; readonly version: number; readonly from: number; readonly to: number }
  | { readonly type: 'clear' };

/** A row of the table with the number of its record in the store, which no sorting changes. */
export interface ShownRow extends Row {
  readonly record: number;
  readonly reporter: string;
}

/** From the worker to the page. */
export type FromWorker =
  | {
      readonly type: 'state';
      readonly summary: Summary;
      readonly problems: readonly ReportProblem[];
      /** The file being read, if any. */
      readonly reading: string | undefined;
    }
  | {
      readonly type: 'viewed';
      readonly version: number;
      /** Rows that the view shows. */
      readonly count: number;
      /** Records in all. */
      readonly total: number;
      /** Whether rows that were asked for before may have moved. */
      readonly moved: boolean;
      /** Where the record to keep is now; -1 where it is not shown. */
      readonly kept: number;
    }
  | {
      readonly type: 'rows';
      readonly version: number;
      readonly from: number;
      readonly rows: readonly ShownRow[];
    };
