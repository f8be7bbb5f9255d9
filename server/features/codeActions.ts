import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { actionKinds, codeActions as actionsFor } from '../actions';
import type { Feature } from '../host';
import { bumpSerialActions, bumpSerialKind, refactorActions, resolved, type Offered } from '../refactorings';

/** `textDocument/codeAction`, `codeAction/resolve` */
export const codeActions: Feature = {
  capabilities: () => ({
    codeActionProvider: {
      codeActionKinds: [...actionKinds, CodeActionKind.RefactorRewrite, bumpSerialKind],
      resolveProvider: true,
    },
  }),
  answer(host) {
    const { connection, service, abilities, document, guarded } = host;
    /** The last refactorings that were offered, for the one that is taken. */
    let offered: Offered | undefined;

    connection.onCodeAction((params): CodeAction[] =>
      guarded('code actions', [], () => {
        const open = document(params.textDocument.uri);
        if (open === undefined) return [];
        const refactor = guarded('refactorings', undefined, () =>
          refactorActions(host, params, (offered?.list ?? 0) + 1),
        );
        offered = refactor?.offered ?? offered;
        return [
          ...actionsFor(service, open, params, abilities().locale),
          ...(refactor?.actions ?? []),
          ...guarded('serial', [], () => bumpSerialActions(host, params)),
        ];
      }),
    );

    connection.onCodeActionResolve((action): CodeAction =>
      guarded('code action', action, () => resolved(host, action, offered)),
    );
  },
};
