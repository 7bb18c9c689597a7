import type { DataSet, DesktopBridge } from '../../shared/bridge';
import type { NoticeBoard } from './notice-board';
import type { HealNotice } from './store-api';

/** How often the free space is looked at, in milliseconds. */
const INTERVAL = 60_000;
const MEGABYTE = 1_000_000;
/** Below this the user is warned. */
const LOW = 500 * MEGABYTE;

/** The warning about so many free bytes, where one is due; an edition that cannot tell says null. */
export const lowSpace = (freeBytes: number | null): readonly Extract<HealNotice, { kind: 'disk-low' }>[] =>
  freeBytes !== null && freeBytes < LOW ? [{ kind: 'disk-low', megabytes: Math.floor(freeBytes / MEGABYTE) }] : [];

/** Looks at the free space and warns while it is low. */
export class SpaceWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly bridge: DesktopBridge,
    private readonly set: DataSet,
    private readonly board: NoticeBoard,
  ) {
    this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Looks now. */
  async look(): Promise<void> {
    const freeBytes = await this.#freeBytes();
    if (freeBytes !== undefined) this.#warn(freeBytes);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#again(), INTERVAL);
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
