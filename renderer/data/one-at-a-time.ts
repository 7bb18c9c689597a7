/** Work that is done one after the other, in the order in which it was asked for. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs when everything before is done, whatever came of it. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Resolves when everything asked for so far is done. */
  async done(): Promise<void> {
    await this.#last;
  }
}
