/** How often it is looked whether a fault is over, in milliseconds. */
const INTERVAL = 3000;

/** Tries again and again while writing is paused by a fault. */
export class FaultWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tryAgain: () => Promise<void>) {}

  begin(): void {
    if (this.#timer === undefined) this.#next();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #next(): void {
    const timer = setTimeout(() => void this.#try(timer), INTERVAL);
    this.#timer = timer;
  }

  async #try(timer: ReturnType<typeof setTimeout>): Promise<void> {
    // Whatever goes wrong with looking: the next look may go better.
    await this.tryAgain().catch(() => undefined);
    // stop() may have been called meanwhile, and begin() again.
    if (this.#timer === timer) this.#next();
  }
}
