import type { LiveFacts } from './live-facts';
import type { Projection } from './schema';
import { recomputeSome } from './recompute-totals';

/** Milliseconds of quiet before totals are added up: while somebody types, marks come first. */
const QUIET = 1000;

/** Adds totals up behind the commits. */
export class TotalsKeeper {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  /** Callers of run() who wait for the end of it, whatever is typed meanwhile. */
  #awaited = 0;
  #stopped = false;

  constructor(
    private readonly db: () => Projection,
    private readonly facts: LiveFacts,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Something has become stale. What is being added up stops at the next portion, until it is quiet again. */
  poke(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#start();
    }, QUIET);
  }

  /** Adds up everything that is stale now. */
  async run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#awaited += 1;
    // A run that was stopping when this one was asked for has left something.
    await this.#running;
    await this.#start().finally(() => (this.#awaited -= 1));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #start(): Promise<void> {
    this.#running ??= this.#work().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #work(): Promise<void> {
    try {
      await this.facts.settled();
      while (this.#mayGoOn() && (await recomputeSome(this.db(), (id) => this.facts.snapshot(id))));
    } catch (error) {
      if (!this.#stopped) this.failed(error);
    }
  }

  #mayGoOn(): boolean {
    return !this.#stopped && (this.#awaited > 0 || this.#timer === undefined);
  }
}
