import type { DataSet } from '../../shared/bridge';
import { digestOf, type Digest } from '../../shared/basics/sha256';
import type { BlobPort } from '../../shared/journal/journal-port';
import { appendTo, bytesOf, entriesOf, fileIn, folderAt, withAccess } from './opfs-file';

const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/**
 * The blobs of a data set in OPFS, for the worker that owns the files: `<set>/blobs/<first two digits>/<digest>`. A blob
 * that was cut off while it was written does not match its name and is written again. Calls must not overlap. Rejects
 * with StorageError.
 */
export function opfsBlobFiles(set: DataSet): BlobPort {
  const folderOf = (digest: Digest): readonly string[] => [set, 'blobs', digest.slice(0, 2)];
  const get = async (digest: Digest): Promise<Uint8Array | null> => {
    const file = isDigest(digest) ? await fileIn(await folderAt(folderOf(digest), 'find'), digest) : null;
    const bytes = file && (await bytesOf(file));
    return bytes && (await digestOf(sha256, bytes)) === digest ? bytes : null;
  };
  return {
    async put(bytes) {
      const digest = await digestOf(sha256, bytes);
      const known = (await get(digest)) && (await fileIn(await folderAt(folderOf(digest), 'find'), digest));
      if (known) {
        // It may be the work of a page that was killed before it could flush.
        await withAccess(known, (access) => access.flush());
        return digest;
      }
      const folder = (await folderAt(folderOf(digest), 'make'))!;
      const file = await folder.getFileHandle(digest, { create: true });
      try {
        await withAccess(file, (access) => {
          access.truncate(0);
          appendTo(access, bytes);
          access.flush();
        });
      } catch (error) {
        await folder.removeEntry(digest).catch(() => undefined);
        throw error;
      }
      return digest;
    },
    get,
    async list() {
      const found: { digest: Digest; size: number }[] = [];
      for (const folder of await entriesOf(await folderAt([set, 'blobs'], 'find'))) {
        for (const file of await entriesOf(await folderAt([set, 'blobs', folder.name], 'find'))) {
          if (file.kind !== 'file' || !isDigest(file.name)) continue;
          found.push({ digest: file.name, size: (await (file as FileSystemFileHandle).getFile()).size });
        }
      }
      return found;
    },
  };
}
