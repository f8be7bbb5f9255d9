import { render } from '../../core/text/message';
import { RAISE_SERIAL, type RaiseSerialResult } from '../../core/zoneProtocol';
import { circumstancesOf } from '../circumstances';
import { toTextEdits } from '../convert';
import type { Feature } from '../host';
import { asObject } from '../settings';
import { asked } from './places';

/** `mailAuth/raiseSerial`: the edits that tell others that there is something new. */
export const raiseSerial: Feature = {
  answer(host) {
    host.connection.onRequest<RaiseSerialResult | null, unknown>(RAISE_SERIAL, (params: unknown) =>
      host.guarded('serial', null, () => {
        const { uri, when } = asObject(params);
        const here = typeof uri === 'string' ? asked(host, { uri }) : undefined;
        if (here?.editing.raiseSerial === undefined) return null;
        const done = here.editing.raiseSerial(
          circumstancesOf(host.section()),
          when === 'changed' ? 'changed' : 'now',
        );
        return 'refused' in done
          ? { refused: render(done.refused, host.abilities().locale) }
          : { version: here.open.version, edits: toTextEdits(here.open.text, done.edits) };
      }),
    );
  },
};
