import type { DesktopBridge } from '../../shared/bridge';
import type { Answer, ExposedBridge } from '../../shared/bridge-channels';
import { StorageError } from '../../shared/journal/journal-port';

/** The preload's bridge as the program knows it: what the disk refused is thrown as StorageError again. */
export function createDesktopBridge(exposed: ExposedBridge): DesktopBridge {
  return {
    appInfo: () => settle(exposed.appInfo()),
    openDataSet: (set) => settle(exposed.openDataSet(set)),
    discardDemo: () => settle(exposed.discardDemo()),
    chooseDataFolder: () => settle(exposed.chooseDataFolder()),
    forgetDataFolder: () => settle(exposed.forgetDataFolder()),
    journal(set) {
      const journal = exposed.journal(set);
      return {
        segments: () => settle(journal.segments()),
        read: (chain, segment, offset, length) => settle(journal.read(chain, segment, offset, length)),
        append: (chain, segment, at, bytes) => settle(journal.append(chain, segment, at, bytes)),
        setAside: (chain, segment, from) => settle(journal.setAside(chain, segment, from)),
        tryWrite: (bytes) => settle(journal.tryWrite(bytes)),
      };
    },
    blobs(set) {
      const blobs = exposed.blobs(set);
      return {
        put: (bytes) => settle(blobs.put(bytes)),
        get: (digest) => settle(blobs.get(digest)),
        list: () => settle(blobs.list()),
      };
    },
    saveFile: (suggestedName, kind, bytes) => settle(exposed.saveFile(suggestedName, kind, bytes)),
    printPdf: (name, bytes) => settle(exposed.printPdf(name, bytes)),
  };
}

async function settle<T>(answer: Promise<Answer<T>>): Promise<T> {
  const settled = await answer;
  if (settled.ok) return settled.value;
  throw new StorageError(settled.error.fault, settled.error.message);
}
