export { exportColumns, isoTime, type ExportColumn } from './cells';
export { json, jsonProblem, jsonRecord, jsonReport, type JsonProblem, type JsonReport } from './json';
export { csv, csvLine, guarded, markdown, tsv } from './separated';
export { recordXml, rowsByReport, xml } from './xml';
