import path from 'node:path';
import { isDeviceId } from '../../shared/journal/journal-names';
import { StorageError } from '../../shared/journal/journal-port';
import { newDeviceId } from './clock';
import { createOnce, exists, makeFolder, readText, writeAtomically } from './files';

/** Where this installation keeps its own things: fixed for ever, whatever the product is called one day. */
export const USER_DATA_NAME = 'xueshibu';
/** The folder that is made for the records in the user's documents. */
const DATA_FOLDER_NAME = '学时簿数据';

/** The value of `--name=value` on a command line; null when it is not there. */
export function switchValue(argv: readonly string[], name: string): string | null {
  const found = argv.find((arg) => arg.startsWith(`--${name}=`));
  return found === undefined ? null : found.slice(name.length + 3);
}

/**
 * Where the records are: `--data-dir=` (unpackaged runs only: tests), else the folder that the user chose, else
 * `学时簿数据` in the documents. `userData` holds the choice, so it is not lost with the data folder. A chosen folder
 * that is gone (a stick that was pulled out) rejects with StorageError 'missing': an empty one must not take its place.
 */
export async function dataFolder(at: {
  readonly userData: string;
  readonly documents: string;
  readonly argv: readonly string[];
  readonly packaged: boolean;
}): Promise<string> {
  const asked = at.packaged ? null : switchValue(at.argv, 'data-dir');
  if (asked !== null) return path.resolve(asked);
  const chosen = (await readText(choiceFile(at.userData)))?.trim() ?? '';
  if (!path.isAbsolute(chosen)) return path.join(at.documents, DATA_FOLDER_NAME);
  if (!(await exists(chosen))) throw new StorageError('missing', chosen);
  return chosen;
}

/**
 * Remembers the folder that the user picked for the records and returns it. A folder that already holds records is
 * taken as it is; in any other one `学时簿数据` is used, so that the records never lie among foreign files.
 */
export async function chooseDataFolder(userData: string, picked: string): Promise<string> {
  const isOurs = path.basename(picked) === DATA_FOLDER_NAME || (await exists(path.join(picked, 'main', 'journal')));
  const folder = isOurs ? picked : path.join(picked, DATA_FOLDER_NAME);
  await makeFolder(folder);
  await makeFolder(userData);
  await writeAtomically(choiceFile(userData), new TextEncoder().encode(`${folder}\n`));
  return folder;
}

/** Forgets the chosen folder: the one in the documents is used again. Nothing is moved or removed. */
export async function forgetDataFolder(userData: string): Promise<void> {
  await makeFolder(userData);
  await writeAtomically(choiceFile(userData), new Uint8Array());
}

const choiceFile = (userData: string): string => path.join(userData, 'data-folder.txt');

/**
 * The name of this installation; made once and kept outside the data folder, so that a copied folder shows as a clone. One
 * that a broken disk garbled is replaced: the records then go on in a chain of their own, as in a clone.
 */
export async function deviceId(userData: string): Promise<string> {
  const file = path.join(userData, 'device-id.txt');
  const known = (await createOnce(file, `${newDeviceId()}\n`)).trim();
  if (isDeviceId(known)) return known;
  const made = newDeviceId();
  await writeAtomically(file, new TextEncoder().encode(`${made}\n`));
  return made;
}
