import { render } from '../../core/text/message';
import { RAISE_SERIAL, type RaiseSerialParams, type RaiseSerialResult } from '../../core/zoneProtocol';
import { circumstancesOf } from '../circumstances';
import { toTextEdits } from '../convert';
import type { Feature, Host } from '../host';
import { asObject } from '../settings';
import { asked } from './places';

/** `mailAuth/raiseSerial`: the edits that tell others that there is something new. */
export const raiseSerial: Feature = {
  answer(host) {
    const { connection, guarded } = host;
    connection.onRequest<RaiseSerialResult | null, unknown>(RAISE_SERIAL, async (params: unknown) => {
      const { uri, when } = asObject(params);
      if (typeof uri !== 'string') return null;
      await host.settled(uri);
      return guarded('serial', null, () =>
        answer(host, uri, when === 'changed' || when === 'changing' ? when : 'now'),
      );
    });
  },
};

function answer(host: Host, uri: string, when: RaiseSerialParams['when']): RaiseSerialResult | null {
  const here = asked(host, { uri });
  if (here?.editing.raiseSerial === undefined) return null;
  const done = here.editing.raiseSerial(circumstancesOf(host.section()), when);
  return 'refused' in done
    ? { refused: render(done.refused, host.abilities().locale) }
    : { version: here.open.version, edits: toTextEdits(here.open.text, done.edits) };
}
