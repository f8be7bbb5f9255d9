import type { FoldingRange, SelectionRange } from 'vscode-languageserver';
import { positionAt } from '../../core/text/sourceText';
import { toRange } from '../convert';
import type { Feature } from '../host';
import { asked, askedInTime, offsetOf } from './places';

/** `textDocument/foldingRange`, `textDocument/selectionRange` */
export const folding: Feature = {
  capabilities: () => ({ foldingRangeProvider: true, selectionRangeProvider: true }),
  answer(host) {
    const { connection, guarded } = host;

    connection.onFoldingRanges(async (params, token): Promise<FoldingRange[]> => {
      const here = await askedInTime(host, params.textDocument, token);
      return guarded('folding', [], () =>
        (here?.editing.folds?.() ?? []).map(({ span, kind }) => ({
          startLine: positionAt(here!.open.text, span.start).line,
          endLine: positionAt(here!.open.text, span.end).line,
          ...(kind && { kind }),
        })),
      );
    });

    connection.onSelectionRanges((params): SelectionRange[] =>
      guarded('selection', [], () => {
        const here = asked(host, params.textDocument);
        if (here === undefined) return [];
        const { open, editing } = here;
        return params.positions.map((position): SelectionRange => {
          const spans = editing.selections?.(offsetOf(open, position)) ?? [];
          const outermost: SelectionRange = {
            range: toRange(open.text, { start: 0, end: open.text.length }),
          };
          return spans.reduceRight(
            (parent, span) => ({ range: toRange(open.text, span), parent }),
            outermost,
          );
        });
      }),
    );
  },
};
