import type { BrowserWindow } from 'electron';
import path from 'node:path';
import type { BridgeChannels, Channel } from '../../shared/bridge-channels';
import type { AppInfo, FileKind } from '../../shared/bridge';
import { StorageError } from '../../shared/journal/journal-port';
import type { DataSets } from './data-sets';
import { safeFileName } from './file-name';
import { KIND_NAMES, TEXT } from './text';

export type Handlers = {
  readonly [C in Channel]: (
    window: BrowserWindow,
    ...args: BridgeChannels[C]['args']
  ) => Promise<BridgeChannels[C]['result']>;
};

/** What the handlers ask of Electron and of the disk; the start-up gives the real ones, tests their own. */
export interface HandlerPorts {
  readonly info: Pick<AppInfo, 'version' | 'engine'>;
  readonly dataSets: DataSets;
  readonly dialog: {
    showSaveDialog(
      window: BrowserWindow,
      options: Electron.SaveDialogOptions,
    ): Promise<Electron.SaveDialogReturnValue>;
    showOpenDialog(
      window: BrowserWindow,
      options: Electron.OpenDialogOptions,
    ): Promise<Electron.OpenDialogReturnValue>;
  };
  /** Opens a file with the program that the system has for it; '' or why not. */
  readonly openPath: (file: string) => Promise<string>;
  readonly exists: (file: string) => Promise<boolean>;
  readonly writeAtomically: (file: string, bytes: Uint8Array) => Promise<void>;
  readonly rememberDataFolder: (picked: string) => Promise<string>;
  readonly forgetDataFolder: () => Promise<void>;
  /** A new empty folder for one file that is shown to the printer; emptied when the program ends. */
  readonly printFolder: () => Promise<string>;
}

/** What each channel does. Handlers know files only by what a dialog returned: no path comes from the renderer. */
export function createHandlers(ports: HandlerPorts): Handlers {
  const { dataSets } = ports;
  return {
    'app:info': async () => ({
      edition: 'desktop',
      ...ports.info,
      capabilities: { chooseDataFolder: true, saveDialog: true },
    }),
    'data:open': (_window, set) => dataSets.open(set),
    'data:discard-demo': () => dataSets.discardDemo(),
    'data:choose-folder': async (window) => {
      const { canceled, filePaths } = await ports.dialog.showOpenDialog(window, {
        title: TEXT.chooseFolder,
        buttonLabel: TEXT.chooseFolderButton,
        properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      });
      const picked = filePaths[0];
      return canceled || picked === undefined ? null : ports.rememberDataFolder(picked);
    },
    'data:default-folder': () => ports.forgetDataFolder(),
    'journal:segments': async (_window, set) => dataSets.journal(set).segments(),
    'journal:read': async (_window, set, chain, segment, offset, length) =>
      dataSets.journal(set).read(chain, segment, offset, length),
    'journal:append': async (_window, set, chain, segment, at, bytes) =>
      dataSets.journal(set).append(chain, segment, at, bytes),
    'journal:set-aside': async (_window, set, chain, segment, from) =>
      dataSets.journal(set).setAside(chain, segment, from),
    'journal:try-write': async (_window, set, bytes) => dataSets.journal(set).tryWrite(bytes),
    'blobs:put': async (_window, set, bytes) => dataSets.blobs(set).put(bytes),
    'blobs:get': async (_window, set, digest) => dataSets.blobs(set).get(digest),
    'blobs:list': async (_window, set) => dataSets.blobs(set).list(),
    'file:save': async (window, suggestedName, kind, bytes) => {
      const { canceled, filePath } = await ports.dialog.showSaveDialog(window, {
        defaultPath: safeFileName(suggestedName, kind),
        filters: [{ name: KIND_NAMES[kind], extensions: [kind] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      if (canceled || filePath === '') return null;
      const file = await withExtension(filePath, kind, ports.exists);
      await ports.writeAtomically(file, bytes);
      return path.basename(file);
    },
    'pdf:print': async (_window, name, bytes) => {
      const file = path.join(await ports.printFolder(), safeFileName(name, 'pdf'));
      await ports.writeAtomically(file, bytes);
      const refused = await ports.openPath(file);
      if (refused !== '') throw new StorageError('missing', refused);
    },
  };
}

/**
 * Some Linux dialogs return the name without the extension of the filter. They have not asked whether the file that has it
 * may be replaced, so a number is added where there is one.
 */
async function withExtension(file: string, kind: FileKind, exists: HandlerPorts['exists']): Promise<string> {
  if (path.extname(file).toLowerCase() === `.${kind}`) return file;
  let named = `${file}.${kind}`;
  for (let n = 2; await exists(named); n += 1) named = `${file} (${n}).${kind}`;
  return named;
}
