import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { createNodeBlobs } from '../../electron/main/blobs';
import { createNodeJournal } from '../../electron/main/journal';
import { createFakeDisk } from '../fakes/fake-disk';
import { blobPortContract } from './blob-port.contract';
import { journalPortContract } from './journal-port.contract';

const made: string[] = [];
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'xueshibu-ports-'));
  made.push(folder);
  return folder;
}
afterAll(async () => {
  await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
});

journalPortContract('disk of this machine', async () => {
  const folder = await newFolder();
  const aside = path.join(folder, 'set-aside');
  return {
    port: createNodeJournal(folder),
    reopen: async () => createNodeJournal(folder),
    aside: async () =>
      Promise.all((await readdir(aside).catch(() => [])).map((name) => readFile(path.join(aside, name)))),
  };
});

journalPortContract('fake disk', async () => {
  const disk = createFakeDisk();
  return {
    port: createNodeJournal('/', disk),
    reopen: async () => createNodeJournal('/', disk),
    aside: async () => [...disk.files()].filter(([name]) => name.startsWith('/set-aside/')).map(([, bytes]) => bytes),
  };
});

blobPortContract('disk of this machine', async () => {
  const folder = path.join(await newFolder(), 'blobs');
  await mkdir(folder);
  return {
    port: createNodeBlobs(folder),
    reopen: async () => createNodeBlobs(folder),
    flipBit: async (digest) => {
      const file = path.join(folder, digest.slice(0, 2), digest);
      const bytes = await readFile(file);
      bytes[0]! ^= 4;
      await writeFile(file, bytes);
    },
  };
});

blobPortContract('fake disk', async () => {
  const disk = createFakeDisk();
  return {
    port: createNodeBlobs('/', disk),
    reopen: async () => createNodeBlobs('/', disk),
    flipBit: async (digest) => disk.flipBit(`/${digest.slice(0, 2)}/${digest}`, 2),
  };
});
