import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { offsetAt } from '../../core/text/sourceText';
import type { Expectation } from '../../core/text/cursor';
import { completionDocumentation, toCompletionList, triggerCharacters } from '../completion';
import { whole } from '../documents';
import type { Feature } from '../host';
import { asObject } from '../settings';

/** `textDocument/completion`; documentation is asked for one candidate at a time. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters, resolveProvider: true } }),
  answer({ connection, service, abilities, document, guarded }) {
    /** The last list of candidates, for the questions about its documentation. */
    let offered: { readonly list: number; readonly expectation: Expectation } | undefined;

    connection.onCompletion((params): CompletionList | null =>
      guarded('completion', null, () => {
        const open = document(params.textDocument.uri);
        if (open === undefined) return null;
        const offset = offsetAt(open.text, whole(params.position));
        const expectation = service.complete(open.uri, offset);
        if (expectation === undefined || expectation.candidates.length === 0) return null;
        offered = { list: (offered?.list ?? 0) + 1, expectation };
        return toCompletionList(expectation, open.text, offset, offered.list, abilities());
      }),
    );

    connection.onCompletionResolve((item): CompletionItem =>
      guarded('completion documentation', item, () => {
        const { list, index } = asObject(item.data);
        if (offered === undefined || list !== offered.list || typeof index !== 'number') return item;
        const documentation = offered.expectation.candidates[index]?.documentation;
        if (documentation === undefined) return item;
        return { ...item, documentation: completionDocumentation(documentation, abilities()) };
      }),
    );
  },
};
