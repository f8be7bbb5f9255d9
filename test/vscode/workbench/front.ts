// A front before VS Code's server, of the same origin as the page: it hands out the extension's files and tells
// the workbench to load them as a WEB extension, which then runs in the browser's worker extension host.
// Nothing less does: the workbench's content policy refuses other origins, and an extension named in the
// address's payload is a remote one.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { basename, dirname, extname, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';

export interface Front {
  readonly port: number;
  stop(): Promise<void>;
}

const prefix = '/extension-under-test';
// Within the extension's: VS Code runs tests where the extension runs to which they belong by their place.
const testsPrefix = `${prefix}/its-tests`;
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/**
 * Starts the front.
 * @param server the port of VS Code's server
 * @param extension the extension's folder
 * @param tests a bundle that exports `run()`, if tests shall be run
 */
export async function startFront(server: number, extension: string, tests?: string): Promise<Front> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };
  const http = createServer((ask, answer) => {
    const path = new URL(ask.url ?? '/', 'http://front').pathname;
    const done =
      tests !== undefined && path === addressOf(tests)
        ? giveFile(dirname(resolve(tests)), basename(tests), answer)
        : path.startsWith(`${prefix}/`)
          ? giveFile(resolve(extension), decodeURIComponent(path.slice(prefix.length + 1)), answer)
          : passOn(server, ask, answer, path === '/' ? (page) => withExtension(page, ask, tests) : undefined);
    done.catch(() => answer.destroy());
  });
  http.on('connection', keep);
  http.on('upgrade', (ask, socket: Socket, head: Buffer) => {
    const upstream = connect(server, '127.0.0.1', () => {
      let lines = `${ask.method} ${ask.url} HTTP/1.1\r\n`;
      for (let i = 0; i < ask.rawHeaders.length; i += 2) {
        lines += `${ask.rawHeaders[i]}: ${ask.rawHeaders[i + 1]}\r\n`;
      }
      upstream.write(`${lines}\r\n`);
      upstream.write(head);
      socket.pipe(upstream).pipe(socket);
    });
    keep(upstream);
    for (const [one, other] of [[socket, upstream] as const, [upstream, socket] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  return {
    port: (http.address() as AddressInfo).port,
    stop: async () => {
      const closed = new Promise((resolve) => http.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function addressOf(tests: string): string {
  return `${testsPrefix}/${encodeURIComponent(basename(tests))}`;
}

async function giveFile(folder: string, path: string, answer: ServerResponse): Promise<void> {
  const file = resolve(folder, path);
  const found = file.startsWith(folder + sep) ? await stat(file).catch(() => undefined) : undefined;
  if (found?.isFile() !== true) {
    answer.writeHead(404).end();
    return;
  }
  answer.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  await pipeline(createReadStream(file), answer);
}

async function passOn(
  server: number,
  ask: IncomingMessage,
  answer: ServerResponse,
  change: ((page: string) => string) | undefined,
): Promise<void> {
  const headers = { ...ask.headers, ...(change ? { 'accept-encoding': 'identity' } : {}) };
  const upstream = request({ host: '127.0.0.1', port: server, path: ask.url, method: ask.method, headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    upstream.once('response', resolve);
    upstream.once('error', reject);
  });
  ask.pipe(upstream);
  const given = await answered;
  const status = given.statusCode ?? 502;
  if (!change || status !== 200) {
    answer.writeHead(status, given.headers);
    await pipeline(given, answer);
    return;
  }
  const kept = { ...given.headers };
  delete kept['content-length'];
  delete kept['transfer-encoding'];
  answer.writeHead(200, kept).end(change(await text(given)));
}

/** The workbench's page carries its options as JSON in an attribute; this adds `developmentOptions` to them. */
function withExtension(page: string, ask: IncomingMessage, tests?: string): string {
  const uri = (path: string) => ({ scheme: 'http', authority: ask.headers.host, path });
  const developmentOptions = {
    extensions: [uri(prefix)],
    ...(tests === undefined ? {} : { extensionTestsPath: uri(addressOf(tests)) }),
  };
  return page.replace(
    /(<meta id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
    (_whole, start: string, quoted: string) => {
      const options = JSON.parse(quoted.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as object;
      const json = JSON.stringify({ ...options, developmentOptions });
      return `${start}${json.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    },
  );
}
