import type { MarkRecord } from '../../shared/records/mark';
import type { WaitingRow } from './row-types';
import type { Projection } from './schema';

/** Records whose other end is missing. Almost always empty, so the common case costs one count. */
export class WaitingSet {
  readonly #db: Projection;
  readonly #rows: Map<string, WaitingRow>;
  readonly #stored: ReadonlySet<string>;

  private constructor(db: Projection, rows: readonly WaitingRow[]) {
    this.#db = db;
    this.#rows = new Map(rows.map((row) => [row.id, row]));
    this.#stored = new Set(this.#rows.keys());
  }

  static async read(db: Projection): Promise<WaitingSet> {
    return new WaitingSet(db, (await db.waiting.count()) > 0 ? await db.waiting.toArray() : []);
  }

  get(id: string): WaitingRow | undefined {
    return this.#rows.get(id);
  }

  /** Lets a record wait for others, or for nothing any more. */
  set(id: string, waitsFor: readonly string[], mark?: MarkRecord): void {
    if (waitsFor.length === 0) this.#rows.delete(id);
    else this.#rows.set(id, { id, waitsFor, ...(mark && { mark }) });
  }

  /** What waits for any of these. */
  *for(targets: ReadonlySet<string>): Iterable<WaitingRow> {
    if (this.#rows.size === 0) return;
    for (const row of this.#rows.values()) if (row.waitsFor.some((target) => targets.has(target))) yield row;
  }

  async write(): Promise<void> {
    const gone = [...this.#stored].filter((id) => !this.#rows.has(id));
    if (gone.length > 0) await this.#db.waiting.bulkDelete(gone);
    if (this.#rows.size > 0) await this.#db.waiting.bulkPut([...this.#rows.values()]);
  }
}
