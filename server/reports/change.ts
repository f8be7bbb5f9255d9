import type { Changing } from '../../core/model/editing';
import type { SystemZone } from '../../core/model/mailSystem';
import { raiseSerial } from '../../core/model/zone/editing/raiseSerial';
import { retexted } from '../../core/model/zone/retext';
import type { ZoneChange } from '../../core/generator/zoneProtocol';
import { shiftEdit, type Edit } from '../../core/text/span';
import { circumstancesOf } from '../circumstances';
import { toTextEdits } from '../convert';
import type { Host } from '../host';
import type { OpenSystem, OpenZoneFile, PlacedRecord } from './records';

/**
 * The change that gives a record another text, with the serial of its zone raised unless that was done since the file
 * was saved.
 * @param edits of the record's decoded text
 */
export function changeOf(
  host: Pick<Host, 'section'>,
  open: OpenSystem,
  zone: SystemZone,
  record: PlacedRecord,
  edits: readonly Edit[],
): ZoneChange {
  const own = (retexted(record.entry, edits) ?? []).map((edit) => shiftEdit(edit, record.start));
  const home = open.files.find(({ document }) => document === open.documentOf(zone)) ?? record.file;
  const raised: Changing =
    own.length === 0 ? { edits: [] } : raiseSerial(home.model, circumstancesOf(host.section()), 'changing');
  const serial = 'refused' in raised ? [] : raised.edits;
  const inFile = ({ document }: OpenZoneFile, all: readonly Edit[]) => ({
    uri: document.uri,
    version: document.version,
    edits: toTextEdits(document.text, all),
  });
  const files =
    home.document === record.file.document || serial.length === 0
      ? [inFile(record.file, [...own, ...serial])]
      : [inFile(record.file, own), inFile(home, serial)];
  return { files, notes: 'refused' in raised ? [raised.refused] : [] };
}
