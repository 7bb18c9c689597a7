import path from 'node:path';
import type { DataSet, OpenOutcome } from '../../shared/bridge';
import { StorageError, type BlobPort, type JournalPort } from '../../shared/journal/journal-port';
import { exists, freeBytes, makeFolder, removeFolder, storageError } from './files';
import type { FolderLock } from './lock';

const JOURNAL = 'journal';

/** What opening a data set needs; given in by the start-up, so that tests bring their own. */
export interface DataSetPorts {
  /** The data folder as it is set now; asked again at each opening, so that a new choice counts after a reload. */
  readonly folder: () => Promise<string>;
  readonly deviceId: () => Promise<string>;
  readonly lock: (folder: string, owner: string) => Promise<FolderLock | null>;
  readonly journal: (folder: string) => JournalPort;
  readonly blobs: (folder: string) => BlobPort;
}

export interface DataSets {
  open(set: DataSet): Promise<OpenOutcome>;
  discardDemo(): Promise<void>;
  /** The ports of an open set; throws StorageError when it is not open, or no longer ours. */
  journal(set: DataSet): JournalPort;
  blobs(set: DataSet): BlobPort;
  close(): Promise<void>;
}

interface OpenSet {
  readonly folder: string;
  readonly lock: FolderLock;
  readonly journal: JournalPort;
  readonly blobs: BlobPort;
}

/** The data sets of the data folder: one folder, one lock, one journal and one blob store each. */
export function createDataSets(ports: DataSetPorts): DataSets {
  const opened = new Map<DataSet, OpenSet>();
  /** Folders that were open since the program was started. */
  const seen = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  /** One opening or closing at a time: two at once would find each other's lock. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const mine = last.then(task, task);
    last = mine.catch(() => undefined);
    return mine;
  };

  const close = async (set: DataSet): Promise<void> => {
    const old = opened.get(set);
    opened.delete(set);
    await old?.lock.release();
  };

  const openIn = async (set: DataSet, data: string, owner: string): Promise<OpenOutcome> => {
    const folder = path.join(data, set);
    const known = opened.get(set);
    // A folder that was open and is gone must not be made anew: an empty one would take its place.
    if (seen.has(folder) && !(await exists(path.join(folder, JOURNAL)))) throw new StorageError('missing', data);
    if (known?.folder === folder) await known.lock.look();
    if (known?.folder !== folder || known.lock.lost()) {
      await close(set);
      const lock = await ports.lock(folder, owner);
      if (lock === null) return { kind: 'locked' };
      opened.set(set, { folder, lock, ...(await portsIn(folder, lock)) });
      seen.add(folder);
    }
    return { kind: 'open', folder: { display: data, deviceId: owner, freeBytes: await freeBytes(data) } };
  };

  const portsIn = async (folder: string, lock: FolderLock): Promise<Pick<OpenSet, 'journal' | 'blobs'>> => {
    const at = { journal: path.join(folder, JOURNAL), blobs: path.join(folder, 'blobs') };
    try {
      await Promise.all(Object.values(at).map(makeFolder));
      return { journal: ports.journal(at.journal), blobs: ports.blobs(at.blobs) };
    } catch (error) {
      await lock.release();
      throw error;
    }
  };

  const ours = (set: DataSet): OpenSet => {
    const found = opened.get(set);
    if (found === undefined) throw new StorageError('missing', `data set ${set} is not open`);
    if (found.lock.lost()) throw new StorageError('moved', `another machine writes data set ${set}`);
    return found;
  };

  const discardDemo = async (): Promise<void> => {
    const known = opened.get('demo');
    const folder = known?.folder ?? path.join(await ports.folder(), 'demo');
    const lock = known?.lock ?? (await ports.lock(folder, await ports.deviceId()));
    if (lock === null) throw new StorageError('locked', 'the demo data set is open elsewhere');
    opened.delete('demo');
    seen.delete(folder);
    await lock.release();
    await removeFolder(folder);
  };

  const open = async (set: DataSet): Promise<OpenOutcome> => {
    try {
      return await openIn(set, await ports.folder(), await ports.deviceId());
    } catch (error) {
      const { fault, message } = storageError(error);
      return { kind: 'failed', fault, message };
    }
  };

  return {
    open: (set) => inTurn(() => open(set)),
    discardDemo: () => inTurn(discardDemo),
    journal: (set) => ours(set).journal,
    blobs: (set) => ours(set).blobs,
    close: () => inTurn(async () => void (await Promise.all([...opened.keys()].map(close)))),
  };
}
