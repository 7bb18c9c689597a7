import { describe, expect, it } from 'vitest';
import { servedFile } from '../../shared/served-files';

describe('what both editions serve', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/main-1a2b.js', 'assets/main-1a2b.js', 'text/javascript; charset=utf-8'],
    ['/assets/typst.wasm', 'assets/typst.wasm', 'application/wasm'],
    ['/assets/NotoSerifSC.ttf', 'assets/NotoSerifSC.ttf', 'font/ttf'],
    ['/assets/%E5%AD%97.png', 'assets/字.png', 'image/png'],
  ])('%s is the file %s', (pathname, file, type) => {
    expect(servedFile('GET', pathname)).toEqual({ kind: 'file', name: file, type });
  });

  it.each([
    ['/../main/index.cjs', 404],
    ['/..%2f..%2fetc/passwd.html', 404],
    ['/%2e%2e/secret.html', 404],
    ['/assets/%2e%2e/%2e%2e/%2e%2e/secret.js', 404],
    ['/..%5c..%5csecret.html', 400],
    ['/index.html%00.png', 400],
    ['/%E0%A4%A', 400],
    ['/assets/main.js.map', 404],
    ['/assets', 404],
    ['/package.cjs', 404],
    ['//secret.html', 404],
    ['/assets//a.js', 404],
    ['/./index.html', 404],
    ['/.hidden.html', 404],
    ['/C:/secret.html', 404],
    ['/index.html::$DATA.html', 404],
    ['/..;/secret.html', 404],
    ['/%2fetc/secret.html', 404],
  ])('%s is refused with %i', (pathname, status) => {
    expect(servedFile('GET', pathname)).toEqual({ kind: 'refused', status });
  });

  it.each(['POST', 'PUT', 'HEAD', 'DELETE'])('%s is refused', (method) => {
    expect(servedFile(method, '/index.html')).toEqual({ kind: 'refused', status: 405 });
  });
});
