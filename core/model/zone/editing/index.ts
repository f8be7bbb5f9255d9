import type { Editing } from '../../editing';
import type { ZoneModel } from '../zone';
import { zoneApex } from '../place';
import { zoneLinked, zoneLinks } from './directives';
import { explainZoneRecord, findMailRecord, mailRecordAt, mailRecords } from './explain';
import { zoneFolds } from './folds';
import { formatZone } from './format';
import { zoneHints } from './hints';
import { zoneDefinitions, zoneNameAt, zoneOccurrences } from './occurrences';
import { zoneOutline, zoneSearch } from './outline';
import { raiseSerial } from './raiseSerial';
import { zoneRefactorings } from './refactorings';
import { zoneRename, zoneRenamed } from './rename';
import { zoneSelections } from './selections';
import { zoneSignature } from './signature';
import { zoneTokens } from './tokens';

/** What an editor may ask of a zone file; each answer has its own file here. */
export function zoneEditing(model: ZoneModel): Editing {
  return {
    outline: () => zoneOutline(model),
    search: (query, limit) => zoneSearch(model, query, limit),
    folds: () => zoneFolds(model),
    links: (span) => zoneLinks(model, span),
    linked: (link) => zoneLinked(model, link),
    tokens: (span) => zoneTokens(model, span),
    hints: (span) => zoneHints(model, span),
    selections: (offset) => zoneSelections(model, offset),
    signature: (offset) => zoneSignature(model, offset),
    nameAt: (offset) => zoneNameAt(model, offset),
    definitions: (offset) => zoneDefinitions(model, offset),
    occurrences: (name, span) => zoneOccurrences(model, name, span),
    scope: () => zoneApex(model),
    rename: (offset, to) => zoneRename(model, offset, to),
    renamed: (from, to) => zoneRenamed(model, from, to),
    format: (options, span) => formatZone(model, options, span),
    mailRecordAt: (offset) => mailRecordAt(model, offset),
    mailRecords: () => mailRecords(model),
    findMailRecord: (record) => findMailRecord(model, record),
    explain: (record) => explainZoneRecord(model, record),
    refactorings: (span, circumstances) => zoneRefactorings(model, span, circumstances),
    raiseSerial: (circumstances, when) => raiseSerial(model, circumstances, when),
  };
}
