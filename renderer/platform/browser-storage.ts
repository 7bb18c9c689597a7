import type { DataSet } from '../../shared/bridge';
import { isDeviceId } from '../../shared/journal/journal-names';
import { StorageError, type StorageFault } from '../../shared/journal/journal-port';
import { newId } from './clock';

const DEVICE_FILE = 'device-id.txt';

const FAULTS: Readonly<Record<string, StorageFault>> = {
  QuotaExceededError: 'disk-full',
  NoModificationAllowedError: 'locked',
  NotAllowedError: 'read-only',
  SecurityError: 'read-only',
  NotFoundError: 'missing',
};

/** The error of a storage call of the browser as the rest of the program knows it (names of Web IDL's DOMException). */
export function storageFault(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  return new StorageError(FAULTS[name] ?? 'io', message);
}

/** The name of this browser profile, kept beside the data sets, not in them: it is never part of a backup. A garbled one is replaced. */
export async function deviceId(): Promise<string> {
  const root = await navigator.storage.getDirectory();
  const file = await root.getFileHandle(DEVICE_FILE, { create: true });
  const known = (await (await file.getFile()).text()).trim();
  if (isDeviceId(known)) return known;
  const made = newId();
  const stream = await file.createWritable();
  await stream.write(made);
  await stream.close();
  return made;
}

/** Milliseconds. */
const ANSWERS_AT_ONCE = 200;

/**
 * Asks the browser not to clear the records when the disk gets full, and says what it answered. Some browsers ask the user, who
 * may take his time or never answer: then nothing is known yet, and the program opens all the same.
 */
export function keptForLong(): Promise<{ readonly kept?: boolean }> {
  const answer = navigator.storage.persist().then(
    (kept) => ({ kept }),
    () => ({ kept: false }),
  );
  return Promise.race([answer, new Promise<{}>((resolve) => setTimeout(resolve, ANSWERS_AT_ONCE, {}))]);
}

/** Removes everything of a data set; one that is not there is no error. */
export async function discardFolder(set: DataSet): Promise<void> {
  const root = await navigator.storage.getDirectory();
  try {
    await root.removeEntry(set, { recursive: true });
  } catch (error) {
    const fault = storageFault(error);
    if (fault.fault !== 'missing') throw fault;
  }
}
