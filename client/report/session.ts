import * as vscode from 'vscode';
import type { ClientPlatform } from '../platform';
import { feed, stopped, type Source } from './feed';
import { nameOf, reasonOf, sourcesOf, type Opening } from './find';
import { createFlow } from './flow';
import { gather } from './gather';
import { answerTo, asking, type Answers, type Ask } from './link';
import { pageHtml, pageOptions } from './page';
import { showProgress } from './progress';
import type { FromPage, HostQuestions, OpenedReport, PageQuestions, PageSettings, ToPage } from './protocol';

/** Bytes that may be on their way to the page. */
const ahead = 16 * 2 ** 20;

/** The most that is given once more of a file, at a time. */
const longestAgain = 64 * 2 ** 20;

/** A panel that shows the report page. */
export interface ReportSession {
  readonly panel: vscode.WebviewPanel;
  /** What the page holds, as it last told. */
  readonly opened: { readonly reports: readonly OpenedReport[]; readonly more: number };
  /** Whether the page is there to hear and answer. */
  readonly ready: boolean;
  /** Reads files, and folders with all that is in them, and gives them to the page; what is there already stays. */
  open(openings: readonly Opening[]): void;
  /** Says something to the page; nothing where it is not there. */
  post(message: ToPage): void;
  readonly ask: Ask<PageQuestions>;
}

/** What a session needs of its surroundings. */
export interface SessionParts {
  readonly extension: vscode.Uri;
  readonly platform: ClientPlatform;
  readonly settings: () => PageSettings;
  readonly answers: (session: ReportSession) => Answers<Omit<HostQuestions, 'again'>>;
  /** What the page's button for sample reports does. */
  readonly openSamples: (session: ReportSession) => void;
  /** The page holds other reports than before. */
  readonly changed: (session: ReportSession) => void;
}

/** Puts the report page into a panel, and carries what the two say to each other for as long as it is open. */
export function startSession(panel: vscode.WebviewPanel, parts: SessionParts): ReportSession {
  const { webview } = panel;
  const held = new Map<string, Opening>();
  let dropped = 0;
  let nextId = 1;
  let ready = false;
  let closed = false;
  let opened: ReportSession['opened'] = { reports: [], more: 0 };
  // Everything about reading that ends when the page forgets all files.
  let reading = newReading();

  const post = (message: ToPage): void => {
    // A panel may be closed at any time; what is then still on its way is of no use to anybody.
    if (ready && !closed) void webview.postMessage(message).then(undefined, () => undefined);
  };
  const keep = (): void => {
    const files = [...held.values()].map((one) =>
      'uri' in one ? { name: nameOf(one.uri), uri: one.uri.toString() } : { name: one.name },
    );
    post({ type: 'kept', files });
  };
  const send = (openings: readonly Opening[]): void => {
    const { own, files, sources, flow } = reading;
    reading.queue = reading.queue.then(async () => {
      if (stopped(own.signal)) return;
      const gathered = gather(sourcesOf(openings, parts.platform), own.signal);
      const { deflate } = parts.platform;
      const outlet = {
        post,
        flow,
        deflate,
        signal: own.signal,
        files,
        sources,
        nextId: () => nextId++,
        reasonOf,
      };
      const work = feed(gathered, outlet).catch((problem: unknown) => {
        post({ type: 'failed', name: '', reason: reasonOf(problem) });
      });
      await showProgress(work, gathered);
    });
  };
  /** Names files that cannot be opened again, once the others have been. */
  const tellLost = (names: readonly string[]): void => {
    const { own, queue } = reading;
    void queue.then(() => {
      if (stopped(own.signal)) return;
      for (const name of names) post({ type: 'failed', name, reason: lostReason() });
    });
  };
  const forget = (): void => {
    reading.own.abort();
    reading = newReading();
  };
  const hold = (openings: readonly Opening[]): void => {
    for (const opening of openings) {
      held.set('uri' in opening ? opening.uri.toString() : `#${++dropped}`, opening);
    }
  };

  const again: Answers<HostQuestions>['again'] = async ({ id, from, length }) => {
    if (!(from >= 0 && length > 0 && length <= longestAgain)) return undefined;
    return reading.sources.get(id)?.again(from, length);
  };

  const asked = asking<PageQuestions>(post);
  const session: ReportSession = {
    panel,
    get opened() {
      return opened;
    },
    get ready() {
      return ready && !closed;
    },
    open(openings) {
      hold(openings);
      if (!ready) return;
      keep();
      send(openings);
    },
    post,
    ask: asked.ask,
  };
  const answers = { ...parts.answers(session), again };

  const hear = (message: FromPage): void => {
    switch (message.type) {
      case 'ready':
        // The page says so again where it was thrown away and made anew: it then needs everything again.
        ready = true;
        forget();
        hold((message.uris ?? []).map((uri) => ({ uri: vscode.Uri.parse(uri) })));
        post({ type: 'settings', settings: parts.settings() });
        // An empty page names them by itself.
        if (held.size === 0) return;
        keep();
        send([...held.values()]);
        tellLost(message.lost ?? []);
        return;
      case 'taken':
        reading.flow.taken(message.id, message.bytes);
        return;
      case 'done':
        reading.flow.done(message.id);
        return;
      case 'stopped': {
        const { files, sources, flow } = reading;
        forget();
        // What it did read stays on show, and may be asked for once more.
        reading.sources = sources;
        // What the page did not come to read may be opened once more.
        for (const [key, id] of files) if (flow.isDone(id)) reading.files.set(key, id);
        // What was on its way when it said so told of more to come.
        post({ type: 'left', left: 0 });
        return;
      }
      case 'cleared':
        forget();
        held.clear();
        opened = { reports: [], more: 0 };
        parts.changed(session);
        return;
      case 'opened':
        opened = { reports: message.reports, more: message.more };
        parts.changed(session);
        return;
      case 'openSamples':
        parts.openSamples(session);
        return;
      case 'ask':
        void answerTo(answers, message).then(post);
        return;
      case 'answer':
      case 'noAnswer':
        asked.take(message);
        return;
    }
  };

  panel.onDidDispose(() => {
    closed = true;
    reading.own.abort();
  });
  webview.options = pageOptions(parts.extension);
  webview.onDidReceiveMessage(hear);
  webview.html = pageHtml(webview, parts.extension);
  return session;
}

function lostReason(): string {
  return vscode.l10n.t(
    'This file was dropped or picked and cannot be opened again by itself: drop it again.',
  );
}

/** The state of reading files for one page. */
function newReading() {
  return {
    own: new AbortController(),
    flow: createFlow(ahead),
    /** Numbers of the files that the page has got, by their URIs. */
    files: new Map<string, number>(),
    sources: new Map<number, Source>(),
    /** Openings are read one after the other; this is the last of them. */
    queue: Promise.resolve(),
  };
}
