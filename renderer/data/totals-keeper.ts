import type { LiveFacts } from './live-facts';
import type { Projection } from './schema';
import { recomputeSome } from './recompute-totals';

/** Milliseconds of quiet before totals are added up: while somebody types, marks come first. */
const QUIET = 1000;

/** Adds totals up behind the commits. */
export class TotalsKeeper {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(
    private readonly db: () => Projection,
    private readonly facts: LiveFacts,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Something has become stale. */
  poke(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.run(), QUIET);
  }

  /** Adds up everything that is stale now. */
  run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#work().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #work(): Promise<void> {
    try {
      await this.facts.settled();
      while (await recomputeSome(this.db(), (id) => this.facts.snapshot(id))) if (this.#stopped) return;
    } catch (error) {
      if (!this.#stopped) this.failed(error);
    }
  }
}
