import type { ConfigurationFile, Setting } from './configuration';
import type { ConfigurationInSystem } from './mailSystem';
import type { AdspRecord } from '../records/adsp';
import type { BimiRecord } from '../records/bimi';
import type { DkimKeyRecord } from '../records/dkimKey';
import type { DmarcPolicyRecord } from '../records/dmarcPolicy';
import type { MtaStsRecord } from '../records/mtaSts';
import type { ReportAuthorisationRecord } from '../records/reportAuthorisation';
import type { SpfRecord } from '../records/spf';
import type { TlsRptRecord } from '../records/tlsRpt';
import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { PolicyLine } from '../syntax/mtaStsPolicy';
import type { TableLine } from '../syntax/lookupTable/line';
import type { MasterService } from '../syntax/masterCf';
import type { JudgedTable } from './lookupTableFile';
import type { MasterCfFile } from './masterCfFile';
import type { JudgedDirective } from './zone/include';
import type { JudgedPolicy } from './mtaStsPolicyFile';
import type { OwnerRecords } from './zone/owner';
import type { ZoneFile } from './zone/view';

/** Everything that rules can judge, by its kind. A rule names one kind in `on`. */
export interface SubjectMap {
  /** One entry of a zone file that has something to judge: lexical problems, or TXT data. */
  readonly 'zone-entry': ZoneEntry;
  /** One directive of a zone file: $ORIGIN, $TTL, $INCLUDE … */
  readonly 'zone-directive': JudgedDirective;
  /** All records of one owner name (a group), where there is something to look at. */
  readonly 'zone-owner': OwnerRecords;
  /** A zone file as a whole (a group). */
  readonly 'zone-file': ZoneFile;
  /** A TXT record read as a DMARC Policy Record. */
  readonly 'dmarc-policy': DmarcPolicyRecord;
  /** A TXT record read as a report authorisation (`X._report._dmarc.Y`). */
  readonly 'report-authorisation': ReportAuthorisationRecord;
  /** A TXT record read as a DKIM key (`X._domainkey.Y`). */
  readonly 'dkim-key': DkimKeyRecord;
  /** A TXT record read as ADSP (`_adsp._domainkey.X`). */
  readonly adsp: AdspRecord;
  /** A TXT record read as the announcement of an MTA-STS policy (`_mta-sts.X`). */
  readonly 'mta-sts': MtaStsRecord;
  /** A TXT record read as asking for TLS reports (`_smtp._tls.X`). */
  readonly 'tls-rpt': TlsRptRecord;
  /** A TXT record read as BIMI (`X._bimi.Y`). */
  readonly bimi: BimiRecord;
  /** A TXT record that is, or was meant to be, an SPF record. */
  readonly 'spf-record': SpfRecord;
  /** One setting of a configuration file. */
  readonly 'postfix-setting': Setting;
  /** One service of a master.cf. */
  readonly 'master-service': MasterService;
  /** A master.cf as a whole (a group). */
  readonly 'master-file': MasterCfFile;
  /** One line of a lookup table of Postfix's. */
  readonly 'table-line': TableLine;
  /** A lookup table as a whole (a group). */
  readonly 'table-file': JudgedTable;
  readonly 'opendmarc-setting': Setting;
  readonly 'opendkim-setting': Setting;
  /** All settings of one file (a group). */
  readonly 'postfix-file': ConfigurationFile;
  readonly 'opendmarc-file': ConfigurationFile;
  readonly 'opendkim-file': ConfigurationFile;
  /** A row of a list of hosts, and the list (a group). */
  readonly 'host-entry': Setting;
  readonly 'host-list': ConfigurationFile;
  /** A row of OpenDKIM's KeyTable or SigningTable, and the table (a group). */
  readonly 'opendkim-key': Setting;
  readonly 'opendkim-key-table': ConfigurationFile;
  readonly 'opendkim-signer': Setting;
  readonly 'opendkim-signing-table': ConfigurationFile;
  /** One line of an MTA-STS policy. */
  readonly 'mta-sts-policy-line': PolicyLine;
  /** An MTA-STS policy as a whole (a group). */
  readonly 'mta-sts-policy-file': JudgedPolicy;
  /** A configuration with all that is open beside it (a group). */
  readonly 'mail-system': ConfigurationInSystem;
}

export type SubjectKind = keyof SubjectMap;
