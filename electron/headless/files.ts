import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Names of the files (not folders; links to files too) in a folder, sorted; null when it cannot be read. */
export function filesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || (entry.isSymbolicLink() && leadsToFile(path.join(folder, entry.name))))
      .map(({ name }) => name)
      .sort();
  } catch {
    return null;
  }
}

const leadsToFile = (link: string): boolean => statSync(link, { throwIfNoEntry: false })?.isFile() === true;

/** The bytes of a file in a folder; null when it cannot be read. */
export function bytesOf(folder: string, name: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(path.join(folder, name)));
  } catch {
    return null;
  }
}

/** Writes a text file, with its folder where there is none; false when it cannot be written. */
export function writeText(file: string, text: string): boolean {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return true;
  } catch {
    return false;
  }
}
