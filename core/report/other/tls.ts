import { otherTexts as texts } from './texts';
import type { TlsFailure, TlsPolicyResult, TlsReport } from './types';
import { seconds } from '../fields';
import type { Reading } from '../types';
import { message } from '../../text/message';

type Json = unknown;

/** Reads a TLS report (RFC 8460 §4.4); undefined, and told, where the JSON is none. */
export function readTlsReport(reading: Reading, text: string, part: string): TlsReport | undefined {
  let root: Json;
  try {
    root = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : '';
    reading.tell('error', message(texts.brokenJson, { detail }), { part });
    return undefined;
  }
  const policies = member(root, 'policies');
  if (!Array.isArray(policies)) {
    reading.tell('error', message(texts.notTlsReport), { part });
    return undefined;
  }
  const range = member(root, 'date-range');
  const objects = policies.filter((one) => typeof one === 'object' && one !== null);
  if (objects.length < policies.length) reading.tell('warning', message(texts.tlsPolicy), { part });
  return {
    file: reading.file,
    part,
    organizationName: textAt(root, 'organization-name'),
    contactInfo: textAt(root, 'contact-info'),
    reportId: textAt(root, 'report-id'),
    begin: seconds(textAt(range, 'start-datetime')),
    end: seconds(textAt(range, 'end-datetime')),
    policies: objects.map(policyOf),
  };
}

function policyOf(entry: Json): TlsPolicyResult {
  const policy = member(entry, 'policy');
  const summary = member(entry, 'summary');
  return {
    policyType: textAt(policy, 'policy-type'),
    policyString: textsAt(policy, 'policy-string'),
    policyDomain: textAt(policy, 'policy-domain'),
    mxHosts: textsAt(policy, 'mx-host'),
    successful: count(summary, 'total-successful-session-count'),
    failed: count(summary, 'total-failure-session-count'),
    failures: list(entry, 'failure-details').map(failureOf),
  };
}

function failureOf(entry: Json): TlsFailure {
  return {
    resultType: textAt(entry, 'result-type'),
    sendingMtaIp: textAt(entry, 'sending-mta-ip'),
    receivingMxHostname: textAt(entry, 'receiving-mx-hostname'),
    receivingIp: textAt(entry, 'receiving-ip'),
    failedSessions: count(entry, 'failed-session-count'),
    additionalInformation: textAt(entry, 'additional-information'),
    failureReasonCode: textAt(entry, 'failure-reason-code'),
  };
}

function member(value: Json, name: string): Json {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, Json>)[name]
    : undefined;
}

function textAt(value: Json, name: string): string {
  const found = member(value, name);
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : '';
}

/** A list of texts; real reports also write a single text where the RFC has a list. */
function textsAt(value: Json, name: string): readonly string[] {
  const found = member(value, name);
  return (Array.isArray(found) ? found : [found]).filter((one): one is string => typeof one === 'string');
}

function list(value: Json, name: string): readonly Json[] {
  const found = member(value, name);
  return Array.isArray(found) ? found : found === undefined ? [] : [found];
}

function count(value: Json, name: string): number {
  const found = Number(member(value, name) ?? 0);
  return Number.isSafeInteger(found) && found >= 0 ? found : 0;
}
