import type { ZoneEntry } from '../syntax/masterFile/entry';
import { isMeantAsSpf } from '../syntax/spf/version';
import type { JoinedText } from '../text/joinedText';
import { labelsOf } from '../values/domainName';
import { holdsPrivateKey } from '../values/privateKey';
import type { AdspRecord } from './adsp';
import { ADSP_LABELS, readAdsp } from './adsp';
import type { BimiRecord } from './bimi';
import { bimiLabelIndex, readBimi } from './bimi';
import type { DkimKeyRecord } from './dkimKey';
import { isMeantAsKey, keyLabelIndex, readDkimKey } from './dkimKey';
import type { DmarcPolicyRecord } from './dmarcPolicy';
import { POLICY_LABEL, readDmarcPolicy } from './dmarcPolicy';
import { beginsWith } from './labelledRecord';
import type { MtaStsRecord } from './mtaSts';
import { MTA_STS_LABELS, readMtaSts } from './mtaSts';
import type { ReportAuthorisationRecord } from './reportAuthorisation';
import { readReportAuthorisation, reportLabelIndex } from './reportAuthorisation';
import type { SpfRecord } from './spf';
import { readSpf } from './spf';
import type { TlsRptRecord } from './tlsRpt';
import { readTlsRpt, TLS_RPT_LABELS } from './tlsRpt';

/** A TXT record whose kind is known; the kind is that of the subject which rules judge. */
export type RecognisedRecord =
  | { readonly kind: 'dmarc-policy'; readonly value: DmarcPolicyRecord }
  | { readonly kind: 'report-authorisation'; readonly value: ReportAuthorisationRecord }
  | { readonly kind: 'dkim-key'; readonly value: DkimKeyRecord }
  | { readonly kind: 'adsp'; readonly value: AdspRecord }
  | { readonly kind: 'mta-sts'; readonly value: MtaStsRecord }
  | { readonly kind: 'tls-rpt'; readonly value: TlsRptRecord }
  | { readonly kind: 'bimi'; readonly value: BimiRecord }
  | { readonly kind: 'spf-record'; readonly value: SpfRecord };

/**
 * What a TXT entry is meant to be: by its owner first (`_dmarc.…`, `X._report._dmarc.…`, `X._domainkey.…`), else by
 * its text, wherever it was put. Undefined for every other entry, and for one without character-strings.
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
  if (keyLabelIndex(labels) > 0 || isMeantAsKey(strings.text)) {
    return { kind: 'dkim-key', value: readDkimKey(entry, strings) };
  }
  const kin = recogniseKin(entry, strings, labels);
  if (kin !== undefined) return kin;
  // Terms come into messages word by word; a private key must not.
  if (holdsPrivateKey(strings.text)) return undefined;
  if (isMeantAsSpf(strings.text)) return { kind: 'spf-record', value: readSpf(entry, strings) };
  return undefined;
}

/** ADSP, MTA-STS, TLS-RPT and BIMI: by the labels that they have of their own, else by their version. */
function recogniseKin(
  entry: ZoneEntry,
  text: JoinedText,
  labels: readonly string[],
): RecognisedRecord | undefined {
  const version = /^[\s"'“”]{0,9}v\s{0,9}=\s{0,9}(STS|TLS-?RPT|BIMI)v?\d/i.exec(text.text)?.[1];
  if (beginsWith(labels, ADSP_LABELS)) return { kind: 'adsp', value: readAdsp(entry, text) };
  switch (kinOfOwner(labels) ?? version?.toUpperCase().replace('-', '')) {
    case 'STS':
      return { kind: 'mta-sts', value: readMtaSts(entry, text) };
    case 'TLSRPT':
      return { kind: 'tls-rpt', value: readTlsRpt(entry, text) };
    case 'BIMI':
      return { kind: 'bimi', value: readBimi(entry, text) };
    default:
      return undefined;
  }
}

function kinOfOwner(labels: readonly string[]): 'STS' | 'TLSRPT' | 'BIMI' | undefined {
  if (beginsWith(labels, MTA_STS_LABELS)) return 'STS';
  if (beginsWith(labels, TLS_RPT_LABELS)) return 'TLSRPT';
  return bimiLabelIndex(labels) > 0 ? 'BIMI' : undefined;
}
