import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/basics/day';
import { answerRequest } from '../../../electron/main/protocol';
import { temporaryFolder } from '../../fakes/temporary-folder';

function builtRenderer(): string {
  const root = temporaryFolder();
  mkdirSync(path.join(root, 'assets'));
  writeFileSync(path.join(root, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><p>学时簿</p>');
  writeFileSync(path.join(root, 'assets/a.js'), 'const x = "__CSP_NONCE__";');
  return root;
}
const get = (root: string, url: string): Promise<Response> => answerRequest(root, new Request(url));
const nonceOf = (response: Response): string =>
  /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';

describe('answers to app://', () => {
  it('the page carries the nonce of its own response, a new one each time', async () => {
    const root = builtRenderer();
    const [first, second] = await Promise.all([get(root, 'app://xueshibu/'), get(root, 'app://xueshibu/index.html')]);
    expect(nonceOf(first)).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect(nonceOf(second)).not.toBe(nonceOf(first));
    expect(await first.text()).toBe(`<meta name="csp-nonce" content="${nonceOf(first)}"><p>学时簿</p>`);
    expect(first.headers.get('cache-control')).toBe('no-store');
  });

  it('the page carries the day of a test run and no other', async () => {
    const root = builtRenderer();
    writeFileSync(path.join(root, 'index.html'), '<head><title>学时簿</title></head>');
    const page = new Request('app://xueshibu/');
    expect(await (await answerRequest(root, page)).text()).toBe('<head><title>学时簿</title></head>');
    expect(await (await answerRequest(root, page, { day: day('2028-02-29'), since: 7 })).text()).toBe(
      '<head><meta name="given-day" content="2028-02-29@7" /><title>学时簿</title></head>',
    );
  });

  it('every response has the whole policy: nothing but our own files, no inline script, no inline style', async () => {
    const response = await get(builtRenderer(), 'app://xueshibu/assets/a.js');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toContain("'unsafe-inline'");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await response.text()).toBe('const x = "__CSP_NONCE__";');
  });

  it.each(['app://elsewhere/index.html', 'app://xueshibu/missing.html', 'app://xueshibu/assets/a.js.map'])(
    '%s is not there',
    async (url) => {
      const response = await get(builtRenderer(), url);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('');
    },
  );
});
