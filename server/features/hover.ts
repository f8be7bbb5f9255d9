import type { Hover } from 'vscode-languageserver';
import { offsetAt } from '../../core/text/sourceText';
import { whole } from '../documents';
import type { Feature } from '../host';
import { toHover } from '../hover';

/** `textDocument/hover` */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  answer({ connection, service, abilities, document, guarded }) {
    connection.onHover((params): Hover | null =>
      guarded('hover', null, () => {
        const open = document(params.textDocument.uri);
        if (open === undefined) return null;
        const described = service.hover(open.uri, offsetAt(open.text, whole(params.position)));
        return described === undefined ? null : toHover(described, open.text, abilities());
      }),
    );
  },
};
