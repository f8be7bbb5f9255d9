import type { CodeAction } from 'vscode-languageserver';
import { actionKinds, codeActions as actionsFor } from '../actions';
import type { Feature } from '../host';

/** `textDocument/codeAction` */
export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: actionKinds } }),
  answer({ connection, service, abilities, document, guarded }) {
    connection.onCodeAction((params): CodeAction[] =>
      guarded('code actions', [], () => {
        const open = document(params.textDocument.uri);
        return open === undefined ? [] : actionsFor(service, open, params, abilities().locale);
      }),
    );
  },
};
