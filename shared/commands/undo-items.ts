import type { Json } from '../basics/json';
import type { Entry } from '../journal/entry';
import { isTableName, referencesOf, type TableName, type Tables } from '../records/registry';

/** One record over a run of entries: as it was before the first that touched it, and after the last. */
export interface NetItem {
  readonly table: TableName;
  readonly key: string;
  readonly before: Json;
  readonly after: Json;
  /** The entries that touched it, in order. */
  readonly entries: readonly Entry[];
  /** false = at least one of its values is sealed and cannot be read now. */
  readonly readable: boolean;
}

export interface NetItems {
  readonly items: ReadonlyMap<string, NetItem>;
  /** Items whose content was erased (PIPL): not even their key is known. */
  readonly erased: number;
}

export const itemKey = ({ table, key }: { readonly table: string; readonly key: string }): string =>
  `${table}|${key}`;

/** What a run of entries came to, record by record. Items of tables that this version does not know are left out. */
export function netItems(entries: readonly Entry[]): NetItems {
  const items = new Map<string, NetItem>();
  let erased = 0;
  for (const entry of entries) {
    for (const item of entry.items) {
      if (item === null) erased += 1;
      else if (isTableName(item.table)) {
        const known = items.get(itemKey(item));
        const value = item.enc === 'none' ? item : { before: null, after: null };
        items.set(itemKey(item), {
          table: item.table,
          key: item.key,
          before: known ? known.before : value.before,
          after: value.after,
          entries: [...(known?.entries ?? []), entry],
          readable: (known?.readable ?? true) && item.enc === 'none',
        });
      }
    }
  }
  return { items, erased };
}

/** The item keys of the records that a record names. A journal of another program may hold anything: what does not fit names none. */
export const itemKeysIn = (table: TableName, value: Json): readonly string[] =>
  value === null ? [] : referencesOf(table, value as unknown as Tables[typeof table]).map(itemKey);
