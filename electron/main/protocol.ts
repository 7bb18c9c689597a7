import type { Protocol, Session } from 'electron';
import path from 'node:path';
import type { GivenDay } from '../../shared/given-day';
import { cacheControl, contentPolicy, FIXED_HEADERS, servedFile, servedPage } from '../../shared/served-files';
import { APP_HOST, APP_SCHEME } from './app-origin';
import { randomNonce } from './clock';
import { readBytes } from './files';

/** Privileges of app://: a standard, secure origin, or IndexedDB and workers are refused. Must run before 'ready'. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Answers every request to app:// from the folder of the built renderer. `given`: the day of a test run. */
export function serveRenderer(session: Session, root: string, given: GivenDay | null): void {
  session.protocol.handle(APP_SCHEME, (request) => answerRequest(root, request, given));
}

/** The response to one request: the file with our policy and type, or an empty 400, 404 or 405. */
export async function answerRequest(
  root: string,
  request: Request,
  given: GivenDay | null = null,
): Promise<Response> {
  const url = new URL(request.url);
  if (url.host !== APP_HOST) return new Response(null, { status: 404 });
  const served = servedFile(request.method, url.pathname);
  if (served.kind === 'refused') return new Response(null, { status: served.status });
  const bytes = await readBytes(path.join(root, served.name)).catch(() => null);
  if (bytes === null) return new Response(null, { status: 404 });
  const nonce = randomNonce();
  const page = served.type.startsWith('text/html');
  const body = page ? servedPage(new TextDecoder().decode(bytes), nonce, given) : bytes;
  return new Response(body, {
    headers: {
      ...FIXED_HEADERS,
      'Content-Type': served.type,
      'Content-Security-Policy': contentPolicy(nonce),
      'Cache-Control': cacheControl(url.pathname, served.type),
    },
  });
}
