import { crc32 } from 'node:zlib';
import { deflateRawSync } from 'node:zlib';
import {
  defaultLimits,
  loadFile,
  platformOf,
  reportStore,
  rowAt,
  type Limits,
  type ReportProblem,
  type ReportStore,
  type Row,
} from '../../../core/report';
import { otherTexts } from '../../../core/report/other/texts';
import { texts } from '../../../core/report/texts';
import type { Localized } from '../../../core/text/message';

/** A store with what `bytes` hold. Chunks of an odd size, so that every boundary case comes up sooner or later. */
export async function load(
  bytes: Uint8Array | string,
  {
    file = 'report.xml',
    chunk = 4093,
    limits = {},
  }: { file?: string; chunk?: number; limits?: Partial<Limits> } = {},
): Promise<ReportStore> {
  const store = reportStore();
  const all = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const pieces = loadFile(store, file, chunksOf(all, chunk), platformOf(globalThis), {
    ...defaultLimits,
    ...limits,
  });
  for await (const count of pieces)
    if (count > store.size) throw new Error('more records told than there are');
  return store;
}

export function* chunksOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export function rows(store: ReportStore): Row[] {
  return Array.from({ length: store.size }, (_, row) => rowAt(store, row));
}

/** The names in texts.ts of the problems' texts, with the record they are in. */
export function told(store: ReportStore): string[] {
  return store.problems.map(({ message, record }: ReportProblem) => {
    const [name] = Object.entries<Localized>({ ...texts, ...otherTexts }).find(
      ([, text]) => text === message.text,
    ) ?? ['?'];
    return record === undefined ? name : `${name}@${record}`;
  });
}

interface RecordParts {
  readonly ip?: string;
  readonly count?: string;
  readonly evaluated?: string;
  readonly identifiers?: string;
  readonly results?: string;
}

/** A plain record; parts can be replaced by other XML. */
export function record({
  ip = '192.0.2.1',
  count = '2',
  evaluated = '<disposition>none</disposition><dkim>pass</dkim><spf>fail</spf>',
  identifiers = '<header_from>example.com</header_from>',
  results = '<dkim><domain>example.com</domain><selector>s1</selector><result>pass</result></dkim>' +
    '<spf><domain>example.net</domain><scope>mfrom</scope><result>pass</result></spf>',
}: RecordParts = {}): string {
  return (
    `<record><row><source_ip>${ip}</source_ip><count>${count}</count>` +
    `<policy_evaluated>${evaluated}</policy_evaluated></row>` +
    `<identifiers>${identifiers}</identifiers><auth_results>${results}</auth_results></record>`
  );
}

export const metadata =
  '<report_metadata><org_name>Receiver</org_name><email>d@receiver.example</email><report_id>r1</report_id>' +
  '<date_range><begin>1794787200</begin><end>1794873599</end></date_range></report_metadata>';
export const policy =
  '<policy_published><domain>example.com</domain><adkim>r</adkim><aspf>s</aspf><p>none</p></policy_published>';

/** A report with these records. */
export function report(...records: readonly string[]): string {
  return `<?xml version="1.0"?>\n<feedback>${metadata}${policy}\n${records.join('\n')}\n</feedback>\n`;
}

export interface TestEntry {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly stored?: boolean;
  /** What the headers say where that is not the truth. */
  readonly listedSize?: number;
  readonly encrypted?: boolean;
  readonly method?: number;
}

/** A zip file made by hand, so that it can be wrong where a test wants it wrong. */
export function zip(entries: readonly TestEntry[], { directory = true } = {}): Buffer {
  const files: Buffer[] = [];
  const heads: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const data = entry.stored === true ? content : deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(entry.encrypted === true ? 1 : 0, 2);
    common.writeUInt16LE(entry.method ?? (entry.stored === true ? 0 : 8), 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(entry.listedSize ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, data]);
    const head = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), name]);
    head.writeUInt32LE(offset, 42);
    files.push(local);
    heads.push(head);
    offset += local.length;
  }
  if (!directory) return Buffer.concat(files);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    heads.reduce((sum, head) => sum + head.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...heads, end]);
}
