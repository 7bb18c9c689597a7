import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createNodeJournal } from '../../electron/main/journal';
import type { Change } from '../../shared/commands/intent';
import { openJournal, type Journal } from '../../shared/journal/journal';
import { RECORDED } from '../fakes/given-day';
import type { Edition } from './edition';
import type { Page } from '@playwright/test';

/** Writes entries into the journal in a folder, as the program itself would. */
async function writeJournal(
  folder: string,
  deviceId: string,
  write: (journal: Journal) => Promise<unknown>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const journal = await openJournal({
    port: createNodeJournal(folder),
    deviceId,
    sha256: async (bytes) => createHash('sha256').update(bytes).digest(),
    random: (length) => randomBytes(length),
    clock: () => RECORDED,
    operator: () => '教务',
  });
  await write(journal);
}

/**
 * Starts the program on records that are there already: in the data folder of the desktop edition before it starts, in
 * OPFS of the browser edition behind its first start.
 */
export async function startWithRecords(edition: Edition, changes: readonly Change[]): Promise<void> {
  const { folder } = edition.launch;
  const write = (journal: Journal): Promise<unknown> => journal.append({ kind: 'roster.import', changes });
  if (edition.capabilities.mainProcess) {
    const userData = path.join(folder, 'user-data');
    await mkdir(userData, { recursive: true });
    await writeFile(path.join(userData, 'device-id.txt'), 'testdevice\n');
    await writeJournal(path.join(folder, 'data/main/journal'), 'testdevice', write);
    await edition.start();
    return;
  }
  const page = await edition.start();
  await page.getByRole('navigation').first().waitFor();
  const deviceId = await deviceIdOf(page);
  const made = path.join(folder, 'seed');
  await writeJournal(made, deviceId, write);
  await copyIntoOpfs(page, made);
  await page.reload();
}

/** The name of this browser's installation; the program has made it once its records are open. */
export const deviceIdOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    return (await (await (await root.getFileHandle('device-id.txt')).getFile()).text()).trim();
  });

/** Copies a journal's files to where the browser edition keeps them. */
export async function copyIntoOpfs(page: Page, journal: string): Promise<void> {
  for (const chain of await readdir(journal))
    for (const segment of await readdir(path.join(journal, chain)))
      await page.evaluate(
        async ({ names, text }) => {
          let at = await navigator.storage.getDirectory();
          for (const name of names.slice(0, -1)) at = await at.getDirectoryHandle(name, { create: true });
          const stream = await (await at.getFileHandle(names.at(-1)!, { create: true })).createWritable();
          await stream.write(text);
          await stream.close();
        },
        {
          names: ['main', 'journal', chain, segment],
          text: await readFile(path.join(journal, chain, segment), 'utf8'),
        },
      );
}
