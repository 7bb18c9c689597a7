import { StorageError } from '../../shared/journal/journal-port';
import { storageFault } from './browser-storage';

/** What a dedicated worker can do with a file of OPFS (File System Standard, 3.4); the types of a page do not have it. */
export interface SyncAccess {
  getSize(): number;
  read(into: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
type SyncAccessible = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccess> };

/** A page that was just closed may still hold a file for a moment. */
const TRIES = 40;
const PAUSE = 50;

/** Runs work on a file that nobody else can open meanwhile. Rejects with StorageError. */
export async function withAccess<T>(file: FileSystemFileHandle, work: (access: SyncAccess) => T): Promise<T> {
  const access = await opened(file as SyncAccessible, TRIES);
  try {
    return work(access);
  } catch (error) {
    throw storageFault(error);
  } finally {
    access.close();
  }
}

async function opened(file: SyncAccessible, tries: number): Promise<SyncAccess> {
  try {
    return await file.createSyncAccessHandle();
  } catch (error) {
    const fault = storageFault(error);
    if (fault.fault !== 'locked' || tries <= 1) throw fault;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return opened(file, tries - 1);
  }
}

/** Puts bytes at the end of a file and flushes them; what was written is taken back when that fails. */
export function appendTo(access: SyncAccess, bytes: Uint8Array): void {
  const size = access.getSize();
  try {
    for (let done = 0; done < bytes.length;) {
      const written = access.write(bytes.subarray(done), { at: size + done });
      if (written === 0) throw new StorageError('disk-full', 'the browser took no more bytes');
      done += written;
    }
    access.flush();
  } catch (error) {
    takeBack(access, size);
    throw error;
  }
}

function takeBack(access: SyncAccess, size: number): void {
  try {
    access.truncate(size);
    access.flush();
  } catch {
    return; // The next append finds another size and refuses.
  }
}

/** The folder below the root of OPFS; null when it is not there and shall not be made. Rejects with StorageError. */
export async function folderAt(
  names: readonly string[],
  make: 'make' | 'find',
): Promise<FileSystemDirectoryHandle | null> {
  let folder = await navigator.storage.getDirectory();
  for (const name of names) {
    try {
      folder = await folder.getDirectoryHandle(name, { create: make === 'make' });
    } catch (error) {
      const fault = storageFault(error);
      if (make === 'find' && fault.fault === 'missing') return null;
      throw fault;
    }
  }
  return folder;
}

/** A file in a folder; null when it is not there. Rejects with StorageError. */
export async function fileIn(
  folder: FileSystemDirectoryHandle | null,
  name: string,
): Promise<FileSystemFileHandle | null> {
  try {
    return (await folder?.getFileHandle(name)) ?? null;
  } catch (error) {
    const fault = storageFault(error);
    if (fault.fault === 'missing') return null;
    throw fault;
  }
}

/** The bytes of a file from an offset on. */
export async function bytesOf(
  file: FileSystemFileHandle,
  offset = 0,
  length?: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await file.getFile();
  return new Uint8Array(await blob.slice(offset, length === undefined ? undefined : offset + length).arrayBuffer());
}

/** What a folder holds, by name; nothing when there is no folder. */
export async function entriesOf(folder: FileSystemDirectoryHandle | null): Promise<readonly FileSystemHandle[]> {
  const found: FileSystemHandle[] = [];
  if (folder) for await (const entry of folder.values()) found.push(entry);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
