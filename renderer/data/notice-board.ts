import type { HealNotice } from './store-api';

/** What was mended or found, and who wants to know of it. */
export class NoticeBoard {
  #notices: readonly HealNotice[];
  readonly #listeners = new Set<() => void>();

  constructor(notices: readonly HealNotice[]) {
    this.#notices = notices;
  }

  get(): readonly HealNotice[] {
    return this.#notices;
  }

  add(...notices: readonly HealNotice[]): void {
    this.#notices = [...this.#notices, ...notices];
    this.ring();
  }

  remove(gone: readonly HealNotice[]): void {
    this.#notices = this.#notices.filter((notice) => !gone.includes(notice));
    this.ring();
  }

  /** Tells everybody that something is different. */
  ring(): void {
    for (const listener of this.#listeners) listener();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
