/** A failure report: one message that failed (RFC 6591, RFC 9991). Texts are as written, empty where missing. */
export interface FailureReport {
  readonly file: string;
  readonly part: string;
  /** `auth-failure` as a rule. */
  readonly feedbackType: string;
  readonly userAgent: string;
  /** Which checks failed: `dmarc`, `spf`, `signature`, `bodyhash`, … */
  readonly authFailure: readonly string[];
  /** Mechanisms that were aligned: `dkim`, `spf`, or `none`. */
  readonly identityAlignment: string;
  readonly deliveryResult: string;
  /** Seconds since 1970; undefined where missing or unreadable. */
  readonly arrival: number | undefined;
  readonly sourceIp: string;
  readonly reportingMta: string;
  readonly reportedDomain: string;
  readonly originalMailFrom: string;
  readonly originalRcptTo: string;
  readonly authenticationResults: string;
  readonly dkimDomain: string;
  readonly dkimSelector: string;
  /** How many messages the report stands for (`Incidents`). */
  readonly incidents: number;
  /** Of the message itself, as far as it is attached. */
  readonly headerFrom: string;
  readonly subject: string;
  readonly messageId: string;
}

/** A report on TLS (RFC 8460 §4.4). */
export interface TlsReport {
  readonly file: string;
  readonly part: string;
  readonly organizationName: string;
  readonly contactInfo: string;
  readonly reportId: string;
  readonly begin: number | undefined;
  readonly end: number | undefined;
  readonly policies: readonly TlsPolicyResult[];
}

export interface TlsPolicyResult {
  /** `sts`, `tlsa` or `no-policy-found`. */
  readonly policyType: string;
  readonly policyString: readonly string[];
  readonly policyDomain: string;
  readonly mxHosts: readonly string[];
  /** Sessions. */
  readonly successful: number;
  readonly failed: number;
  readonly failures: readonly TlsFailure[];
}

export interface TlsFailure {
  readonly resultType: string;
  readonly sendingMtaIp: string;
  readonly receivingMxHostname: string;
  readonly receivingIp: string;
  readonly failedSessions: number;
  readonly additionalInformation: string;
  readonly failureReasonCode: string;
}

/** A message in OpenDMARC's history file. Codes are put into the words that `opendmarc-reports` uses for them. */
export interface HistoryMessage {
  readonly file: string;
  readonly part: string;
  /** Line in the file, from 1, at which the message begins. */
  readonly line: number;
  readonly job: string;
  readonly reporter: string;
  readonly received: number | undefined;
  readonly sourceIp: string;
  /** Lower-case domains. */
  readonly from: string;
  readonly envelopeFrom: string;
  readonly policyDomain: string;
  readonly spf: string;
  readonly signatures: readonly HistorySignature[];
  readonly alignedDkim: string;
  readonly alignedSpf: string;
  readonly p: string;
  readonly sp: string;
  readonly pct: string;
  readonly adkim: string;
  readonly aspf: string;
  readonly rua: readonly string[];
  readonly disposition: string;
  /** `pass` or `fail`; empty in files before 1.4. */
  readonly arc: string;
  readonly arcPolicy: string;
}

export interface HistorySignature {
  readonly domain: string;
  /** Empty in files before 1.4. */
  readonly selector: string;
  readonly result: string;
}
