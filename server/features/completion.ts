import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { offsetAt, slice, type SourceText } from '../../core/text/sourceText';
import type { Expectation } from '../../core/text/cursor';
import { circumstancesOf } from '../circumstances';
import { completionDocumentation, toCompletionList, triggerCharacters } from '../completion';
import { whole } from '../documents';
import type { Feature } from '../host';
import { asObject } from '../settings';

/** `textDocument/completion`; documentation is asked for one candidate at a time. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters, resolveProvider: true } }),
  answer({ connection, service, abilities, document, guarded, section }) {
    /** The last list of candidates, for the questions about its documentation. */
    let offered: { readonly list: number; readonly expectation: Expectation } | undefined;

    connection.onCompletion((params): CompletionList | null =>
      guarded('completion', null, () => {
        const open = document(params.textDocument.uri);
        if (open === undefined) return null;
        const offset = offsetAt(open.text, whole(params.position));
        const expectation = service.complete(open.uri, offset, circumstancesOf(section()).now);
        if (expectation === undefined || expectation.candidates.length === 0) return null;
        // In the middle of a name, path or option that nothing continues, a list would only be in the way.
        if (
          /^[./~?-]$/.test(params.context?.triggerCharacter ?? '') &&
          !goesOn(expectation, open.text, offset)
        ) {
          return null;
        }
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

/** Whether a candidate begins with what is typed. */
function goesOn({ replace, candidates }: Expectation, text: SourceText, offset: number): boolean {
  const typed = slice(text, replace.start, offset).toLowerCase();
  return candidates.some(({ label }) => label.toLowerCase().startsWith(typed));
}
