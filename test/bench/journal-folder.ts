import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openJournal, type Journal } from '../../shared/journal/journal';
import type { Sha256 } from '../../shared/basics/sha256';
import { RECORDED } from '../fakes/given-day';

/** SHA-256 of Node. */
export const nodeSha256: Sha256 = async (bytes) => createHash('sha256').update(bytes).digest();

/** Writes a journal into a folder in one go, without an fsync per entry: the files are those that the program would have written. */
export async function writeJournalFolder(
  folder: string,
  deviceId: string,
  write: (journal: Journal) => Promise<void>,
): Promise<void> {
  const files = new Map<string, Uint8Array[]>();
  const journal = await openJournal({
    port: {
      segments: async () => [],
      read: async () => new Uint8Array(),
      setAside: async () => undefined,
      tryWrite: async () => undefined,
      append: async (chain, segment, _at, bytes) => {
        const name = path.join(chain, segment);
        const parts = files.get(name);
        if (parts) parts.push(bytes);
        else files.set(name, [bytes]);
      },
    },
    deviceId,
    sha256: nodeSha256,
    random: (length) => randomBytes(length),
    clock: () => RECORDED,
    operator: () => '教务',
  });
  await write(journal);
  for (const [name, parts] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), Buffer.concat(parts));
  }
}
