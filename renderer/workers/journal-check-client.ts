import { proxy, transfer } from 'comlink';
import type { EntryRef } from '../../shared/journal/entry';
import type { ReadablePort, VerifyReport } from '../../shared/journal/verify';
import type { JournalCheckWorker } from './journal-check-worker';
import { WorkerLine } from './worker-line';

const line = new WorkerLine<JournalCheckWorker>(
  () => new Worker(new URL('./journal-check-worker.ts', import.meta.url), { type: 'module', name: 'journal-check' }),
);

/**
 * Checks a journal off the main thread, one segment in memory at a time; only the reading goes through the page. Rejects
 * with StorageError as verifyJournal does, and with JobCancelled when the signal is aborted.
 */
export async function checkJournal(
  port: ReadablePort,
  known: readonly EntryRef[],
  signal?: AbortSignal,
): Promise<VerifyReport> {
  // An error that crosses to the worker and back is only a message by then; the caller gets the one that was thrown.
  const thrown: unknown[] = [];
  const kept = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      thrown.push(error);
      throw error;
    });
  const reading: ReadablePort = {
    segments: () => kept(port.segments()),
    read: async (...at) => {
      const bytes = await kept(port.read(...at));
      return transfer(bytes, [bytes.buffer]);
    },
  };
  try {
    return await line.run(async (api) => await api.check(proxy(reading), known), signal);
  } catch (error) {
    throw thrown[0] ?? error;
  } finally {
    line.drop();
  }
}
