import type { Table } from 'dexie';
import { readRows } from './read-rows';
import type { Rows, RowTable } from './row-types';
import { ROW_TABLES } from './row-types';
import type { Projection } from './schema';

interface Held<T extends RowTable> {
  readonly stored: Rows[T] | undefined;
  now: Rows[T] | undefined;
}

/** Rows handed over at once: the window can paint after each lot. */
const LOT = 500;

/** The rows that one transaction works on: each read once, changed in memory, written once at the end. */
export class RowSet {
  readonly #db: Projection;
  readonly #held = new Map<RowTable, Map<string, Held<RowTable>>>();

  constructor(db: Projection) {
    this.#db = db;
  }

  /** Reads these rows unless they are held already. */
  async load(table: RowTable, keys: Iterable<string>): Promise<void> {
    const held = this.#of(table);
    const missing = [...new Set(keys)].filter((key) => !held.has(key));
    if (missing.length === 0) return;
    const rows = await readRows(this.#db.table(table) as Table<Rows[RowTable], string>, missing);
    const byKey = new Map<string, Rows[RowTable]>(rows.map((row) => [row.id, row]));
    for (const key of missing) held.set(key, { stored: byKey.get(key), now: byKey.get(key) });
  }

  /** The row as it will be written; undefined when there is none. The row must have been loaded. */
  get<T extends RowTable>(table: T, key: string): Rows[T] | undefined {
    return this.#entry(table, key).now as Rows[T] | undefined;
  }

  /** The row as it was before this transaction. */
  stored<T extends RowTable>(table: T, key: string): Rows[T] | undefined {
    return this.#entry(table, key).stored as Rows[T] | undefined;
  }

  set<T extends RowTable>(table: T, key: string, row: Rows[T] | undefined): void {
    this.#entry(table, key).now = row;
  }

  /** Writes what is different from what was read; `onWritten` is told how many rows so far. */
  async write(onWritten: (rows: number) => void = () => undefined): Promise<void> {
    let written = 0;
    for (const table of ROW_TABLES) {
      const puts: Rows[RowTable][] = [];
      const deletes: string[] = [];
      for (const [key, { stored, now }] of this.#of(table)) {
        if (now === stored) continue;
        if (now) puts.push(now);
        else deletes.push(key);
      }
      const stored = this.#db.table(table) as Table<unknown, string>;
      for (let from = 0; from < deletes.length; from += LOT) {
        const lot = deletes.slice(from, from + LOT);
        await stored.bulkDelete(lot);
        onWritten((written += lot.length));
      }
      for (let from = 0; from < puts.length; from += LOT) {
        const lot = puts.slice(from, from + LOT);
        await stored.bulkPut(lot);
        onWritten((written += lot.length));
      }
    }
  }

  #of(table: RowTable): Map<string, Held<RowTable>> {
    let held = this.#held.get(table);
    if (!held) this.#held.set(table, (held = new Map()));
    return held;
  }

  #entry(table: RowTable, key: string): Held<RowTable> {
    const entry = this.#of(table).get(key);
    if (!entry) throw new Error(`row ${table}/${key} was not loaded`);
    return entry;
  }
}
