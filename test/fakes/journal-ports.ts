import { createHash } from 'node:crypto';
import { instant, type Instant } from '../../shared/basics/instant';
import type { Sha256 } from '../../shared/basics/sha256';
import type { JournalOptions } from '../../shared/journal/journal';
import { createNodeJournal } from '../../electron/main/journal';
import { createFakeDisk, type FakeDisk } from './fake-disk';
import { seededRandom } from './seeded-random';

/** SHA-256 of Node, for tests. */
export const nodeSha256: Sha256 = async (bytes) => createHash('sha256').update(bytes).digest();

/** A clock that goes on by one second at each look. */
export function tickingClock(start = Date.UTC(2026, 2, 16)): () => Instant {
  let now = start;
  return () => instant((now += 1000));
}

/** What openJournal needs, on a fake disk, everything fixed by a seed. */
export function journalOptions(seed: number, disk: FakeDisk = createFakeDisk(), deviceId = 'device-a'): JournalOptions {
  const random = seededRandom(seed);
  return {
    port: createNodeJournal('/', disk),
    deviceId,
    sha256: nodeSha256,
    random: (length) => random.bytes(length),
    clock: tickingClock(),
    operator: () => '教务',
  };
}
