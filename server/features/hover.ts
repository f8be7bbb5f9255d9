import type { Hover } from 'vscode-languageserver';
import { offsetAt } from '../../core/text/sourceText';
import { whole } from '../documents';
import type { Feature } from '../host';
import { toHover } from '../hover';
import { recordLinks } from './records';

/** `textDocument/hover` */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  answer(host) {
    const { connection, service, abilities, document, guarded } = host;
    connection.onHover((params): Hover | null =>
      guarded('hover', null, () => {
        const open = document(params.textDocument.uri);
        if (open === undefined) return null;
        const offset = offsetAt(open.text, whole(params.position));
        const described = service.hover(open.uri, offset);
        if (described === undefined) return null;
        const links = guarded('record', [], () => recordLinks(host, open.uri, offset));
        return toHover(described, open.text, abilities(), links);
      }),
    );
  },
};
