import { canonicalJson } from '../../shared/basics/canonical-json';
import { instant } from '../../shared/basics/instant';
import type { Json } from '../../shared/basics/json';
import { hex } from '../../shared/basics/sha256';
import type { DataSet } from '../../shared/bridge';
import type { DataStore } from '../../renderer/data/data-store';
import { openStore, type OpenOptions } from '../../renderer/data/open-store';
import { projection, projectionName } from '../../renderer/data/schema';
import type { StoreClock } from '../../renderer/data/store-api';
import type { MemoryBridge } from './memory-bridge';

/** A clock that a test can read: a second later each time it is asked. */
export function testClock(): StoreClock {
  let seconds = 1_773_619_200;
  return {
    now: () => instant(1000 * seconds++),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  };
}

export const openTestStore = (
  bridge: MemoryBridge,
  set: DataSet = 'main',
  options: OpenOptions = {},
  clock: StoreClock = testClock(),
): Promise<DataStore> => openStore(bridge, set, clock, options);

/** Removes the rows of a data set, as a cleaner or a broken disk would. */
export const deleteRows = (set: DataSet = 'main'): Promise<void> => projection(projectionName(set)).delete();

/** SHA-256 over every row of every table in a fixed order: equal only for equal projections. */
export async function rowsDigest({ db }: DataStore): Promise<string> {
  const tables: Record<string, Json> = {};
  for (const table of db.tables) tables[table.name] = ((await table.toArray()) as object[]).map(plain);
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(tables)))));
}

const plain = (value: unknown): Json =>
  ArrayBuffer.isView(value)
    ? [...(value as Uint8Array)]
    : value instanceof Map
      ? Object.fromEntries([...value].map(([key, member]) => [key, plain(member)]))
      : Array.isArray(value)
        ? value.map(plain)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
          : (value as Json);
