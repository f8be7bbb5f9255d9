import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import type { Diagnostic } from 'vscode-languageserver/node';
import { built, vscodeLike } from './support/client';

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
}

/** What the bundle finds of a worker's global scope; errors have nobody to come from here. */
interface WorkerScope {
  postMessage(message: Message): void;
  addEventListener(type: string, listener: unknown): void;
  onmessage?: (event: { data: Message }) => void;
}

/**
 * Runs the web worker's bundle where there is nothing of Node's: a worker's `self`, timers, and what ECMAScript has.
 */
function startWorker() {
  const arrived: Message[] = [];
  const self: WorkerScope = {
    postMessage(message) {
      // As structured cloning: only plain data crosses.
      arrived.push(structuredClone(message));
    },
    addEventListener: () => undefined,
  };
  const context = createContext({
    self,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    TextEncoder,
    TextDecoder,
    console,
  });
  runInContext(readFileSync(built('server.web.js'), 'utf8'), context);

  let id = 0;
  const send = (message: Message) => {
    const data = structuredClone({ jsonrpc: '2.0', ...message });
    self.onmessage?.({ data });
  };
  return {
    notify: (method: string, params: unknown) => {
      send({ method, params });
    },
    async request<T>(method: string, params: unknown): Promise<T> {
      const own = ++id;
      send({ id: own, method, params });
      for (const deadline = Date.now() + 15_000; Date.now() < deadline;) {
        const answer = arrived.find((message) => message.id === own && message.method === undefined);
        if (answer !== undefined) return answer.result as T;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error(`no answer to ${method}`);
    },
  };
}

describe('The language server in a web worker', () => {
  it('checks a file without anything of Node', async () => {
    const worker = startWorker();
    const { capabilities } = await worker.request<{ capabilities: { hoverProvider: boolean } }>(
      'initialize',
      {
        processId: null,
        rootUri: null,
        capabilities: vscodeLike,
      },
    );
    assert.equal(capabilities.hoverProvider, true);
    worker.notify('initialized', {});
    const uri = 'vscode-vfs://github/a/example.com.zone';
    const text = '_dmarc 60 IN TXT "v=DMARC1; p=rejekt"\n';
    worker.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'dns-zone', version: 1, text },
    });
    const { items } = await worker.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.ok(items.some(({ code }) => code === 'dmarc-bad-value'));
    assert.equal(await worker.request('shutdown', undefined), null);
  });
});
