// What the language server says of records, as the form shows it. Pure.
import type { GeneratedRecord } from '../../../core/generator/form';
import type { PutRecordsResult, RecordReview } from '../../../core/generator/protocol';
import { recordData } from '../../../core/generator/publish/data';
import type { Judged, Judgement } from './protocol';

/** A zone file, and what putting records into it would change. */
export interface Change {
  readonly text: string;
  readonly put: PutRecordsResult;
}

/**
 * @param reviews one for each record, in their order
 * @param change undefined without a zone file
 * @param notes what else is to be said, in the interface's language
 */
export function judgementOf(
  records: readonly GeneratedRecord[],
  reviews: readonly RecordReview[],
  change: Change | undefined,
  notes: readonly string[],
): Judgement {
  const lines = change === undefined ? [] : newLines(change);
  return {
    records: records.map((record, at): Judged => {
      const line = lines.find((one) => one.includes(recordData(record)));
      const gone = (change?.put.replaced ?? []).filter(
        ({ owner, type }) => owner === record.owner && type === record.type,
      );
      return {
        findings: reviews[at]?.findings ?? [],
        replaces: gone.map(({ before }) => before),
        ...(line !== undefined && { line }),
      };
    }),
    notes,
    unchanged: change?.put.edits.length === 0 && change.put.notes.length === 0,
  };
}

/** The lines that a zone file has then and does not have now. */
function newLines({ text, put }: Change): readonly string[] {
  if (put.edits.length === 0) return [];
  const backwards = [...put.edits].sort((a, b) => b.span.start - a.span.start);
  const after = backwards.reduce(
    (all, { span, text: instead }) => all.slice(0, span.start) + instead + all.slice(span.end),
    text,
  );
  const now = new Set(linesOf(text));
  return linesOf(after).filter((line) => !now.has(line));
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}
