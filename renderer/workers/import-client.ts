import type { Remote } from 'comlink';
import { fail, ok, type Result } from '../../shared/basics/result';
import { importProblem } from '../../shared/problems/import-problems';
import type { Problem } from '../../shared/problems/problem';
import type { JobOptions } from './documents-client';
import type { ImportSession } from './import-session';
import type { FileView, ImportSetup } from './import-view';
import { JobCancelled, WorkerLine, type WhileRunning } from './worker-line';

/** Reading the bytes of a file ends after this; what takes longer is no roster. */
const READING_LIMIT_MS = 10_000;

export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Asks something of the session in its worker; `live` makes a listener that can be handed to it. */
type Asking<R> = (session: Remote<ImportSession>, live: WhileRunning) => Promise<R>;

/**
 * One file on its way in, read and kept in a worker of its own: previews, edits and entries come from the session there. A job
 * that is cancelled ('import-cancelled'), too slow ('file-slow') or broken ('import-interrupted') ends the worker, and the file
 * must be opened again. `close` gives the memory back.
 */
export class ImportClient {
  readonly #line = new WorkerLine<ImportSession>(
    () => new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module', name: 'import' }),
  );

  constructor(private readonly limitMs = READING_LIMIT_MS) {}

  /** Reads and previews a file in a new worker. */
  async open(setup: ImportSetup, file: FileToRead, options: JobOptions = {}): Promise<Result<FileView, Problem>> {
    this.close();
    const ready = await this.ask((session) => session.ready(), options.signal);
    if (!ready.ok) return ready;
    const limit = AbortSignal.timeout(this.limitMs);
    const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
    const slow = importProblem('file-slow', { file: file.name, seconds: Math.round(this.limitMs / 1000) });
    const read = await this.ask(
      async (session) => await session.readFile(file.bytes, file.name),
      signal,
      () => (limit.aborted ? slow : null),
    );
    if (!read.ok) return read;
    if (!read.value.ok) return read.value;
    return this.ask((session, live) => session.preview(setup, {}, live(progressOf(options))), options.signal);
  }

  /** Asks the session; `why` may name what stands behind a cancelled job. */
  async ask<R>(
    asking: Asking<R>,
    signal?: AbortSignal,
    why: () => Problem | null = () => null,
  ): Promise<Result<R, Problem>> {
    try {
      return ok(await this.#line.run(asking, signal));
    } catch (error) {
      if (error instanceof JobCancelled) return fail(why() ?? importProblem('import-cancelled'));
      return fail(
        importProblem('import-interrupted', { message: error instanceof Error ? error.message : String(error) }),
      );
    }
  }

  /** Ends the worker and with it the session. */
  close(): void {
    this.#line.drop();
  }
}

/** A listener for the progress of a job, whether somebody wants to hear it or not. */
export const progressOf =
  ({ onProgress }: JobOptions) =>
  (done: number, of: number): void =>
    onProgress?.(done, of);
