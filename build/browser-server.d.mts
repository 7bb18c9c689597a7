import type { Server } from 'node:http';

export declare const BROWSER_PORT: number;
export declare function startBrowserServer(options?: { port?: number; folder?: string }): Promise<Server>;
