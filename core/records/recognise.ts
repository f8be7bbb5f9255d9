import type { ZoneEntry } from '../syntax/masterFile/entry';
import { isMeantAsSpf } from '../syntax/spf/version';
import type { Range } from '../syntax/tagList';
import { labelsOf } from '../values/domainName';
import type { DmarcPolicyRecord } from './dmarcPolicy';
import { POLICY_LABEL, readDmarcPolicy } from './dmarcPolicy';
import type { ReportAuthorisationRecord } from './reportAuthorisation';
import { readReportAuthorisation, reportLabelIndex } from './reportAuthorisation';
import type { SpfRecord } from './spf';
import { readSpf } from './spf';

/** A TXT record whose kind is known; the kind is that of the subject which rules judge. */
export type RecognisedRecord =
  | { readonly kind: 'dmarc-policy'; readonly value: DmarcPolicyRecord }
  | { readonly kind: 'report-authorisation'; readonly value: ReportAuthorisationRecord }
  | { readonly kind: 'spf-record'; readonly value: SpfRecord };

/**
 * What a TXT entry is meant to be: by its owner first (`_dmarc.…`, `X._report._dmarc.…`), else by its text (DMARC
 * and SPF wherever they were put). Undefined for every other entry, and for one without character-strings.
 */
export function recogniseRecord(entry: ZoneEntry): RecognisedRecord | undefined {
  const { strings } = entry;
  if (strings === undefined || entry.typeName !== 'TXT') return undefined;
  const labels = labelsOf(entry.owner.name);
  if (reportLabelIndex(labels) >= 0) {
    return { kind: 'report-authorisation', value: readReportAuthorisation(entry, strings) };
  }
  if (labels[0] === POLICY_LABEL || /^[\s"'“”]*(?:v\s*=\s*)?DMARC\d?\b/i.test(strings.text)) {
    return { kind: 'dmarc-policy', value: readDmarcPolicy(entry, strings) };
  }
  if (isMeantAsSpf(strings.text)) return { kind: 'spf-record', value: readSpf(entry, strings) };
  return undefined;
}

/** The names of a record's tags, or of an SPF record's version and terms; offsets count in its decoded text. */
export function namesIn(record: RecognisedRecord): Range[] {
  if (record.kind !== 'spf-record') return record.value.tags.map(({ name }) => name);
  const { version, terms } = record.value.syntax;
  return [version, ...terms.map(({ name }) => name)];
}
