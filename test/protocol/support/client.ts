import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type CompletionList,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  type TextEdit,
} from 'vscode-languageserver/node';
import { applyEdits } from '../../../core/text/span';
import { offsetAt, positionAt, sourceText } from '../../../core/text/sourceText';
import { root } from '../../support/shared';

/** A bundle of `dist/`; the suites test what ships, so it has to be built. */
export function built(name: string): string {
  const path = join(root, 'dist', name);
  if (!existsSync(path)) throw new Error(`dist/${name} is not there: run "npm run build" first`);
  return path;
}

/** What VS Code can do, as far as the server asks. */
export const vscodeLike: InitializeParams['capabilities'] = {
  workspace: { diagnostics: { refreshSupport: true } },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    signatureHelp: { signatureInformation: { documentationFormat: ['markdown', 'plaintext'] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** The same with folders, settings and watched files, as VS Code has them with a workspace. */
export const workspaceLike: InitializeParams['capabilities'] = {
  ...vscodeLike,
  workspace: {
    ...vscodeLike.workspace,
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** An editor that talks to the built server. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** How often the server asked for diagnostics to be pulled again. */
  readonly refreshes: () => number;
  /** The options with which the server registered a method, once it has. */
  registered(method: string): Promise<unknown>;
  /** The exit status, once the process has ended. */
  readonly ended: Promise<number | null>;
  /** What the server logged as errors. */
  readonly errors: readonly string[];
  open(uri: string, languageId: string, text: string): Promise<void>;
  /** Edits as typing does: from the document's end to its beginning, one change each. */
  edit(uri: string, edits: readonly TextEdit[]): Promise<void>;
  text(uri: string): string;
  pull(uri: string): Promise<Diagnostic[]>;
  /** The next diagnostics pushed for the document that `accept` takes. */
  pushed(uri: string, accept?: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]>;
  complete(uri: string, position: Position): Promise<CompletionList | null>;
  hover(uri: string, position: Position): Promise<Hover | null>;
  /** Any other `textDocument/…` request about a place of a document. */
  ask<T>(method: string, uri: string, position: Position, more?: object): Promise<T>;
  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]>;
  /** `shutdown` and `exit`. @returns the exit status */
  quit(): Promise<number | null>;
}

/** How the editor presents itself. */
export interface EditorOptions {
  readonly capabilities?: InitializeParams['capabilities'];
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  /** Its answer to `workspace/configuration`, for an editor that can be asked. */
  readonly configuration?: () => unknown;
  /** The URIs of the folders that it has open. */
  readonly folders?: readonly string[];
}

/** Starts the built server over stdio and initializes it. */
export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const child = spawn(process.execPath, [built('server.js'), '--stdio'], { stdio: 'pipe' });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const texts = new Map<string, { text: string; version: number }>();
  const errors: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  const registered = new Map<string, unknown>();
  const waiting = new Set<() => void>();
  let refreshes = 0;

  connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) errors.push(message);
  });
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const wake of waiting) wake();
  });
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    return null;
  });
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { method, registerOptions } of registrations) registered.set(method, registerOptions);
    for (const wake of waiting) wake();
    return null;
  });
  connection.onRequest('workspace/configuration', () => [options.configuration?.() ?? null]);
  connection.listen();

  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: options.capabilities ?? vscodeLike,
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    initializationOptions: options.initializationOptions,
    ...(options.folders && { workspaceFolders: options.folders.map((uri) => ({ uri, name: uri })) }),
  });
  await connection.sendNotification('initialized', {});

  const textOf = (uri: string) => {
    const held = texts.get(uri);
    if (held === undefined) throw new Error(`${uri} is not open`);
    return held;
  };

  return {
    connection,
    process: child,
    initialized,
    refreshes: () => refreshes,
    registered(method) {
      return new Promise((resolve) => {
        const look = () => {
          if (!registered.has(method)) return;
          waiting.delete(look);
          resolve(registered.get(method));
        };
        waiting.add(look);
        look();
      });
    },
    ended,
    errors,
    text: (uri) => textOf(uri).text,
    async open(uri, languageId, text) {
      texts.set(uri, { text, version: 1 });
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    async edit(uri, edits) {
      const held = textOf(uri);
      held.version++;
      const contentChanges = backwards(edits).map(({ range, newText }) => ({ range, text: newText }));
      held.text = applyTextEdits(held.text, edits);
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: held.version },
        contentChanges,
      });
    },
    async pull(uri) {
      const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.kind === 'full' ? report.items : [];
    },
    pushed(uri, accept = () => true) {
      return new Promise((resolve) => {
        const look = () => {
          const last = published.findLast((params) => params.uri === uri);
          if (last === undefined || !accept(last.diagnostics)) return;
          waiting.delete(look);
          resolve(last.diagnostics);
        };
        waiting.add(look);
        look();
      });
    },
    complete: (uri, position) =>
      connection.sendRequest('textDocument/completion', { textDocument: { uri }, position }),
    hover: (uri, position) =>
      connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
    ask: (method, uri, position, more) =>
      connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position, ...more }),
    async actions(uri, range, only) {
      const diagnostics: Diagnostic[] = [];
      return connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: only === undefined ? { diagnostics } : { diagnostics, only },
      });
    },
    async quit() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return ended;
    },
  };
}

function backwards(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort(
    (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
  );
}

/** A text with LSP edits made, as an editor makes them. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const source = sourceText(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: offsetAt(source, range.start), end: offsetAt(source, range.end) },
      text: newText,
    })),
  );
}

/** Where `|` stands in a text, and the text without it. */
export function cursor(marked: string): { text: string; position: Position } {
  const at = marked.indexOf('|');
  if (at < 0) throw new Error('no | in the text');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  return { text, position: positionAt(sourceText(text), at) };
}
