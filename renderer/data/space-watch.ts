import type { DataSet, DesktopBridge } from '../../shared/bridge';

/** How often a full disk is looked at again, in milliseconds. */
const INTERVAL = 3000;
/** Free bytes with which writing is tried again: two of the journal's longest lines. */
const ENOUGH = 64 * 1024 * 1024;

/** Looks at a full disk again and again until there is room. */
export class SpaceWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly bridge: DesktopBridge,
    private readonly set: DataSet,
    private readonly back: () => void,
  ) {}

  start(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), INTERVAL);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #look(): Promise<void> {
    const enough = await this.#isEnough();
    if (this.#timer === undefined) return;
    if (enough) this.back();
    else this.start();
  }

  /** An edition that cannot tell says null: then the next commit is the test. */
  async #isEnough(): Promise<boolean> {
    try {
      const outcome = await this.bridge.openDataSet(this.set);
      return outcome.kind === 'open' && (outcome.folder.freeBytes === null || outcome.folder.freeBytes >= ENOUGH);
    } catch {
      return false;
    }
  }
}
