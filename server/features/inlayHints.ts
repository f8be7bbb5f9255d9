import type { InlayHint } from 'vscode-languageserver';
import { render } from '../../core/text/message';
import { positionAt } from '../../core/text/sourceText';
import type { Feature } from '../host';
import { asObject } from '../settings';
import { askedInTime, spanOf } from './places';

/** `textDocument/inlayHint`; nothing is shown that a setting does not ask for. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  answer(host) {
    const { connection, guarded, abilities, section } = host;
    connection.languages.inlayHint.on(async (params, token): Promise<InlayHint[]> => {
      const here = await askedInTime(host, params.textDocument, token);
      return guarded('inlay hints', [], () => {
        if (here === undefined) return [];
        const { open, editing } = here;
        const settings = section();
        const hints = editing.hints?.(spanOf(open, params.range)) ?? [];
        return hints
          .filter(({ setting }) => isOn(settings, setting))
          .map(({ offset, label, tooltip }) => ({
            position: positionAt(open.text, offset),
            label: typeof label === 'string' ? label : render(label, abilities().locale),
            ...(tooltip && { tooltip: render(tooltip, abilities().locale) }),
          }));
      });
    });
  },
};

/** Whether a setting, named by its path below `mailAuth`, is set to true. */
function isOn(settings: unknown, path: string): boolean {
  return path.split('.').reduce((value: unknown, key) => asObject(value)[key], settings) === true;
}
