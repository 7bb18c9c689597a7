import type { BlobPort, JournalPort, StorageFault } from './journal/journal-port';

/** Two data sets that never mix: the institution's own, and the demo course that can be thrown away. */
export type DataSet = 'main' | 'demo';

export interface AppInfo {
  readonly edition: 'desktop' | 'browser';
  readonly version: string;
  readonly engine: string;
  /** What this edition can do; the screen asks this, never which edition it is. */
  readonly capabilities: {
    readonly chooseDataFolder: boolean;
    readonly saveDialog: boolean;
  };
}

export interface DataFolder {
  /** The folder as the user may see it; the browser edition says 本浏览器. */
  readonly display: string;
  /** Made once per installation, kept outside the data folder, so that a copied folder is seen as a clone. */
  readonly deviceId: string;
  readonly freeBytes: number | null;
  /** Browser edition: whether the browser promised not to clear the records when the disk gets full. */
  readonly kept?: boolean;
}

export type FileKind = 'xlsx' | 'pdf' | 'zip';

/** What came of opening a data set. 'locked': another window or program writes it. */
export type OpenOutcome =
  | { readonly kind: 'open'; readonly folder: DataFolder }
  | { readonly kind: 'locked' }
  | { readonly kind: 'failed'; readonly message: string; readonly fault?: StorageFault };

/**
 * Everything the renderer may ask of the machine it runs on. Adapters: preload (Electron) and browser. No path ever
 * crosses it: files are chosen in dialogs, bytes and display names come back.
 */
export interface DesktopBridge {
  appInfo(): Promise<AppInfo>;
  /** Opens (creating when new) and locks a data set; must come before journal and blobs of that set. */
  openDataSet(set: DataSet): Promise<OpenOutcome>;
  /** Removes the demo data set; refuses any other. */
  discardDemo(): Promise<void>;
  /** Lets the user choose another data folder (desktop); null when cancelled. Takes effect after a restart of the window. */
  chooseDataFolder(): Promise<string | null>;
  /** Forgets the chosen data folder, so that the next opening uses the one in the documents (desktop). Moves no file. */
  forgetDataFolder(): Promise<void>;
  journal(set: DataSet): JournalPort;
  blobs(set: DataSet): BlobPort;
  /** Save dialog, then temp file, fsync, rename; the display name, or null when cancelled. */
  saveFile(suggestedName: string, kind: FileKind, bytes: Uint8Array): Promise<string | null>;
  /** Shows a PDF that the program made to the system's printing (desktop: opens the viewer; browser: a print tab). */
  printPdf(name: string, bytes: Uint8Array): Promise<void>;
}
