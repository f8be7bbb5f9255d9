import type { MarkupContent, SignatureHelp } from 'vscode-languageserver';
import type { Signature } from '../../core/model/editing';
import { render, type Message } from '../../core/text/message';
import type { Abilities } from '../abilities';
import type { Feature } from '../host';
import { renderMarkdown } from '../markdown';
import { asked, offsetOf } from './places';

/** `textDocument/signatureHelp` */
export const signatureHelp: Feature = {
  capabilities: () => ({
    signatureHelpProvider: {
      triggerCharacters: [' ', '\t', '(', '"', '=', ':', ';', '/', '{'],
      retriggerCharacters: [' ', '\t', ')', '=', ':', ';', '/', '}'],
    },
  }),
  answer(host) {
    host.connection.onSignatureHelp((params): SignatureHelp | null =>
      host.guarded('signature help', null, () => {
        const here = asked(host, params.textDocument);
        const signature = here?.editing.signature?.(offsetOf(here.open, params.position));
        return signature === undefined ? null : toSignatureHelp(signature, host.abilities());
      }),
    );
  },
};

/** The fields as LSP has it: an active parameter beyond the last means that none is. */
function toSignatureHelp(signature: Signature, abilities: Abilities): SignatureHelp {
  const { label, documentation, parameters, active } = signature;
  const activeParameter = active < 0 ? parameters.length : active;
  return {
    signatures: [
      {
        label,
        ...(documentation && { documentation: toMarkup(documentation, abilities) }),
        parameters: parameters.map((parameter) => ({
          label: [parameter.span.start, parameter.span.end],
          ...(parameter.documentation && { documentation: toMarkup(parameter.documentation, abilities) }),
        })),
        activeParameter,
      },
    ],
    activeSignature: 0,
    activeParameter,
  };
}

function toMarkup(text: Message, { locale, markdownInSignature }: Abilities): MarkupContent | string {
  return markdownInSignature
    ? { kind: 'markdown', value: renderMarkdown(text, locale) }
    : render(text, locale);
}
