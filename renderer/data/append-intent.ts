import { fail, ok, type Result } from '../../shared/basics/result';
import type { Intent } from '../../shared/commands/intent';
import type { EntryRef } from '../../shared/journal/entry';
import { ImportStopped, type Journal } from '../../shared/journal/journal';
import { problem } from '../../shared/problems/catalogue';
import type { Problem } from '../../shared/problems/problem';
import type { CommitWatch } from './store-api';

/** Why nothing of an intent is in force. */
export interface NotAppended {
  readonly kind: 'stopped' | 'fault';
  readonly problems: readonly Problem[];
}

/** What looks on from the side of the store. */
interface Side {
  /** How many parts of it stand in the journal when it was broken off. */
  readonly unfinished: () => number;
  /** What the user is told of an error; one that is no fault of the storage is thrown on. */
  readonly problemOf: (error: unknown) => Promise<Problem>;
}

/** Writes an intent to the journal. Without an ok nothing of it is in force, whatever parts of it stand there. */
export async function appendIntent(
  journal: Journal,
  { kind, changes, reason, parents }: Intent,
  { signal, onProgress }: CommitWatch,
  { unfinished, problemOf }: Side,
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
    const problems = [await problemOf(error)];
    if (written > 0) problems.push(problem('import-unfinished', { written }));
    return fail({ kind: 'fault', problems });
  }
}
