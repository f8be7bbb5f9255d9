// The report page and the extension's side of it: files come in the way client/report/session.ts sends them, questions
// of the page are answered by what the test gives.
import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { files as nodeFiles } from '../../../client/node/files';
import { feed, type Source } from '../../../client/report/feed';
import { createFlow } from '../../../client/report/flow';
import { gather } from '../../../client/report/gather';
import { answerTo, asking, type Answers, type Ask } from '../../../client/report/link';
import type { FromPage, HostQuestions, PageQuestions, PageSettings } from '../../../client/report/protocol';
import { openBed, reportPage, type Bed, type BedOptions } from './bed';

/** A file as the extension gives it to the page. */
export interface TestFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

export interface ReportBed extends Bed {
  /** What the page said, in order; how much it has read is left out. */
  readonly said: readonly FromPage[];
  /** What it asked of the extension. */
  readonly asked: readonly { readonly name: string; readonly ask: unknown }[];
  readonly ask: Ask<PageQuestions>;
  /** Gives files to the page as the extension does; settles when all of them are sent. */
  open(...files: readonly TestFile[]): Promise<void>;
  /** Lets files fall on the page. */
  drop(...files: readonly TestFile[]): Promise<void>;
  /** Chooses files in the page's own picker. */
  pick(...paths: readonly string[]): Promise<void>;
  /** Waits until nothing is being read any more. */
  read(): Promise<void>;
  readonly table: Locator;
  readonly tab: (name: string | RegExp) => Locator;
  readonly filter: Locator;
  /** How many lines the table has beside its head and foot. */
  lines(): Promise<number>;
  /** Waits until the table has so many lines, and those in view are drawn. */
  linesAre(count: number): Promise<void>;
}

export interface ReportOptions extends Omit<BedOptions, 'kind' | 'hear'> {
  readonly answers?: Partial<Answers<HostQuestions>>;
  readonly settings?: Partial<PageSettings>;
  /** Lines of the table are records, not groups. */
  readonly ungrouped?: boolean;
}

const nothingDone = { done: false };
const usualAnswers: Answers<Omit<HostQuestions, 'again'>> = {
  goToRecord: () => nothingDone,
  findRecord: () => undefined,
  allowSender: () => nothingDone,
  raisePolicy: () => nothingDone,
  namesExist: ({ names }) => names.map(() => undefined),
  lookUp: ({ addresses }) => addresses.map(() => ({})),
  copy: () => ({ done: true }),
  save: () => ({ done: true }),
  choose: () => nothingDone,
  openSetting: () => nothingDone,
};

/** Bytes of a piece, and bytes ahead of the page: those of client/report. Pieces go deflated as on Node. */
const pieceLength = 2 * 2 ** 20;
const ahead = 16 * 2 ** 20;

/** Opens the report page, and waits until it listens. */
export async function openReports(options: ReportOptions = {}): Promise<ReportBed> {
  const said: FromPage[] = [];
  const asked: { name: string; ask: unknown }[] = [];
  const flow = createFlow(ahead);
  const sent = new Map<string, number>();
  const sentSources = new Map<number, Source>();
  const answers: Answers<HostQuestions> = {
    again: ({ id, from, length }) => sentSources.get(id)?.again(from, length),
    ...usualAnswers,
    ...options.answers,
  };
  let nextId = 1;
  let isReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const hear = (message: FromPage): void => {
    if (message.type === 'taken') flow.taken(message.id, message.bytes);
    else if (message.type === 'done') flow.done(message.id);
    else said.push(message);
    if (message.type === 'ready') isReady();
    if (message.type === 'answer' || message.type === 'noAnswer') link.take(message);
    if (message.type === 'ask') {
      asked.push({ name: message.name, ask: message.ask });
      void answerTo(answers, message).then((answered) => bed.post(answered));
    }
  };
  const bed = await openBed({
    ...(options.ungrouped === true ? { state: { look: { group: null }, files: [] } } : {}),
    ...options,
    kind: reportPage,
    hear: (message) => {
      hear(message as FromPage);
    },
  });
  const { page } = bed;
  const link = asking<PageQuestions>((question) => void bed.post(question));
  await ready;
  const settings: PageSettings = {
    limits: {},
    names: true,
    namesUnasked: false,
    database: undefined,
    ...options.settings,
  };
  await bed.post({ type: 'settings', settings });

  const table = page.getByRole('treegrid');
  const lines = async (): Promise<number> => Number(await table.getAttribute('aria-rowcount')) - 2;
  const sources = async function* (files: readonly TestFile[]): AsyncGenerator<Source> {
    yield* await Promise.resolve(files.map(sourceOf));
  };
  return {
    ...bed,
    said,
    asked,
    ask: link.ask,
    async open(...files) {
      const { signal } = new AbortController();
      let posted = Promise.resolve();
      const post = (message: unknown): void => {
        posted = posted.then(() => bed.post(message));
      };
      await feed(gather(sources(files), signal), {
        post,
        flow,
        deflate: nodeFiles.deflate,
        signal,
        nextId: () => nextId++,
        files: sent,
        sources: sentSources,
        reasonOf: String,
      });
      await posted;
    },
    async drop(...files) {
      const dropped = files.map(({ name, bytes }) => ({
        name,
        bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes),
      }));
      await page.evaluate((list) => {
        const dataTransfer = new DataTransfer();
        for (const { name, bytes } of list) dataTransfer.items.add(new File([bytes], name));
        for (const type of ['dragenter', 'dragover', 'drop']) {
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        }
      }, dropped);
    },
    pick: (...paths) => page.locator('input[type=file]').setInputFiles([...paths]),
    async read() {
      await page.locator('main.report').waitFor();
      await page.locator('.progress').waitFor({ state: 'hidden', timeout: 120_000 });
    },
    table,
    tab: (name) => page.getByRole('tab', { name }),
    filter: page
      .getByRole('searchbox')
      .or(page.getByRole('combobox', { name: /filter|絞り込/i }))
      .first(),
    lines,
    async linesAre(count) {
      // While new lines are on their way, those of before are to be seen.
      const settled = `[role=treegrid][aria-rowcount="${count + 2}"]:not(:has([aria-busy=true]))`;
      await page.locator(settled).waitFor({ timeout: 60_000 });
    },
  };
}

function sourceOf({ name, bytes }: TestFile): Source {
  const all = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return {
    name,
    key: undefined,
    again: (from, length) =>
      Promise.resolve({
        bytes: new Uint8Array(all.subarray(from, from + length)),
        more: from + length < all.length,
      }),
    small: (most) => Promise.resolve(all.length <= most ? new Uint8Array(all) : undefined),
    async *pieces() {
      for (let at = 0; at < all.length; at += pieceLength) {
        yield await Promise.resolve(new Uint8Array(all.subarray(at, at + pieceLength)));
      }
    },
  };
}

/** A file of the disk. */
export async function fileAt(path: string): Promise<TestFile> {
  return { name: basename(path), bytes: await readFile(path) };
}
