import path from 'node:path';
import { isChainId, isSegmentName } from '../../shared/journal/journal-names';
import { StorageError, type JournalPort } from '../../shared/journal/journal-port';
import type { DiskCalls, DiskFile } from './disk-calls';
import { nodeDisk, storageError } from './files';

/** What is written to see whether anything can be; no name of a chain, so that nobody takes it for one. */
const TRIED = 'try-write.tmp';
/** What was torn off a segment is kept here, under `chain.first entry.offset.number.part`. */
const ASIDE = 'set-aside';

/**
 * The journal in a folder that exists: `<folder>/<chain>/<segment>`. Writes are done one after the other. A resolved
 * append has fsynced the file and, the first time this port writes it, the names that lead to it.
 */
export function createNodeJournal(folder: string, disk: DiskCalls = nodeDisk): JournalPort {
  /** Files and folders whose names this port knows to be durable; what it finds may be the unsynced work of a killed process. */
  const durable = new Set<string>();
  const makeDurable = async (name: string): Promise<void> => {
    if (durable.has(name)) return;
    await disk.syncFolder(path.dirname(name));
    durable.add(name);
  };
  const makeFolder = async (name: string): Promise<void> => {
    if (!durable.has(name)) await disk.makeFolder(name);
    await makeDurable(name);
  };

  const place = (chain: string, segment: string): string => {
    if (!isChainId(chain) || !isSegmentName(segment))
      throw new StorageError('io', `no such place: ${chain} ${segment}`);
    return path.join(folder, chain, segment);
  };

  const append = async (chain: string, segment: string, at: number, bytes: Uint8Array): Promise<void> => {
    const name = place(chain, segment);
    const size = await disk.size(name);
    if (size === null && at > 0) await mustBeThere(folder);
    if ((size ?? 0) !== at)
      throw new StorageError('moved', `${chain} ${segment} has ${size ?? 'no'} bytes, not ${at}`);
    await makeFolder(path.dirname(name));
    const file = await disk.open(name, size === null ? 'create' : 'write');
    try {
      await file.write(bytes, at);
      await file.sync();
      await makeDurable(name);
    } catch (error) {
      await restore(file, at);
      if (size === null) await disk.remove(name).catch(() => undefined); // An empty segment is as good as none.
      throw error;
    } finally {
      await closed(file);
    }
  };

  const setAside = async (chain: string, segment: string, from: number): Promise<void> => {
    const name = place(chain, segment);
    const file = await disk.open(name, 'write');
    try {
      const size = await file.size();
      if (size > from) {
        await keep(`${chain}.${path.parse(segment).name}.${from}`, await file.read(from, size - from));
        await file.truncate(from);
      }
      await file.sync();
    } finally {
      await closed(file);
    }
  };

  const keep = async (stem: string, bytes: Uint8Array): Promise<void> => {
    const aside = path.join(folder, ASIDE);
    await makeFolder(aside);
    const taken = new Set((await disk.list(aside)).map(({ name }) => name));
    let number = 1;
    while (taken.has(`${stem}.${number}.part`)) number++;
    const name = path.join(aside, `${stem}.${number}.part`);
    const copy = await disk.open(name, 'create');
    try {
      await copy.write(bytes, 0);
      await copy.sync();
      await makeDurable(name);
    } finally {
      await closed(copy);
    }
  };

  const segments: JournalPort['segments'] = async () => {
    const chains = (await disk.list(folder))
      .filter(({ name, kind }) => kind === 'folder' && isChainId(name))
      .map(({ name }) => name);
    const found: { chain: string; name: string; size: number }[] = [];
    for (const chain of chains.sort()) {
      const names = (await disk.list(path.join(folder, chain))).filter(
        ({ name, kind }) => kind === 'file' && isSegmentName(name),
      );
      for (const name of names.map((file) => file.name).sort()) {
        const size = await disk.size(path.join(folder, chain, name));
        if (size !== null) found.push({ chain, name, size });
      }
    }
    return found;
  };

  const read: JournalPort['read'] = async (chain, segment, offset = 0, length) => {
    const file = await disk.open(place(chain, segment), 'read');
    try {
      const rest = Math.max(0, (await file.size()) - offset);
      return await file.read(offset, Math.min(length ?? rest, rest));
    } finally {
      await closed(file);
    }
  };

  /** A segment that is gone with everything else is no work of another program. */
  const mustBeThere = async (name: string): Promise<void> => {
    if (name === path.dirname(name)) return; // The root of a file system.
    const names = await disk.list(path.dirname(name));
    if (!names.some((found) => found.kind === 'folder' && found.name === path.basename(name)))
      throw new StorageError('missing', name);
  };

  const tryWrite = async (bytes: number): Promise<void> => {
    const name = path.join(folder, TRIED);
    await disk.remove(name);
    const file = await disk.open(name, 'create');
    try {
      await file.write(new Uint8Array(bytes), 0);
      await file.sync();
    } finally {
      await closed(file);
      await disk.remove(name).catch(() => undefined); // The next one removes it.
    }
  };

  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const asStorage = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      durable.clear(); // Whatever went wrong, the folder may be another one when it is back.
      throw storageError(error);
    });

  return {
    segments: () => asStorage(segments()),
    read: (...args) => asStorage(read(...args)),
    append: (...args) => asStorage(inTurn(() => append(...args))),
    setAside: (...args) => asStorage(inTurn(() => setAside(...args))),
    tryWrite: (bytes) => asStorage(inTurn(() => tryWrite(bytes))),
  };
}

/** Takes back what a failed write left. When even that fails, the next append finds another size and refuses. */
async function restore(file: DiskFile, size: number): Promise<void> {
  try {
    if ((await file.size()) > size) await file.truncate(size);
    await file.sync();
  } catch {
    return;
  }
}

/** What was synced before needs nothing of a close; its failure says nothing about the bytes. */
const closed = (file: DiskFile): Promise<void> => file.close().catch(() => undefined);
