import { proxy, wrap, type ProxyMarked, type Remote } from 'comlink';

/** The job was stopped because its signal was aborted. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled';
}

/**
 * Makes a listener that can be handed to the worker and hears nothing once the job is over: calls come back on a channel of their
 * own, and the last one may arrive behind the result.
 */
export type WhileRunning = <A extends unknown[]>(
  listener: (...args: A) => void,
) => ((...args: A) => void) & ProxyMarked;

type Job<T, R> = (api: Remote<T>, whileRunning: WhileRunning) => Promise<R>;

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
  run<R>(job: Job<T, R>, signal?: AbortSignal): Promise<R> {
    const turn = this.#last.then(() => this.#run(job, signal));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the worker and gives its memory back; the next job starts a new one. */
  drop(): void {
    this.#running?.worker.terminate();
    this.#running = null;
  }

  async #run<R>(job: Job<T, R>, signal?: AbortSignal): Promise<R> {
    if (signal?.aborted) throw new JobCancelled();
    const { api, broken } = (this.#running ??= this.#begin());
    const stop = Promise.withResolvers<never>();
    const cancel = (): void => stop.reject(new JobCancelled());
    let over = false;
    const whileRunning: WhileRunning = (listener) =>
      proxy((...args) => {
        if (!over) listener(...args);
      });
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await Promise.race([job(api, whileRunning), broken, stop.promise]);
    } catch (error) {
      this.drop();
      throw error;
    } finally {
      over = true;
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
