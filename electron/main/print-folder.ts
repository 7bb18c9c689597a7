import path from 'node:path';
import { randomSuffix } from './clock';
import { makeFolder, removeFolder } from './files';

export interface PrintFolder {
  /** A new empty folder below it. */
  next(): Promise<string>;
  /** Removes everything that was shown to a printer; a file that a viewer still holds stays until the next start. */
  empty(): Promise<void>;
}

/** Where PDFs lie while the system's viewer prints them: below the user's own data, never in the shared temp folder. */
export function createPrintFolder(userData: string): PrintFolder {
  const root = path.join(userData, 'print');
  return {
    async next() {
      const folder = path.join(root, randomSuffix());
      await makeFolder(folder);
      return folder;
    },
    empty: () => removeFolder(root).catch(() => undefined),
  };
}
