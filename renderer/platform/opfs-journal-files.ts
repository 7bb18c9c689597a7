import type { DataSet } from '../../shared/bridge';
import { isChainId, isSegmentName } from '../../shared/journal/journal-names';
import { StorageError, type JournalPort, type SegmentInfo } from '../../shared/journal/journal-port';
import { appendTo, bytesOf, entriesOf, fileIn, folderAt, withAccess } from './opfs-file';

/** What is written to see whether anything can be; beside the data sets, so that none is made by looking. */
const TRIED = 'try-write.tmp';

/**
 * The journal of a data set in OPFS, for the worker that owns the files: `<set>/journal/<chain>/<segment>`, torn ends in
 * `<set>/set-aside`. An append has been flushed when it resolves. Calls must not overlap. Rejects with StorageError.
 */
export function opfsJournalFiles(set: DataSet): JournalPort {
  const journal = [set, 'journal'];
  const check = (chain: string, segment: string): void => {
    if (!isChainId(chain) || !isSegmentName(segment))
      throw new StorageError('io', `no such place: ${chain} ${segment}`);
  };
  const existing = async (chain: string, segment: string): Promise<FileSystemFileHandle> => {
    check(chain, segment);
    const file = await fileIn(await folderAt([...journal, chain], 'find'), segment);
    if (!file) throw new StorageError('missing', `no segment ${chain} ${segment}`);
    return file;
  };
  /** The segment of the last append: a mark waits for every step to a file, so it is not looked for again. */
  let last: { readonly chain: string; readonly segment: string; readonly file: FileSystemFileHandle } | null = null;
  const keep = async (stem: string, bytes: Uint8Array): Promise<void> => {
    const aside = (await folderAt([set, 'set-aside'], 'make'))!;
    let number = 1;
    while (await fileIn(aside, `${stem}.${number}.part`)) number++;
    const copy = await aside.getFileHandle(`${stem}.${number}.part`, { create: true });
    await withAccess(copy, (access) => appendTo(access, bytes));
  };

  return {
    async segments() {
      const found: SegmentInfo[] = [];
      for (const chain of await entriesOf(await folderAt(journal, 'find'))) {
        if (chain.kind !== 'directory' || !isChainId(chain.name)) continue;
        for (const segment of await entriesOf(await folderAt([...journal, chain.name], 'find'))) {
          if (segment.kind !== 'file' || !isSegmentName(segment.name)) continue;
          found.push({
            chain: chain.name,
            name: segment.name,
            size: (await (segment as FileSystemFileHandle).getFile()).size,
          });
        }
      }
      return found;
    },
    read: async (chain, segment, offset, length) => bytesOf(await existing(chain, segment), offset, length),
    async append(chain, segment, at, bytes) {
      check(chain, segment);
      const moved = (size: number | string): StorageError =>
        new StorageError('moved', `${chain} ${segment} has ${size} bytes, not ${at}`);
      /** A segment that is gone with everything else is no work of another tab. */
      const whyMoved = async (error: StorageError): Promise<StorageError> =>
        (await folderAt(journal, 'find')) ? error : new StorageError('missing', `no journal of ${set}`);
      const known =
        at > 0 && last?.chain === chain && last.segment === segment
          ? last.file
          : await fileIn(await folderAt([...journal, chain], 'find'), segment);
      if (!known && at !== 0) throw await whyMoved(moved('no'));
      const folder = known ? null : (await folderAt([...journal, chain], 'make'))!;
      const file = known ?? (await folder!.getFileHandle(segment, { create: true }));
      try {
        await withAccess(file, (access) => {
          if (access.getSize() !== at) throw moved(access.getSize());
          appendTo(access, bytes);
        });
        last = { chain, segment, file };
      } catch (error) {
        last = null;
        await folder?.removeEntry(segment).catch(() => undefined); // An empty segment is as good as none.
        throw error instanceof StorageError && error.fault === 'moved' ? await whyMoved(error) : error;
      }
    },
    async setAside(chain, segment, from) {
      const file = await existing(chain, segment);
      const torn = await bytesOf(file, from);
      if (torn.length > 0) await keep(`${chain}.${segment.replace('.jsonl', '')}.${from}`, torn);
      await withAccess(file, (access) => {
        if (torn.length > 0) access.truncate(from);
        access.flush();
      });
    },
    async tryWrite(bytes) {
      const root = await navigator.storage.getDirectory();
      const file = await root.getFileHandle(TRIED, { create: true });
      try {
        await withAccess(file, (access) => {
          access.truncate(0);
          appendTo(access, new Uint8Array(bytes));
        });
      } finally {
        await root.removeEntry(TRIED).catch(() => undefined); // The next one overwrites it.
      }
    },
  };
}
