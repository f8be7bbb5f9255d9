import type { MailRecord } from './model/editing';
import type { Message } from './text/message';
import type { Page } from './text/page';
import type { LinePosition } from './zoneProtocol';

/**
 * Checks an address against the SPF records of all open zones. Params: {@link CheckSpfParams}. Result:
 * {@link CheckSpfResult} or null.
 */
export const CHECK_SPF = 'mailAuth/checkSpf';

export interface CheckSpfParams {
  readonly ip: string;
  /** An address or a domain; `<>` for the null reverse-path. */
  readonly from: string;
  /** Empty: the sender's domain. */
  readonly helo: string;
  /** Asks for the page as Markdown as well. */
  readonly as?: 'markdown';
}

/** The page, or what is wrong with the answers. */
export type CheckSpfResult =
  { readonly page: Page; readonly markdown?: string } | { readonly refused: Message };

/**
 * Asks for which domain an SPF check is most likely wanted: that of the SPF record at a place, else the zone's own.
 * Params: {@link SpfDomainParams}. Result: {@link SpfDomain} or null.
 */
export const SPF_DOMAIN = 'mailAuth/spfDomain';

export interface SpfDomainParams {
  readonly uri: string;
  readonly position: LinePosition;
}

export interface SpfDomain {
  /** Without final dot. */
  readonly domain: string;
}

/**
 * Explains a record of mail authentication. Params: {@link ExplainRecordParams}. Result: {@link ExplainRecordResult},
 * or null where there is no such record.
 */
export const EXPLAIN_RECORD = 'mailAuth/explainRecord';

export interface ExplainRecordParams {
  readonly uri: string;
  /** Where it stands; or, after edits, which it is. */
  readonly at: LinePosition | MailRecord;
  /** Asks for the page as Markdown as well. */
  readonly as?: 'markdown';
}

export interface ExplainRecordResult {
  readonly page: Page;
  /** So that it can be asked for again. */
  readonly record: MailRecord;
  readonly markdown?: string;
}
