import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { actionKinds, codeActions as actionsFor } from '../actions';
import type { Feature } from '../host';
import { recordActionKind, recordActions } from './records';
import { bumpSerialActions, bumpSerialKind, refactorActions, resolved } from '../refactorings';

/** `textDocument/codeAction`, `codeAction/resolve` */
export const codeActions: Feature = {
  capabilities: () => ({
    codeActionProvider: {
      codeActionKinds: [...actionKinds, CodeActionKind.RefactorRewrite, bumpSerialKind, recordActionKind],
      resolveProvider: true,
    },
  }),
  answer(host) {
    const { connection, service, abilities, document, guarded } = host;
    connection.onCodeAction((params): CodeAction[] =>
      guarded('code actions', [], () => {
        const open = document(params.textDocument.uri);
        if (open === undefined) return [];
        return [
          ...actionsFor(service, open, params, abilities(), document),
          ...guarded('refactorings', [], () => refactorActions(host, params)),
          ...guarded('record', [], () => recordActions(host, params)),
          ...guarded('serial', [], () => bumpSerialActions(host, params)),
        ];
      }),
    );

    connection.onCodeActionResolve((action): CodeAction =>
      guarded('code action', action, () => resolved(host, action)),
    );
  },
};
