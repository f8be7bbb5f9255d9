import { message, type Localized } from '../../../text/message';
import type { Edit } from '../../../text/span';
import { isNewerSerial, nextSerial } from '../../../values/serial';
import type { Changing, Circumstances } from '../../editing';
import { isSerialStale } from '../saved';
import { firstSoa, serialIn, type StandingSoa } from '../soa';
import type { ZoneModel } from '../zone';

const noSoa: Localized = {
  en: 'There is no SOA record in this file, so there is no serial to raise.',
  ja: 'このファイルには SOA レコードがないため、上げるシリアルがありません。',
};

const noSerial: Localized = {
  en: 'The SOA record has no serial that fits into 32 bits, so there is nothing to count on from. Correct it by hand.',
  ja: 'SOA レコードのシリアルが 32 ビットの数値になっていないため、上げられません。手で直してください。',
};

/**
 * Raises the serial of the zone, by which secondaries see that there is something new (RFC 1035 §3.3.13).
 * @param when `now`: in any case; `changed`: only where the records differ from those of the file as it was saved last, and the serial
 * has not been raised since; `changing`: records are about to differ; otherwise there are no edits
 */
export function raiseSerial(
  model: ZoneModel,
  circumstances: Circumstances,
  when: 'now' | 'changed' | 'changing',
): Changing {
  const soa = firstSoa(model);
  if (when === 'changing' && isRaised(model, soa)) return { edits: [] };
  if (when === 'changed' && !needsRaising(model, soa)) return { edits: [] };
  if (soa === undefined) return { refused: message(noSoa) };
  const edit = serialEdit(soa, circumstances);
  return edit === undefined ? { refused: message(noSerial) } : { edits: [edit] };
}

/** The edit that raises a serial; undefined where there is none that can be raised. */
export function serialEdit({ span, serial }: StandingSoa, circumstances: Circumstances): Edit | undefined {
  if (span === undefined || serial === undefined) return undefined;
  const next = nextSerial(serial, circumstances.serialStyle, circumstances.now);
  return next === undefined ? undefined : { span, text: String(next) };
}

/** Whether records changed since the file was saved last, and the serial says nothing of it. */
function needsRaising(model: ZoneModel, soa: StandingSoa | undefined): boolean {
  const { saved } = model.documentContext;
  return saved !== undefined && soa !== undefined && isSerialStale(model, saved, soa);
}

/** Whether the serial is newer than that of the file as it was saved last. */
function isRaised({ documentContext: { saved } }: ZoneModel, soa: StandingSoa | undefined): boolean {
  const before = saved && serialIn(saved);
  return before !== undefined && soa?.serial !== undefined && isNewerSerial(soa.serial, before);
}
