import type { DataSet } from '../../shared/bridge';
import type { JournalPort } from '../../shared/journal/journal-port';
import { opfsService, received } from './opfs-client';

/** The journal of a data set in this browser (OPFS, flushed), through the worker. Rejects with StorageError. */
export function createOpfsJournal(set: DataSet): JournalPort {
  return {
    segments: () => received(opfsService().segments(set)),
    read: (...args) => received(opfsService().read(set, ...args)),
    append: (...args) => received(opfsService().append(set, ...args)),
    setAside: (...args) => received(opfsService().setAside(set, ...args)),
    tryWrite: (bytes) => received(opfsService().tryWrite(set, bytes)),
  };
}
