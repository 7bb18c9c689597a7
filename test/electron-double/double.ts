/**
 * A stand-in for the module `electron`: the main process runs in Node, windows are pages of a real Chromium. Only what
 * electron/ uses exists here. `implements Pick<Electron.X, …>` ties every signature to electron.d.ts, and
 * tsconfig.drift.json compiles electron/ against this file, so a call that it lacks is a compile error too.
 */
export { app } from './app';
export { BrowserWindow } from './browser-window';
export { dialog, Menu, shell } from './dialog';
export { ipcMain, type IpcMainInvokeEvent } from './ipc-main';
export { protocol, session, type Protocol, type Session } from './session';
export type { WebContents } from './web-contents';

/** The preload's two names: made in the page by preload-runtime.ts, declared here for electron/preload. */
export declare const contextBridge: Pick<Electron.ContextBridge, 'exposeInMainWorld'>;
export declare const ipcRenderer: Pick<Electron.IpcRenderer, 'invoke'>;
