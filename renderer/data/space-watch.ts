import type { DataSet, DesktopBridge } from '../../shared/bridge';
import type { NoticeBoard } from './notice-board';
import type { HealNotice } from './store-api';

/** How often a full disk is looked at again, and how often any other, in milliseconds. */
const FULL_INTERVAL = 3000;
const INTERVAL = 60_000;
/** Free bytes with which writing is tried again: two of the journal's longest lines. */
const ENOUGH = 64 * 1024 * 1024;
const MEGABYTE = 1_000_000;
/** Below this the user is warned. */
const LOW = 500 * MEGABYTE;

/** The warning about so many free bytes, where one is due; an edition that cannot tell says null. */
export const lowSpace = (freeBytes: number | null): readonly Extract<HealNotice, { kind: 'disk-low' }>[] =>
  freeBytes !== null && freeBytes < LOW ? [{ kind: 'disk-low', megabytes: Math.floor(freeBytes / MEGABYTE) }] : [];

/** Looks at the free space: warns while it is low, and tries again and again when the disk was full. */
export class SpaceWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #full = false;

  constructor(
    private readonly bridge: DesktopBridge,
    private readonly set: DataSet,
    private readonly board: NoticeBoard,
    private readonly back: () => void,
  ) {
    this.#wait();
  }

  /** The disk is full: `back` is called when there is room again. */
  full(): void {
    this.#full = true;
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Looks now. */
  async look(): Promise<void> {
    const freeBytes = await this.#freeBytes();
    if (freeBytes === undefined) return;
    this.#warn(freeBytes);
    // An edition that cannot tell: the next commit is the test.
    if (!this.#full || (freeBytes !== null && freeBytes < ENOUGH)) return;
    this.#full = false;
    this.back();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#again(), this.#full ? FULL_INTERVAL : INTERVAL);
  }

  async #again(): Promise<void> {
    await this.look();
    if (this.#timer !== undefined) this.#wait();
  }

  #warn(freeBytes: number | null): void {
    const told = this.board.get().find(({ kind }) => kind === 'disk-low');
    const [low] = lowSpace(freeBytes);
    if (low && !told) this.board.add(low);
    else if (!low && told) this.board.remove([told]);
  }

  /** Undefined when the folder cannot be looked at now. */
  async #freeBytes(): Promise<number | null | undefined> {
    try {
      const outcome = await this.bridge.openDataSet(this.set);
      return outcome.kind === 'open' ? outcome.folder.freeBytes : undefined;
    } catch {
      return undefined;
    }
  }
}
