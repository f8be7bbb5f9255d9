import type { FailureReport } from './types';
import { contentOf, fieldsOf, type MailEntity } from '../mail';
import { readableField } from '../encodedWords';
import type { Platform } from '../platform';
import { countReading } from '../counts';

/**
 * The failure report in a mail: a part `message/feedback-report` (RFC 5965) and the message, or its header, beside it.
 * @returns undefined where the mail is none
 */
export function failureReport(
  file: string,
  part: string,
  entities: readonly MailEntity[],
  platform: Platform,
): FailureReport | undefined {
  const feedback = entities.find(({ type }) => type === 'message/feedback-report');
  if (feedback === undefined) return undefined;
  const report = fieldsOf(contentOf(feedback));
  const original = entities.find(
    ({ type }) =>
      type === 'message/rfc822' || type === 'text/rfc822-headers' || type === 'message/rfc822-headers',
  );
  const header =
    original === undefined ? new Map<string, readonly string[]>() : fieldsOf(contentOf(original));
  const one = (fields: ReadonlyMap<string, readonly string[]>, name: string): string =>
    fields.get(name)?.[0] ?? '';
  const incidents = countReading(one(report, 'incidents'));
  return {
    file,
    part,
    feedbackType: one(report, 'feedback-type').toLowerCase(),
    userAgent: one(report, 'user-agent'),
    authFailure: (report.get('auth-failure') ?? []).flatMap((value) =>
      value
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
    identityAlignment: one(report, 'identity-alignment').toLowerCase(),
    deliveryResult: one(report, 'delivery-result').toLowerCase(),
    arrival: timeOf(one(report, 'arrival-date') || one(report, 'received-date')),
    sourceIp: one(report, 'source-ip'),
    reportingMta: one(report, 'reporting-mta').replace(/^dns;\s*/i, ''),
    reportedDomain: one(report, 'reported-domain').toLowerCase(),
    originalMailFrom: one(report, 'original-mail-from'),
    originalRcptTo: one(report, 'original-rcpt-to'),
    authenticationResults: (report.get('authentication-results') ?? []).join('; '),
    dkimDomain: one(report, 'dkim-domain').toLowerCase(),
    dkimSelector: one(report, 'dkim-selector'),
    incidents: incidents.how === 'none' ? 1 : incidents.count,
    headerFrom: readableField(one(header, 'from'), platform),
    subject: readableField(one(header, 'subject'), platform),
    messageId: one(header, 'message-id'),
  };
}

/** Seconds since 1970 of a date as in mails (RFC 5322 §3.3). */
function timeOf(text: string): number | undefined {
  const time = Date.parse(text.replace(/\([^()]*\)/g, '').trim());
  return Number.isNaN(time) ? undefined : Math.trunc(time / 1000);
}
