import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Digest } from '../../shared/basics/sha256';
import type { BlobPort } from '../../shared/journal/journal-port';
import { randomSuffix } from './clock';
import type { DiskCalls } from './disk-calls';
import { nodeDisk, storageError } from './files';

/** Blobs are written here first and then renamed, so that a name of a digest never stands on half a blob. */
const INCOMING = 'incoming';

/** The blobs in a folder that exists: `<folder>/<first two digits>/<digest>`. */
export function createNodeBlobs(folder: string, disk: DiskCalls = nodeDisk): BlobPort {
  /** Names that this port knows to be durable; what it finds may be the unsynced work of a killed process. */
  const durable = new Set<string>();
  const makeFolder = async (name: string): Promise<void> => {
    if (durable.has(name)) return;
    await disk.makeFolder(name);
    await disk.syncFolder(path.dirname(name));
    durable.add(name);
  };
  const place = (digest: Digest): string => path.join(folder, digest.slice(0, 2), digest);

  const readWhole = async (name: string): Promise<Uint8Array | null> => {
    if ((await disk.size(name)) === null) return null;
    const file = await disk.open(name, 'read');
    try {
      return await file.read(0, await file.size());
    } finally {
      await file.close();
    }
  };
  const get = async (digest: Digest): Promise<Uint8Array | null> => {
    const bytes = isDigest(digest) ? await readWhole(place(digest)) : null;
    return bytes && digestOf(bytes) === digest ? bytes : null;
  };

  const syncAgain = async (name: string): Promise<void> => {
    const file = await disk.open(name, 'write');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await makeFolder(path.dirname(name));
    await disk.syncFolder(path.dirname(name));
  };

  const write = async (name: string, bytes: Uint8Array): Promise<void> => {
    const incoming = path.join(folder, INCOMING);
    await makeFolder(incoming);
    await makeFolder(path.dirname(name));
    const temporary = path.join(incoming, randomSuffix());
    try {
      const file = await disk.open(temporary, 'create');
      try {
        await file.write(bytes, 0);
        await file.sync();
      } finally {
        await file.close();
      }
      await disk.rename(temporary, name);
      await disk.syncFolder(path.dirname(name));
    } catch (error) {
      await disk.remove(temporary).catch(() => undefined);
      throw error;
    }
  };

  const put = async (bytes: Uint8Array): Promise<Digest> => {
    const digest = digestOf(bytes);
    const name = place(digest);
    if (!(await get(digest))) await write(name, bytes);
    else if (!durable.has(name)) await syncAgain(name);
    durable.add(name);
    return digest;
  };

  const list: BlobPort['list'] = async () => {
    const found: { digest: Digest; size: number }[] = [];
    for (const { name: start } of await disk.list(folder)) {
      if (!/^[0-9a-f]{2}$/.test(start)) continue;
      for (const { name } of await disk.list(path.join(folder, start))) {
        const size = isDigest(name) && name.startsWith(start) ? await disk.size(place(name)) : null;
        if (size !== null) found.push({ digest: name, size });
      }
    }
    return found.sort((a, b) => (a.digest < b.digest ? -1 : 1));
  };

  const asStorage = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw storageError(error);
    });

  return {
    put: (bytes) => asStorage(put(bytes)),
    get: (digest) => asStorage(get(digest)),
    list: () => asStorage(list()),
  };
}

const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
const digestOf = (bytes: Uint8Array): Digest => createHash('sha256').update(bytes).digest('hex');
