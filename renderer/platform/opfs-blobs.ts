import type { DataSet } from '../../shared/bridge';
import type { BlobPort } from '../../shared/journal/journal-port';
import { opfsService, received } from './opfs-client';

/** The blobs of a data set in this browser (OPFS, flushed), through the worker. Rejects with StorageError. */
export function createOpfsBlobs(set: DataSet): BlobPort {
  return {
    put: (bytes) => received(opfsService().put(set, bytes)),
    get: (digest) => received(opfsService().get(set, digest)),
    list: () => received(opfsService().list(set)),
  };
}
