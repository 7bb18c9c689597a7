import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { instant, type Instant } from '../../shared/basics/instant';
import type { Sha256 } from '../../shared/basics/sha256';
import type { JournalOptions } from '../../shared/journal/journal';
import type { JournalPort } from '../../shared/journal/journal-port';
import { createNodeJournal } from '../../electron/main/journal';
import { createFakeDisk, type FakeDisk } from './fake-disk';
import { seededRandom } from './seeded-random';

/** SHA-256 of Node, for tests. */
export const nodeSha256: Sha256 = async (bytes) => createHash('sha256').update(bytes).digest();

/** SHA-256 of parts one after the other, and CRC-32, as Node computes them: to compare ours with. */
export function nodeDigest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
export const nodeCrc32 = (text: string): string => crc32(Buffer.from(text)).toString(16).padStart(8, '0');

/** The journal of a fake disk, as the desktop edition would write it. */
export const journalOn = (disk: FakeDisk): JournalPort => createNodeJournal('/', disk);

/** A clock that goes on by one second at each look. */
function tickingClock(start = Date.UTC(2026, 2, 16)): () => Instant {
  let now = start;
  return () => instant((now += 1000));
}

/** What openJournal needs, on a fake disk, everything fixed by a seed. */
export function journalOptions(
  seed: number,
  disk: FakeDisk = createFakeDisk(),
  deviceId = 'device-a',
): JournalOptions {
  const random = seededRandom(seed);
  return {
    port: journalOn(disk),
    deviceId,
    sha256: nodeSha256,
    random: (length) => random.bytes(length),
    clock: tickingClock(),
    operator: () => '教务',
  };
}
