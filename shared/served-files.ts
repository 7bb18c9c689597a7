import { GIVEN_DAY_META, givenDayText, readGivenDay, type GivenDay } from './given-day';

/** For the browser edition's server, which reads this one file of the program. */
export { readGivenDay };

/** What index.html carries where the nonce of this response goes. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * Content Security Policy (W3C CSP3) of every response of the program, in both editions. 'wasm-unsafe-eval': the
 * typesetter is WebAssembly. Styles: our own files, and style elements that carry the nonce of the response
 * (antd writes such elements); style attributes and scripts in the page stay refused.
 */
export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The page of one response: with its nonce, and with the day that a test run was given; nobody else has one. */
export function servedPage(html: string, nonce: string, given: GivenDay | null): string {
  const page = html.replaceAll(NONCE_PLACEHOLDER, nonce);
  return given === null
    ? page
    : page.replace('<head>', `<head><meta name="${GIVEN_DAY_META}" content="${givenDayText(given)}" />`);
}

/** Everything that the build emits for the renderer. A file of another kind (a stray source map) is not served. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.typ': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.wasm': 'application/wasm',
};

/**
 * How long a browser may keep a file (RFC 9111). The page: not at all, its nonce is for one response only. What the build
 * names by its content: for ever, and Chromium keeps the compiled code beside it. Anything else is asked for each time.
 */
export const cacheControl = (pathname: string, type: string): string =>
  type.startsWith('text/html')
    ? 'no-store'
    : pathname.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache';

/** Headers of every response beside type, policy and how long it may be kept. */
export const FIXED_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** What a request for one of our own pages means: a file below the folder of the built renderer, or a refusal. */
export type ServedFile =
  | { readonly kind: 'file'; readonly name: string; readonly type: string }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 405 };

const refused = (status: 400 | 404 | 405): ServedFile => ({ kind: 'refused', status });

/**
 * Maps a request to a file of the built renderer and to nothing else: no other folder, no kind of file that the build does
 * not emit on purpose. `pathname` as URL gives it, percent-encoded; `name` has '/' between its parts, none of them '..'.
 */
export function servedFile(method: string, pathname: string): ServedFile {
  if (method !== 'GET') return refused(405);
  let asked: string;
  try {
    asked = decodeURIComponent(pathname);
  } catch {
    return refused(400);
  }
  if (asked.includes('\0') || asked.includes('\\')) return refused(400);
  const name = (asked.endsWith('/') ? `${asked}index.html` : asked).replace(/^\//, '');
  // A colon would name a drive or a second stream of a file on Windows.
  if (name.split('/').some((part) => part === '' || part.startsWith('.') || part.includes(':'))) return refused(404);
  const type = MEDIA_TYPES[/\.[a-z0-9]+$/.exec(name)?.[0] ?? ''];
  return type === undefined ? refused(404) : { kind: 'file', name, type };
}
