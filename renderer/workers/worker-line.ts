import { wrap, type Remote } from 'comlink';

/** The job was stopped because its signal was aborted. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled';
}

interface Running<T> {
  readonly worker: Worker;
  readonly api: Remote<T>;
  readonly broken: Promise<never>;
}

/**
 * One worker that does one job after the other and is started when the first one comes. Cancelling ends the worker, since
 * nothing else stops a computation; the next job starts a new one. A worker that cannot be loaded or throws outside a call rejects
 * the job instead of leaving it waiting for ever.
 */
export class WorkerLine<T> {
  #running: Running<T> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly start: () => Worker) {}

  /** Waits for the jobs before it, then runs. Rejects with JobCancelled when the signal is aborted first. */
  run<R>(job: (api: Remote<T>) => Promise<R>, signal?: AbortSignal): Promise<R> {
    const turn = this.#last.then(() => this.#run(job, signal));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the worker and gives its memory back; the next job starts a new one. */
  drop(): void {
    this.#running?.worker.terminate();
    this.#running = null;
  }

  async #run<R>(job: (api: Remote<T>) => Promise<R>, signal?: AbortSignal): Promise<R> {
    if (signal?.aborted) throw new JobCancelled();
    const { api, broken } = (this.#running ??= this.#begin());
    const stop = Promise.withResolvers<never>();
    const cancel = (): void => stop.reject(new JobCancelled());
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await Promise.race([job(api), broken, stop.promise]);
    } catch (error) {
      this.drop();
      throw error;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  #begin(): Running<T> {
    const worker = this.start();
    const failed = Promise.withResolvers<never>();
    failed.promise.catch(() => undefined);
    worker.addEventListener('error', (event) =>
      failed.reject(new Error(event.message || 'the worker could not be loaded')),
    );
    worker.addEventListener('messageerror', () => failed.reject(new Error('a message could not be read')));
    return { worker, api: wrap<T>(worker), broken: failed.promise };
  }
}
