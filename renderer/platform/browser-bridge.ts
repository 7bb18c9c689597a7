import type { DataSet, DesktopBridge, OpenOutcome } from '../../shared/bridge';
import { StorageError, type BlobPort, type JournalPort } from '../../shared/journal/journal-port';
import { platformText } from '../text/platform';
import { deviceId, discardFolder, keptForLong, storageFault } from './browser-storage';
import { download, MEDIA_TYPE } from './download';
import { createOpfsBlobs } from './opfs-blobs';
import { opfsService } from './opfs-client';
import { createOpfsJournal } from './opfs-journal';
import { printTab } from './print-tab';
import { claimDataSet } from './single-writer';

/** The browser edition: records in OPFS, files as downloads, PDFs in a tab of their own. */
export function createBrowserBridge(): DesktopBridge {
  const journals = new Map<DataSet, JournalPort>();
  const blobs = new Map<DataSet, BlobPort>();

  const open = async (set: DataSet): Promise<OpenOutcome> => {
    try {
      opfsService(); // Its worker starts while the rest is asked for.
      if (!(await claimDataSet(set))) return { kind: 'locked' };
      const [device, { quota, usage }, kept] = await Promise.all([
        deviceId(),
        navigator.storage.estimate(),
        keptForLong(),
      ]);
      const freeBytes = quota === undefined ? null : quota - (usage ?? 0);
      return { kind: 'open', folder: { display: platformText.thisBrowser, deviceId: device, freeBytes, ...kept } };
    } catch (error) {
      const { fault, message } = storageFault(error);
      return { kind: 'failed', fault, message };
    }
  };

  return {
    appInfo: async () => ({
      edition: 'browser',
      version: import.meta.env['VITE_APP_VERSION'] ?? '',
      engine:
        /(Chrome|Firefox|Version)\/[\d.]+/.exec(navigator.userAgent)?.[0].replace('/', ' ') ?? navigator.userAgent,
      capabilities: { chooseDataFolder: false, saveDialog: false },
    }),
    openDataSet: open,
    async discardDemo() {
      if (!(await claimDataSet('demo'))) throw new StorageError('locked', 'the demo data set is open in another tab');
      journals.delete('demo');
      blobs.delete('demo');
      await discardFolder('demo');
    },
    chooseDataFolder: async () => null,
    forgetDataFolder: async () => undefined,
    journal: (set) => keptIn(journals, set, createOpfsJournal),
    blobs: (set) => keptIn(blobs, set, createOpfsBlobs),
    async saveFile(suggestedName, kind, bytes) {
      download(suggestedName, MEDIA_TYPE[kind], bytes);
      return suggestedName;
    },
    async printPdf(name, bytes) {
      if (!printTab(bytes)) download(name, MEDIA_TYPE.pdf, bytes);
    },
  };
}

/** One port per data set: each brings a worker of its own. */
function keptIn<Port>(known: Map<DataSet, Port>, set: DataSet, create: (set: DataSet) => Port): Port {
  const port = known.get(set) ?? create(set);
  known.set(set, port);
  return port;
}
