import { fail, ok, type Result } from '../../shared/basics/result';
import type { Intent } from '../../shared/commands/intent';
import type { EntryRef } from '../../shared/journal/entry';
import { ImportStopped, type Journal } from '../../shared/journal/journal';
import { StorageError } from '../../shared/journal/journal-port';
import { problem } from '../../shared/problems/catalogue';
import type { Problem } from '../../shared/problems/problem';
import { problemOfStorageError } from './storage-faults';
import type { CommitWatch } from './store-api';

/** Why nothing of an intent is in force. `spaceMayCome`: writing can be tried again by itself. */
export type NotAppended =
  | { readonly kind: 'stopped'; readonly problems: readonly Problem[] }
  | { readonly kind: 'fault'; readonly problems: readonly Problem[]; readonly spaceMayCome: boolean };

/** Writes an intent to the journal. Without an ok nothing of it is in force, whatever parts of it stand there. */
export async function appendIntent(
  journal: Journal,
  { kind, changes, reason, parents }: Intent,
  { signal, onProgress }: CommitWatch,
  unfinished: () => number,
): Promise<Result<EntryRef, NotAppended>> {
  const of = 2 * changes.length;
  const write = { kind, changes, ...(reason !== undefined && { reason }), ...(parents && { parents }) };
  try {
    const entry = await journal.append(write, {
      stopped: () => signal?.aborted ?? false,
      onWritten: (done) => onProgress?.({ done, of, stoppable: true }),
    });
    onProgress?.({ done: changes.length, of, stoppable: false });
    return ok(entry);
  } catch (error) {
    if (error instanceof ImportStopped) return fail({ kind: 'stopped', problems: [problem('import-stopped')] });
    const written = unfinished();
    const problems = [problemOfStorageError(error)];
    if (written > 0) problems.push(problem('import-unfinished', { written }));
    const spaceMayCome = error instanceof StorageError && error.fault === 'disk-full';
    return fail({ kind: 'fault', problems, spaceMayCome });
  }
}
