import { app, BrowserWindow, dialog, protocol, session, shell } from 'electron';
import path from 'node:path';
import { APP_ORIGIN } from './app-origin';
import { createNodeBlobs } from './blobs';
import { createDataSets, type DataSets } from './data-sets';
import { exists, writeAtomically } from './files';
import { givenDay } from './given-day';
import { createHandlers } from './handlers';
import { openDoor } from './ipc';
import { createNodeJournal } from './journal';
import { lockFolder } from './lock';
import { setMenu } from './menu';
import { chooseDataFolder, dataFolder, deviceId, forgetDataFolder, switchValue, USER_DATA_NAME } from './places';
import { createPrintFolder, type PrintFolder } from './print-folder';
import { registerAppScheme, serveRenderer } from './protocol';
import { denyEverything, lockDownContents } from './security';
import { TEXT } from './text';
import { focusWindow, openWindow } from './window';

const START_PAGE = `${APP_ORIGIN}/index.html`;
const built = path.resolve(__dirname, '..');
const given = givenDay({ argv: process.argv, packaged: app.isPackaged });

settleNameAndPlace();
registerAppScheme(protocol);
if (app.requestSingleInstanceLock()) start();
else app.quit();

/** Before anything reads userData: the product may be renamed one day, its data must not move. */
function settleNameAndPlace(): void {
  app.setName(TEXT.title);
  app.commandLine.appendSwitch('lang', 'zh-CN');
  const forTests = app.isPackaged ? null : switchValue(process.argv, 'user-data-dir');
  app.setPath(
    'userData',
    forTests === null ? path.join(app.getPath('appData'), USER_DATA_NAME) : path.resolve(forTests),
  );
}

function start(): void {
  app.enableSandbox();
  app.on('second-instance', focusWindow);
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(run);
}

async function run(): Promise<void> {
  const userData = app.getPath('userData');
  const print = createPrintFolder(userData);
  const dataSets = openDataSets(userData);
  await print.empty();
  denyEverything(session.defaultSession);
  serveRenderer(session.defaultSession, path.join(built, 'renderer'), given);
  openDoor(createHandlers({ ...ports(userData, print), dataSets }));
  setMenu();
  cleanUpAtEnd(dataSets, print);
  await showWindow();
  app.on('activate', () => void (BrowserWindow.getAllWindows().length === 0 && showWindow()));
}

const showWindow = (): Promise<BrowserWindow> => openWindow(START_PAGE, path.join(built, 'preload/index.cjs'));

function openDataSets(userData: string): DataSets {
  const documents = app.getPath('documents');
  return createDataSets({
    folder: () => dataFolder({ userData, documents, argv: process.argv, packaged: app.isPackaged }),
    deviceId: () => deviceId(userData),
    lock: lockFolder,
    journal: createNodeJournal,
    blobs: createNodeBlobs,
  });
}

function ports(userData: string, print: PrintFolder) {
  const { electron, chrome } = process.versions;
  return {
    info: { version: app.getVersion(), engine: `Electron ${electron} · Chromium ${chrome}` },
    dialog,
    openPath: (file: string) => shell.openPath(file),
    exists,
    writeAtomically,
    rememberDataFolder: (picked: string) => chooseDataFolder(userData, picked),
    forgetDataFolder: () => forgetDataFolder(userData),
    printFolder: () => print.next(),
  };
}

/** Frees the locks and removes what was printed, once, before the program ends. */
function cleanUpAtEnd(dataSets: DataSets, print: PrintFolder): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    void Promise.allSettled([dataSets.close(), print.empty()]).then(() => app.quit());
  });
}
