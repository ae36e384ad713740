/** A small web server on the loopback address for the demo, the commands and the tests. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** What a route answers. Text is sent as UTF-8; `type` defaults to HTML, `status` to 200. */
export interface Answer {
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers a request by its path and query, or leaves it to the folder with `null`. */
export type Route = (url: URL) => Answer | null | Promise<Answer | null>;

/** A running server. */
export interface StaticServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  /** Paths of all requests so far, in order, query included. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
};

async function fileOf(folder: string, path: string): Promise<string | null> {
  const wanted = join(folder, normalize(decodeURIComponent(path)));
  if (!wanted.startsWith(normalize(folder))) return null;
  for (const file of [wanted, `${wanted}.html`, join(wanted, 'index.html')]) {
    const found = await stat(file).catch(() => null);
    if (found?.isFile() === true) return file;
  }
  return null;
}

/**
 * Serves `route` first, then the files of `folder` (`/about` finds `about.html` and
 * `about/index.html`), on 127.0.0.1 and a free port unless `port` is given. Unknown paths answer 404.
 */
export async function serve(
  options: { folder?: string; route?: Route; port?: number } = {},
): Promise<StaticServer> {
  const { folder, route, port = 0 } = options;
  const requests: string[] = [];
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    requests.push(url.pathname + url.search);
    const given = (await route?.(url)) ?? null;
    if (given !== null) {
      const type = given.type ?? 'text/html; charset=utf-8';
      response.writeHead(given.status ?? 200, { 'content-type': type, ...given.headers });
      response.end(given.body);
      return;
    }
    const file = folder === undefined ? null : await fileOf(folder, url.pathname);
    if (file === null) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type });
    createReadStream(file).pipe(response);
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', done);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${bound}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
