import { openJournal, type Journal, type JournalOptions } from '../../shared/journal/journal';
import { webSha256 } from '../../renderer/data/web-sha256';
import type { MemoryBridge } from './memory-bridge';
import { testClock } from './open-test-store';

/**
 * The journal as another program would open it, to write what the store's rows do not know: on the same device unless
 * said otherwise, with any other of its options.
 */
export function otherJournal(bridge: MemoryBridge, more: Partial<JournalOptions> = {}): Promise<Journal> {
  const clock = testClock();
  return openJournal({
    port: bridge.disks.main,
    deviceId: bridge.deviceId,
    sha256: webSha256,
    random: clock.randomBytes,
    clock: clock.now,
    operator: () => '',
    ...more,
  });
}
