import { countReading } from './counts';
import { child, children, childText, textOf, type Element } from './parse';
import type { PolicyPublished, ReportMetadata, ReportRecord } from './types';

/** A `<record>` with its count as written, for the caller to judge. */
export interface RecordFields {
  readonly record: ReportRecord;
  readonly countText: string;
}

/** The fields of a `<record>`. Whatever is missing is empty. */
export function recordFields(element: Element): RecordFields {
  const row = child(element, 'row');
  const evaluated = child(row, 'policy_evaluated');
  // Some receivers write <identities>.
  const identifiers = child(element, 'identifiers') ?? child(element, 'identities');
  const results = child(element, 'auth_results');
  const countText = childText(row, 'count');
  return {
    countText,
    record: {
      sourceIp: childText(row, 'source_ip'),
      count: countReading(countText).count,
      disposition: childText(evaluated, 'disposition'),
      dkim: childText(evaluated, 'dkim'),
      spf: childText(evaluated, 'spf'),
      reasons: children(evaluated, 'reason').map((reason) => ({
        // Some receivers write the type as the element's own text, with a comment or without.
        type: childText(reason, 'type') || textOf(reason),
        comment: childText(reason, 'comment'),
      })),
      headerFrom: childText(identifiers, 'header_from'),
      envelopeFrom: childText(identifiers, 'envelope_from'),
      envelopeTo: childText(identifiers, 'envelope_to'),
      dkimResults: children(results, 'dkim').map((dkim) => ({
        domain: childText(dkim, 'domain'),
        selector: childText(dkim, 'selector'),
        result: childText(dkim, 'result'),
        humanResult: childText(dkim, 'human_result'),
      })),
      spfResults: children(results, 'spf').map((spf) => ({
        domain: childText(spf, 'domain'),
        scope: childText(spf, 'scope'),
        result: childText(spf, 'result'),
        humanResult: childText(spf, 'human_result'),
      })),
    },
  };
}

/** `report_metadata` of a `<feedback>`. */
export function metadataFields(feedback: Element): ReportMetadata {
  const metadata = child(feedback, 'report_metadata');
  const range = child(metadata, 'date_range');
  return {
    orgName: childText(metadata, 'org_name'),
    email: childText(metadata, 'email'),
    extraContactInfo: childText(metadata, 'extra_contact_info'),
    reportId: childText(metadata, 'report_id'),
    generator: childText(metadata, 'generator'),
    begin: seconds(childText(range, 'begin')),
    end: seconds(childText(range, 'end')),
    errors: children(metadata, 'error')
      .map(textOf)
      .filter((error) => error !== ''),
  };
}

/** `date_range` as written. */
export function periodTexts(feedback: Element): { readonly begin: string; readonly end: string } {
  const range = child(child(feedback, 'report_metadata'), 'date_range');
  return { begin: childText(range, 'begin'), end: childText(range, 'end') };
}

/** `policy_published` of a `<feedback>`. */
export function policyFields(feedback: Element): PolicyPublished {
  const policy = child(feedback, 'policy_published');
  return {
    domain: childText(policy, 'domain'),
    p: childText(policy, 'p'),
    sp: childText(policy, 'sp'),
    np: childText(policy, 'np'),
    adkim: childText(policy, 'adkim'),
    aspf: childText(policy, 'aspf'),
    fo: childText(policy, 'fo'),
    pct: childText(policy, 'pct'),
    testing: childText(policy, 'testing'),
    discoveryMethod: childText(policy, 'discovery_method'),
  };
}

/** The end of the year 9999, in seconds: what is beyond cannot be meant as a time. */
const latest = 253_402_300_799;

const number = /^\d{1,16}(?:\.\d*)?$/;

/** A time as seconds since 1970; receivers write integers, fractions, milliseconds, and a few ISO 8601 dates. */
export function seconds(text: string): number | undefined {
  const value = isMilliseconds(text)
    ? Math.trunc(Number(text) / 1000)
    : number.test(text)
      ? Math.trunc(Number(text))
      : /^\d{4}-\d\d-\d\d/.test(text)
        ? Math.trunc(Date.parse(text) / 1000)
        : Number.NaN;
  return value >= 0 && value <= latest ? value : undefined;
}

/** Whether a time is too large for seconds, but makes sense in milliseconds. */
export function isMilliseconds(text: string): boolean {
  return number.test(text) && Number(text) > latest && Number(text) <= latest * 1000;
}
