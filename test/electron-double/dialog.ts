import type { BrowserWindow } from './browser-window';

/** Native dialogs: cancelled, unless a test puts its own answer in their place, exactly as it does with Electron. */
export const dialog: {
  showOpenDialog(window: BrowserWindow, options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue>;
  showSaveDialog(window: BrowserWindow, options: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue>;
  showMessageBoxSync(window: BrowserWindow, options: Electron.MessageBoxSyncOptions): number;
} = {
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBoxSync: (_window, { cancelId = 0 }) => cancelId,
};

export const shell: Pick<Electron.Shell, 'openPath'> = { openPath: async () => '' };

export class Menu {
  static #application: Menu | null = null;
  private constructor(readonly template: readonly Electron.MenuItemConstructorOptions[]) {}
  static buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Menu {
    return new Menu(template);
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }
}
