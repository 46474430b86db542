// A page that can be built again → a server on this computer alone that shows it and follows its files.
import { readFileSync, watch, type FSWatcher } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** An open preview: where it is, and how to end it. */
export interface Preview {
  readonly url: string;
  close(): Promise<void>;
}

/** What a preview shows and follows. */
interface PreviewPlan {
  /** Gives the page as the files are now; never throws. */
  readonly page: () => Promise<string>;
  /** Folders whose every file is followed. */
  readonly follow: readonly string[];
  /** The folder of the shell the page is shown in. */
  readonly shell: string;
}

const HOST = '127.0.0.1';
/** Editors write a file in several steps; listeners are notified once for all of them. In milliseconds. */
const DEBOUNCE_MS = 150;

const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
const SHELL_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'";
/** The policy that a pack's own page states. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'";

/**
 * Serves the page on a free port of 127.0.0.1. It answers only requests that name that address as their host, so that
 * no page of another site can reach it by a name of its own, and tells listening browsers of each change to its files.
 */
export async function openPreview(plan: PreviewPlan): Promise<Preview> {
  const listeners = new Set<ServerResponse>();
  let last: Promise<unknown> = Promise.resolve();
  // One build at a time: two would put two warehouses in one place.
  const page = (): Promise<string> => {
    const next = last.then(plan.page);
    last = next;
    return next;
  };
  const server = createServer((request, response) => {
    void answer(request, response, { ...plan, page, listeners });
  });
  await new Promise<void>((listening) => server.listen(0, HOST, listening));
  const watchers = watchFolders(plan.follow, () => {
    for (const listener of listeners) listener.write('data: changed\n\n');
  });
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}/`,
    async close() {
      for (const watcher of watchers) watcher.close();
      for (const listener of listeners) listener.end();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await last;
    },
  };
}

interface AnswerContext extends PreviewPlan {
  readonly listeners: Set<ServerResponse>;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { page, shell, listeners }: AnswerContext,
): Promise<void> {
  const { port } = request.socket.address() as AddressInfo;
  const path = (request.url ?? '').split('?')[0];
  if (request.headers.host !== `${HOST}:${port}` || request.method !== 'GET') end(response, 403);
  else if (path === '/changes') listen(response, listeners);
  else if (path === '/page') send(response, 'text/html', await page(), PAGE_POLICY);
  else if (path === '/') send(response, 'text/html', read(shell, 'shell.html'), SHELL_POLICY);
  else if (path === '/live.js')
    send(response, 'text/javascript', read(shell, 'live.js'), SHELL_POLICY);
  else end(response, 404);
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function send(response: ServerResponse, type: string, text: string, policy: string): void {
  const kind = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Security-Policy': policy };
  response.writeHead(200, { ...HEADERS, ...kind });
  response.end(text);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, HEADERS);
  response.end();
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
  response.write('retry: 1000\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function watchFolders(folders: readonly string[], notify: () => void): FSWatcher[] {
  let settling: NodeJS.Timeout | undefined;
  return folders.map((folder) =>
    watch(folder, { recursive: true }, () => {
      clearTimeout(settling);
      settling = setTimeout(notify, DEBOUNCE_MS);
    }),
  );
}
