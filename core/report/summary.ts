import { accountOf } from './account';
import type { ReportStore } from './store';
import type { PolicyPublished } from './types';

/** What all open reports come to. Sums are of messages, not of records. */
export interface Summary {
  readonly reports: number;
  readonly records: number;
  readonly messages: number;
  /** Messages that passed DMARC: aligned by DKIM or SPF. */
  readonly dmarcPass: number;
  /** Messages whose `policy_evaluated/dkim`, respectively `/spf`, passed. */
  readonly dkimPass: number;
  readonly spfPass: number;
  /** Different source addresses. */
  readonly sources: number;
  /** Seconds since 1970 over all reports; undefined where none says. */
  readonly begin: number | undefined;
  readonly end: number | undefined;
  /** Different values in order of appearance, empty ones left out. */
  readonly reporters: readonly string[];
  readonly domains: readonly string[];
  readonly reportIds: readonly string[];
  /** Different policies, e.g. before and after a change. */
  readonly policies: readonly PolicyPublished[];
}

/** Sums up the store; asked again after more was read, only that is looked at. */
export function summarise(store: ReportStore): Summary {
  return accountOf(store).summary();
}
