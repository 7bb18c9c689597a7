import type { Table } from 'dexie';

/** From here on one look at the keys costs less than a question for each of them. */
const MANY = 100;

/**
 * The rows under these keys, in any order. A large import asks for thousands of records that are not there yet, or are
 * all there when it is undone; asked one by one they would take longer than writing them.
 */
export async function readRows<T extends { readonly id: string }>(
  table: Table<T, string>,
  keys: readonly string[],
): Promise<readonly T[]> {
  if (keys.length < MANY) return (await table.bulkGet([...keys])).filter((row) => row !== undefined);
  const wanted = new Set(keys);
  let [first, last] = [keys[0]!, keys[0]!];
  for (const key of keys) {
    if (key < first) first = key;
    if (key > last) last = key;
  }
  const range = table.where(':id').between(first, last, true, true);
  const there = await range.primaryKeys();
  const found = there.filter((key) => wanted.has(key));
  if (found.length === 0) return [];
  // Rows between that nobody asked for cost their reading only.
  if (there.length <= 2 * found.length) return (await range.toArray()).filter(({ id }) => wanted.has(id));
  return (await table.bulkGet(found)).filter((row) => row !== undefined);
}
