import type { MailSystem } from '../../core/model/mailSystem';
import { recordsOf, type StandingEntry } from '../../core/model/zone/lookup';
import { responsibleRecord, type Responsible, type WantedResult } from '../../core/model/zone/responsible';
import { isZoneModel, type ZoneModel } from '../../core/model/zone/zone';
import { zoneView } from '../../core/model/zone/zoneView';
import type { LookedFor, RecordPlaceInFile, ResponsibleResult } from '../../core/generator/zoneProtocol';
import { message, type Message } from '../../core/text/message';
import { shiftSpan } from '../../core/text/span';
import { plainName } from '../../core/values/domainName';
import { toRange } from '../convert';
import type { OpenDocument } from '../documents';
import type { Host } from '../host';
import { asObject } from '../settings';

/** An open document that is a zone file, or a part of one. */
export interface OpenZoneFile {
  readonly document: OpenDocument;
  readonly model: ZoneModel;
}

/** All open zones together, and the documents they stand in. */
export interface OpenSystem {
  readonly files: readonly OpenZoneFile[];
  readonly system: MailSystem;
  /** The document of a zone of the system. */
  documentOf(zone: { readonly uri: string | undefined }): OpenDocument | undefined;
}

/** A record of the system in its document. */
export interface PlacedRecord extends StandingEntry {
  readonly file: OpenZoneFile;
}

/** The open zones; undefined where there is none. */
export function openSystem(host: Pick<Host, 'documents' | 'service' | 'zones'>): OpenSystem | undefined {
  const files = host.documents().flatMap((document): OpenZoneFile[] => {
    const model = host.service.model(document.uri);
    return model !== undefined && isZoneModel(model) ? [{ document, model }] : [];
  });
  const base = files.filter(isZone).sort((a, b) => rank(host, b) - rank(host, a))[0];
  if (base === undefined) return undefined;
  return {
    files,
    system: zoneView(base.model, () => undefined).system,
    documentOf: ({ uri }) =>
      files.find(({ document }) => document.uri === (uri ?? base.document.uri))?.document,
  };
}

/** Whether a file is a zone of its own. */
export function isZone({ model }: OpenZoneFile): boolean {
  return model.apex !== undefined && model.documentContext.included !== true;
}

/** Files of the workspace come before what only looks like them, such as old versions in a comparison. */
function rank({ zones }: Pick<Host, 'zones'>, { document: { uri } }: OpenZoneFile): number {
  const scheme = (text: string): string => text.slice(0, text.indexOf(':'));
  if (zones.folders().some((folder) => scheme(folder) === scheme(uri))) return 2;
  return ['file', 'untitled'].includes(scheme(uri)) ? 1 : 0;
}

/** What is wanted as a client sends it; undefined for anything else. */
export function wantedOf(params: unknown): WantedResult | undefined {
  const { mechanism, domain, selector } = asObject(params);
  if (typeof domain !== 'string') return undefined;
  if (mechanism === 'spf' || mechanism === 'dmarc') return { mechanism, domain };
  return mechanism === 'dkim' && typeof selector === 'string' ? { mechanism, domain, selector } : undefined;
}

/** Where a record stands; undefined for one that no open document holds as it is: made by $GENERATE, included. */
export function placed(
  open: OpenSystem,
  found: Extract<Responsible, { state: 'found' }>,
): PlacedRecord | undefined {
  const { entry, zone } = found;
  const own = open.documentOf(zone);
  const files = [...open.files].sort((a, b) => Number(b.document === own) - Number(a.document === own));
  for (const file of files) {
    const standing = recordsOf(file.model, entry.owner.name).find((one) => one.entry.text === entry.text);
    if (standing !== undefined) return { ...standing, file };
  }
  return undefined;
}

/** A record's place as the client has it: from its owner to the end of its data. */
export function placeInFile({ file, start, entry }: PlacedRecord): RecordPlaceInFile {
  const { uri, version, text } = file.document;
  const last = entry.tokens.findLast(({ kind }) => kind !== 'comment');
  const span = {
    start: entry.owner.span?.start ?? entry.type?.start ?? 0,
    end: last?.span.end ?? entry.rdata.end,
  };
  return { uri, version, range: toRange(text, shiftSpan(span, start)) };
}

/** Where a record was looked for, in plain names. */
export function lookedFor({ owner, domain }: { readonly owner: string; readonly domain: string }): LookedFor {
  return { owner: plainName(owner), type: 'TXT', domain: plainName(domain) };
}

/** Where the wanted record would be if no zone is open at all. */
export function nowhere(wanted: WantedResult): ResponsibleResult | null {
  const none: MailSystem = { zoneFor: () => undefined, zones: () => [], configurations: () => [] };
  const found = responsibleRecord(none, wanted);
  return found?.state === 'elsewhere' ? { state: 'elsewhere', said: [], ...lookedFor(found) } : null;
}

const GENERATED: Message = message({
  en: 'The record is made by $GENERATE.',
  ja: 'レコードは $GENERATE で作られています。',
});

/** The record that decided a result, where it stands. */
export function responsible(host: Host, wanted: WantedResult): ResponsibleResult | null {
  const open = openSystem(host);
  const found = open && responsibleRecord(open.system, wanted);
  if (found === undefined) return nowhere(wanted);
  if (found.state === 'elsewhere') return { state: 'elsewhere', said: found.said, ...lookedFor(found) };
  const document = open!.documentOf(found.zone);
  const uri = document?.uri ?? '';
  if (found.state === 'missing') return { state: 'missing', uri, said: found.said, ...lookedFor(found) };
  const { entry, type, said, domain } = found;
  const here = placed(open!, found);
  if (here === undefined) {
    const uris = host.zones.filesOf(uri).filter((file) => host.document(file) === undefined);
    if (uris.length > 0) return { state: 'included', uris };
    return {
      state: 'missing',
      uri,
      said: [...said, GENERATED],
      ...lookedFor({ owner: entry.owner.name, domain }),
    };
  }
  const text = type === 'TXT' ? (entry.strings?.text ?? '') : plainName(entry.data.fields[0]?.name ?? '');
  return { state: 'found', owner: plainName(entry.owner.name), type, text, said, ...placeInFile(here) };
}
