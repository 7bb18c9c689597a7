import { link, mkdir, open, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StorageError, type StorageFault } from '../../shared/journal/journal-port';
import { randomSuffix } from './clock';
import type { DiskCalls } from './disk-calls';

const FAULTS: Readonly<Record<string, StorageFault>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EBUSY: 'locked',
  ETXTBSY: 'locked',
  ENOENT: 'missing',
  // A stick that was pulled out, a share of the network that is out of reach.
  ENXIO: 'missing',
  ENODEV: 'missing',
  ESTALE: 'missing',
  ENOTCONN: 'missing',
  EHOSTDOWN: 'missing',
  EHOSTUNREACH: 'missing',
  ENETUNREACH: 'missing',
  ETIMEDOUT: 'missing',
};

/** The error of a file operation as the rest of the program knows it (errno of POSIX and of Node on Windows). */
export function storageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new StorageError(FAULTS[code] ?? 'io', error instanceof Error ? error.message : String(error));
}

/** Makes the directory entries of a folder durable. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Replaces a file so that after any crash it is wholly the old one or wholly the new one: temporary file beside it,
 * fsync, rename, fsync of the folder. Rejects with StorageError and leaves nothing behind; 'locked' when Windows
 * reports the target as open in another program.
 */
export async function writeAtomically(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file).slice(0, 60)}.${randomSuffix()}.tmp`);
  try {
    await writeFile(temporary, bytes, { flag: 'wx', flush: true });
    await rename(temporary, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await rm(temporary, { force: true });
    const fault = storageError(error);
    const targetOpen = process.platform === 'win32' && fault.fault === 'read-only' && (await exists(file));
    throw targetOpen ? new StorageError('locked', fault.message) : fault;
  }
}

/** Creates a file with this content unless there is one already; the content that stands there afterwards. */
export async function createOnce(file: string, content: string): Promise<string> {
  const known = await readText(file);
  if (known !== null) return known;
  await makeFolder(path.dirname(file));
  const temporary = `${file}.${randomSuffix()}.tmp`;
  try {
    await writeFile(temporary, content, { flag: 'wx', flush: true });
    // link refuses where another process was first; a file system without links gets the rename.
    await link(temporary, file).catch((error: NodeJS.ErrnoException) =>
      error.code === 'EEXIST' ? undefined : rename(temporary, file),
    );
    await syncFolder(path.dirname(file));
    return await readFile(file, 'utf8');
  } catch (error) {
    throw storageError(error);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** The bytes of a file; null when it is not there. */
export async function readBytes(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const fault = storageError(error);
    if (fault.fault === 'missing') return null;
    throw fault;
  }
}

/** The text of a file (UTF-8); null when it is not there. */
export async function readText(file: string): Promise<string | null> {
  const bytes = await readBytes(file);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** Makes a folder with everything above it, durably. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    const first = await mkdir(folder, { recursive: true });
    if (first === undefined) return;
    for (let made = path.resolve(folder); made.length >= first.length; made = path.dirname(made))
      await syncFolder(path.dirname(made));
  } catch (error) {
    throw storageError(error);
  }
}

/** Removes a folder with everything in it; one that is not there is no error. */
export async function removeFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    throw storageError(error);
  }
}

export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Free space for this user in the file system that holds the folder, in bytes; null when the system does not say. */
export async function freeBytes(folder: string): Promise<number | null> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
}

const OPEN_FLAGS = { read: 'r', write: 'r+', create: 'wx+' } as const;

/** The disk of this machine. */
export const nodeDisk: DiskCalls = {
  async open(file, mode) {
    const handle = await open(file, OPEN_FLAGS[mode]);
    return {
      size: async () => (await handle.stat()).size,
      async read(offset, length) {
        const bytes = new Uint8Array(length);
        let done = 0;
        while (done < length) {
          const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return bytes.slice(0, done);
      },
      async write(bytes, at) {
        for (let done = 0; done < bytes.length;)
          done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
      },
      truncate: (size) => handle.truncate(size),
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  },
  list: (folder) =>
    readdir(folder, { withFileTypes: true }).then(
      (entries) => entries.map((entry) => ({ name: entry.name, kind: entry.isDirectory() ? 'folder' : 'file' })),
      absent([]),
    ),
  size: (file) => stat(file).then((found) => (found.isFile() ? found.size : null), absent(null)),
  makeFolder: (folder) =>
    mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    }),
  rename,
  remove: (file) => rm(file, { force: true }),
  syncFolder,
};

/** Gives this value where there is no such file or folder, and passes every other error on. */
function absent<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}
