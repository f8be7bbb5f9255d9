import { isZoneModel, zoneReader } from '../../core/model/zone/zone';
import {
  ALLOW_SENDER,
  APEX_HEAD,
  NAMES_EXIST,
  POLICY_DOMAIN,
  POLICY_LADDER,
  RESPONSIBLE_RECORD,
  ZONE_APEXES,
  ZONES_AT_HAND,
  type AllowSenderResult,
  type PolicyLadderResult,
  type ResponsibleResult,
  type ZoneAtHand,
  type ZonesAtHand,
} from '../../core/generator/zoneProtocol';
import { zoneApex } from '../../core/model/zone/place';
import { namesAbove } from '../../core/syntax/masterFile/nameHash';
import { absoluteName, plainName } from '../../core/values/domainName';
import { documentStore } from '../documents';
import type { Feature, Host } from '../host';
import { allowSender } from '../reports/allowSender';
import { namesExist } from '../reports/names';
import { evidenceOf, policyLadder } from '../reports/policyLadder';
import { isZone, openSystem, responsible, wantedOf } from '../reports/records';
import { asObject } from '../settings';
import { asked, offsetOf } from './places';

/** So many files are told the zones of in one question. */
const MOST_FILES = 500;

/** What results of reports have to do with zone files: which record, whether a name exists, what to change. */
export const zoneActions: Feature = {
  answer(host) {
    const { connection, guarded, documents, settled } = host;
    /** Answers once all documents that are being read have been. */
    const answering = <T>(method: string, fallback: T, answer: (params: unknown) => T): void => {
      connection.onRequest(method, async (params: unknown) => {
        await Promise.all(documents().map(({ uri }) => settled(uri)));
        return guarded(method, fallback, () => answer(params));
      });
    };

    answering<ResponsibleResult | null>(RESPONSIBLE_RECORD, null, (params) => {
      const wanted = wantedOf(params);
      return wanted === undefined ? null : responsible(host, wanted);
    });
    answering<AllowSenderResult | null>(ALLOW_SENDER, null, (params) => {
      const { domain, addresses, names } = asObject(params);
      if (typeof domain !== 'string' || !Array.isArray(addresses)) return null;
      return allowSender(host, { domain, addresses: textsIn(addresses), names: textsIn(names) });
    });
    answering<PolicyLadderResult | null>(POLICY_LADDER, null, (params) => {
      const { domain, evidence } = asObject(params);
      if (typeof domain !== 'string') return null;
      const told = evidenceOf(asObject(evidence));
      return policyLadder(host, { domain, ...(told !== undefined && { evidence: told }) });
    });
    answering<string | null>(POLICY_DOMAIN, null, (params) => policyDomain(host, params));
    answering<(boolean | null)[]>(NAMES_EXIST, [], (params) => {
      const { names } = asObject(params);
      return Array.isArray(names) ? namesExist(openSystem(host)?.system, names as unknown[]) : [];
    });
    answering<ZonesAtHand>(ZONES_AT_HAND, { open: [], named: [] }, (params) => {
      const { names } = asObject(params);
      const open = openSystem(host)?.files.filter(isZone) ?? [];
      return {
        open: open.map(({ document, model }) => ({ uri: document.uri, apex: model.apex! })),
        named: Array.isArray(names) ? namedZones(host, names as unknown[]) : [],
      };
    });
    answering<(string | null)[]>(ZONE_APEXES, [], (params) => {
      const { files } = asObject(params);
      return Array.isArray(files)
        ? files.slice(0, MOST_FILES).map((file: unknown) => apexOf(host, file))
        : [];
    });
  },
};

/** The domain whose policy is meant at a place of a zone file. */
function policyDomain(host: Host, params: unknown): string | null {
  const { uri, position } = asObject(params);
  const { line, character } = asObject(position);
  const here = typeof uri === 'string' ? asked(host, { uri }) : undefined;
  const model = here && host.service.model(here.open.uri);
  if (model === undefined || !isZoneModel(model)) return null;
  if (typeof line === 'number' && typeof character === 'number') {
    const record = here!.editing.mailRecordAt?.(offsetOf(here!.open, { line, character }));
    if (record?.kind === 'dmarc-policy') return record.domain;
  }
  const apex = model.apex ?? zoneApex(model);
  return apex === '.' ? null : plainName(apex);
}

/** The texts of what should be a list of them. */
function textsIn(list: unknown): string[] {
  return Array.isArray(list)
    ? list.filter((one: unknown) => typeof one === 'string').slice(0, MOST_TEXTS)
    : [];
}

/** More addresses, or names that belong to them, are not looked at. */
const MOST_TEXTS = 10_000;

/** So many names are looked for among the zones that configurations name. */
const MOST_NAMES = 100;

/** The zones at or above names that name servers' configurations know. */
function namedZones({ zones }: Host, names: readonly unknown[]): ZoneAtHand[] {
  const apexes = new Set<string>();
  for (const name of names.slice(0, MOST_NAMES)) {
    const asked = typeof name === 'string' ? absoluteName(name, '.') : undefined;
    if (asked !== undefined) for (const apex of [asked, ...namesAbove(asked)]) apexes.add(apex);
  }
  return [...zones.namedFor(apexes)];
}

/** The zone that a file holds which is not open, by its beginning and by what is known of where it lies. */
function apexOf(host: Host, file: unknown): string | null {
  const { uri, head } = asObject(file);
  if (typeof uri !== 'string' || typeof head !== 'string') return null;
  const document = documentStore.create(uri, 'dns-zone', 0, head.slice(0, APEX_HEAD));
  const { text, fileName } = document;
  const { origin, included } = host.zones.lookedAt(document);
  if (included === true) return null;
  const model = zoneReader.open(text, { fileName, ...(origin !== undefined && { origin }) });
  return isZoneModel(model) ? (model.apex ?? null) : null;
}
