// Serves the folder `app` beside this file to this machine alone, and opens it in the browser. Needs Node and nothing else.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

// What was tagged belongs to this address: another port would be an empty Attest.
const port = 4873;
const address = `http://127.0.0.1:${port}/`;
const app = join(dirname(fileURLToPath(import.meta.url)), 'app');
const types = {
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

/** The file a path names; `null` for one that leads out of the folder or cannot be read as a path. */
function fileOf(url) {
  try {
    const { pathname } = new URL(url, address);
    const file = normalize(join(app, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
    return file.startsWith(app + sep) ? file : null;
  } catch {
    return null;
  }
}

async function answer(request, response) {
  // A page elsewhere may name this machine as its own host and ask for what is here.
  const known = request.headers.host === `127.0.0.1:${port}` || request.headers.host === `localhost:${port}`;
  const file = known && request.method === 'GET' ? fileOf(request.url ?? '/') : null;
  const bytes = file && (await readFile(file).catch(() => null));
  response.writeHead(bytes ? 200 : 404, {
    'Content-Type': (bytes && types[extname(file)]) ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "frame-ancestors 'none'",
  });
  response.end(bytes ?? '');
}

function open() {
  console.log(`Attest is at ${address}`);
  if (process.argv.includes('--no-browser')) return;
  const [command, ...words] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  // Without a browser to be opened the line above says where to go.
  spawn(command, [...words, address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

const server = createServer(answer);
server.on('error', (error) => {
  console.error(
    error.code === 'EADDRINUSE' ? `Something runs at ${address} already. If it is Attest, just open that address.` : error.message,
  );
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', open);
