import type { Server } from 'node:http';

interface ServerOptions {
  readonly port?: number;
  readonly folder?: string;
  readonly test?: { readonly today?: string | undefined };
}

export declare const BROWSER_PORT: number;
export declare function serverOptions(
  flags: readonly string[],
): { readonly ok: true; readonly options: ServerOptions } | { readonly ok: false; readonly error: string };
export declare function startBrowserServer(options?: ServerOptions): Promise<Server>;
