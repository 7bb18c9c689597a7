import { createOpfsBlobs } from '../../renderer/platform/opfs-blobs';
import { createOpfsJournal } from '../../renderer/platform/opfs-journal';
import { blobPortContract } from './blob-port.contract';
import { journalPortContract } from './journal-port.contract';

const root = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();
async function emptied(): Promise<void> {
  await (await root()).removeEntry('main', { recursive: true }).catch(() => undefined);
}

journalPortContract('OPFS in Chromium', async () => {
  await emptied();
  return {
    port: createOpfsJournal('main'),
    reopen: async () => createOpfsJournal('main'),
    aside: async () => {
      const found: Uint8Array[] = [];
      try {
        const folder = await (await (await root()).getDirectoryHandle('main')).getDirectoryHandle('set-aside');
        for await (const file of folder.values()) {
          found.push(new Uint8Array(await (await (file as FileSystemFileHandle).getFile()).arrayBuffer()));
        }
      } catch (error) {
        if ((error as Error).name !== 'NotFoundError') throw error;
      }
      return found;
    },
  };
});

blobPortContract('OPFS in Chromium', async () => {
  await emptied();
  return {
    port: createOpfsBlobs('main'),
    reopen: async () => createOpfsBlobs('main'),
    flipBit: async (digest) => {
      const blobs = await (await (await root()).getDirectoryHandle('main')).getDirectoryHandle('blobs');
      const file = await (await blobs.getDirectoryHandle(digest.slice(0, 2))).getFileHandle(digest);
      const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
      bytes[0]! ^= 4;
      const stream = await file.createWritable();
      await stream.write(bytes);
      await stream.close();
    },
  };
});
