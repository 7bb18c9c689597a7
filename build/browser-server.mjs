// The browser edition: the built renderer, served to this machine only.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './bootstrap.mjs';

/** Records belong to the origin, and the port is part of it: the same port for ever, never another one silently. */
export const BROWSER_PORT = 23720;

/** What npm start's flags say about the server; what a server without `--test` does not know is refused in Chinese. */
export function serverOptions(flags) {
  const today = flags.find((flag) => flag.startsWith('--today='))?.slice('--today='.length);
  if (!flags.includes('--test'))
    return today === undefined
      ? { ok: true, options: {} }
      : { ok: false, error: '--today 只用于测试，须同时写 --test。' };
  return { ok: true, options: { test: { today } } };
}

/**
 * Serves dist/renderer on 127.0.0.1 and resolves with the server once it listens; rejects with the system's error when
 * the port is taken. `test`: a server for tests, on any free port, where nobody's own records are; only its pages may be
 * given a day (`today`, as shared/given-day.ts reads it; without a moment it begins now). Throws when it names no day.
 */
export function startBrowserServer({
  test,
  port = test === undefined ? BROWSER_PORT : 0,
  folder = path.join(root, 'dist'),
} = {}) {
  const served = createRequire(import.meta.url)(path.join(folder, 'headless/served-files.cjs'));
  const given = test?.today === undefined ? null : served.readGivenDay(test.today, Date.now());
  if (given === null && test?.today !== undefined) throw new Error(`--today=${test.today} names no day`);
  const server = http.createServer((request, response) => {
    void answer(request, { folder: path.join(folder, 'renderer'), served, given, port: server.address().port })
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
      .catch(() => response.writeHead(404).end());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** The response to one request, with the policy and types of the desktop edition. */
async function answer(request, { folder, served, given, port }) {
  const { cacheControl, contentPolicy, FIXED_HEADERS, servedFile, servedPage } = served;
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
    body: page ? servedPage(bytes.toString('utf8'), nonce, given) : bytes,
  };
}
