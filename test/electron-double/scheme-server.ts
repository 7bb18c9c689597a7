import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { fromChromium } from './schemes';
import { handlerOf } from './session';

/** Serves what the scheme's handler answers to the double's Chromium; gives the argument that leads Chromium here. */
export async function serveSchemes(): Promise<string> {
  const server = http.createServer((request, response) => {
    void answer(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `--host-resolver-rules=MAP *.localhost 127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const url = fromChromium(`http://${request.headers.host ?? ''}${request.url ?? '/'}`);
  const handler = handlerOf(url);
  if (handler === undefined) return void response.writeHead(502).end();
  const result = await handler(new Request(url, { method: request.method ?? 'GET' }));
  response.writeHead(result.status, Object.fromEntries(result.headers)).end(Buffer.from(await result.arrayBuffer()));
}
