import { wrap, type Remote } from 'comlink';
import type { Answer } from '../../shared/bridge-channels';
import { StorageError } from '../../shared/journal/journal-port';
import type { OpfsService } from './opfs-worker';

let service: Remote<OpfsService> | null = null;

/** The worker that owns the files of OPFS; one for the page, started when it is first needed. */
export function opfsService(): Remote<OpfsService> {
  service ??= wrap<OpfsService>(
    new Worker(new URL('./opfs-worker.ts', import.meta.url), { type: 'module', name: 'opfs' }),
  );
  return service;
}

/** The value of an answer; an error that crossed as data is thrown again as StorageError. */
export async function received<T>(answer: Promise<Answer<T>>): Promise<T> {
  const found = await answer;
  if (found.ok) return found.value;
  throw new StorageError(found.error.fault, found.error.message);
}
