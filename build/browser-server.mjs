// The browser edition: the built renderer, served to this machine only.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './bootstrap.mjs';

/** Records belong to the origin, and the port is part of it: the same port for ever, never another one silently. */
export const BROWSER_PORT = 23720;

/**
 * Serves dist/renderer on 127.0.0.1 and resolves with the server once it listens; rejects with the system's error when
 * the port is taken. `port`: tests pass 0 (any free one).
 */
export function startBrowserServer({ port = BROWSER_PORT, folder = path.join(root, 'dist') } = {}) {
  const served = createRequire(import.meta.url)(path.join(folder, 'headless/served-files.cjs'));
  const server = http.createServer((request, response) => {
    void answer(request, path.join(folder, 'renderer'), served, server.address().port)
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
      .catch(() => response.writeHead(404).end());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** The response to one request, with the policy and types of the desktop edition. */
async function answer(request, folder, served, port) {
  const { cacheControl, contentPolicy, FIXED_HEADERS, NONCE_PLACEHOLDER, servedFile } = served;
  // A page of another origin must not reach us through a name that it points at 127.0.0.1 (DNS rebinding).
  if (request.headers.host !== `127.0.0.1:${port}`) return { status: 404 };
  const { pathname } = new URL(`http://127.0.0.1${request.url}`);
  const { kind, status, name, type } = servedFile(request.method, pathname);
  if (kind === 'refused') return { status };
  const bytes = await readFile(path.join(folder, name));
  const nonce = randomBytes(18).toString('base64');
  const page = type.startsWith('text/html');
  return {
    status: 200,
    headers: {
      ...FIXED_HEADERS,
      'Content-Type': type,
      'Content-Security-Policy': contentPolicy(nonce),
      'Cache-Control': cacheControl(pathname, type),
    },
    body: page ? bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce) : bytes,
  };
}
