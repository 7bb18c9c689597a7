import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { BROWSER_PORT, serverOptions, startBrowserServer } from '../../build/browser-server.mjs';
import { contentPolicy, NONCE_PLACEHOLDER } from '../../shared/served-files';
import { temporaryFolder } from '../fakes/temporary-folder';

/** shared/served-files.ts as the build makes it for the server. */
const root = path.resolve(import.meta.dirname, '../..');
const outDir = path.join(root, '.cache/served-files');

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      rolldownOptions: {
        input: path.join(root, 'shared/served-files.ts'),
        output: { format: 'cjs', entryFileNames: 'served-files.cjs' },
      },
    },
  });
});

/** A built program with one page and one script, served on a free port. */
async function edition(options: Parameters<typeof startBrowserServer>[0] = { port: 0 }) {
  const folder = temporaryFolder();
  for (const name of ['renderer/assets', 'headless']) mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(
    path.join(folder, 'renderer/index.html'),
    `<head><meta name="csp-nonce" content="${NONCE_PLACEHOLDER}"></head>`,
  );
  writeFileSync(path.join(folder, 'renderer/assets/a.js'), '1');
  writeFileSync(path.join(folder, 'renderer/assets/a.js.map'), '{}');
  writeFileSync(path.join(folder, 'secret.html'), 'secret');
  copyFileSync(path.join(outDir, 'served-files.cjs'), path.join(folder, 'headless/served-files.cjs'));
  const server = await startBrowserServer({ ...options, folder });
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  /** A request with its path exactly as written: fetch would tidy it up. */
  const get = (target: string, { host = `127.0.0.1:${port}`, method = 'GET' } = {}) =>
    new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }>((resolve, reject) => {
      const request = http.request(
        { host: '127.0.0.1', port, path: target, method, headers: { host }, agent: false },
        (response) => {
          let body = '';
          response.on('data', (chunk) => (body += chunk));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
        },
      );
      request.on('error', reject).end();
    });
  return { get, port, server, folder };
}

describe('the server of the browser edition', () => {
  it('gives the page with a nonce of its own, under the same policy as the desktop edition', async () => {
    const { get } = await edition();
    const [first, second] = await Promise.all([get('/'), get('/index.html')]);
    const nonce = /content="([^"]+)"/.exec(first.body)?.[1] ?? '';
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect(first.headers['content-security-policy']).toBe(contentPolicy(nonce));
    expect(second.body).not.toBe(first.body);
    expect(first.headers['cache-control']).toBe('no-store');
  });

  it('gives the files of the build with their types', async () => {
    const { get } = await edition();
    const script = await get('/assets/a.js');
    expect([script.status, script.headers['content-type'], script.body]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      '1',
    ]);
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/..%5csecret.html',
    '//secret.html',
    '/assets/a.js.map',
    '/assets',
    '/x.html',
    '/%00.html',
    '/%E0%A4%A',
  ])('%s is refused', async (target) => {
    const { get } = await edition();
    const { status, body } = await get(target);
    expect([status === 400 || status === 404, body]).toEqual([true, '']);
  });

  it('answers no other name than its own: a page elsewhere cannot reach it through DNS', async () => {
    const { get, port } = await edition();
    for (const host of ['evil.example', `localhost:${port}`, `127.0.0.1:${port + 1}`, `evil.example:${port}`])
      expect((await get('/', { host })).status).toBe(404);
  });

  it('gives a day to the pages of a test, on a port where nobody has records', async () => {
    const { get, port } = await edition({ test: { today: '2028-02-29@7' } });
    expect(port).not.toBe(BROWSER_PORT);
    expect((await get('/')).body).toContain('<head><meta name="given-day" content="2028-02-29@7" /><meta name="csp');
    expect((await edition({ test: { today: '2028-02-29' } }).then(({ get: from }) => from('/'))).body).toMatch(
      /content="2028-02-29@\d{13}"/,
    );
    await expect(edition({ test: { today: '2026-02-29' } })).rejects.toThrow('names no day');
  });

  it('without --test knows no other day, whatever a request or a flag says', async () => {
    const { get } = await edition();
    for (const target of ['/', '/index.html', '/?today=2028-02-29', '/?given-day=2028-02-29@7&test'])
      expect((await get(target)).body).not.toMatch(/given-day|2028/);
    expect(serverOptions(['--browser'])).toEqual({ ok: true, options: {} });
    expect(serverOptions(['--browser', '--today=2028-02-29'])).toMatchObject({ ok: false });
    expect(serverOptions(['--browser', '--test', '--today=2028-02-29'])).toEqual({
      ok: true,
      options: { test: { today: '2028-02-29' } },
    });
  });

  it('only reads', async () => {
    const { get } = await edition();
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await get('/', { method })).status).toBe(405);
  });

  it('is heard by this machine only, and refuses when its port is taken instead of moving', async () => {
    const { port, server, folder } = await edition();
    expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
    await expect(startBrowserServer({ port, folder })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(BROWSER_PORT).toBe(23720);
  });
});
