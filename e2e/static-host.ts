import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** A static host as there are many: it gives the files of one folder under one path, and what is not there is not found. */
export interface StaticHost {
  /** Where Attest is, with the last slash. */
  readonly address: string;
  /** The folder whose files are given from now on. */
  serve(folder: string): void;
  /** Gives these bytes in the place of a file, `null` for a file that is not found; without a path all files are right again. */
  spoil(path?: string, bytes?: string | null): void;
  /** Pulls the cable: open connections break, new ones are refused. */
  cut(): Promise<void>;
  /** Plugs it in again, at the same address. */
  mend(): Promise<void>;
}

/** Starts a host that, like many, has the page at the folder's own address only. `cacheControl` is what it says about every file. */
export async function startHost(folder: string, path = '/', cacheControl = 'no-store'): Promise<StaticHost> {
  let served = folder;
  const spoiled = new Map<string, string | null>();
  const contents = async (file: string): Promise<Buffer | string | null> => {
    const instead = spoiled.get(file);
    return instead === undefined ? readFile(join(served, file)).catch(() => null) : instead;
  };
  const server = createServer(async ({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://host');
    if (pathname === `${path}index.html`) return response.writeHead(308, { Location: path }).end();
    const file = pathname.startsWith(path) ? pathname.slice(path.length) || 'index.html' : '';
    const found = file === '' ? null : await contents(file);
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(found === null ? 404 : 200, { 'Content-Type': type, 'Cache-Control': cacheControl });
    return response.end(found ?? '');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    serve: (next) => {
      served = next;
    },
    spoil: (file, bytes = null) => {
      if (file === undefined) spoiled.clear();
      else spoiled.set(file, bytes);
    },
    ...cableOf(server, port),
  };
}

/** How the cable of a server is pulled and plugged in again. */
function cableOf(server: Server, port: number): Pick<StaticHost, 'cut' | 'mend'> {
  return {
    cut: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
    mend: async () => {
      if (!server.listening) await once(server.listen(port, '127.0.0.1'), 'listening');
    },
  };
}
