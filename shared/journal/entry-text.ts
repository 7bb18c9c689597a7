import { canonicalJson } from '../basics/canonical-json';
import type { Json } from '../basics/json';
import type { Entry, EntryHeader, EntryItem, ItemPlain } from './entry';

/** An entry as text: what is hashed, what is committed to, and what stands in its line. */
export interface EntryText {
  /** RFC 8785 form of the header; the entry's hash is its SHA-256. */
  readonly header: string;
  /** Per item the RFC 8785 form of {after, before, key, table}; null where an item is erased or sealed. */
  readonly plain: readonly (string | null)[];
  /** RFC 8785 form of the items as they stand in the line. */
  readonly items: string;
}

/** The RFC 8785 form of a header. Throws TypeError on what JSON cannot hold. */
export const headerText = (header: EntryHeader): string => canonicalJson(header as unknown as Json);

/** The RFC 8785 form of the plaintext that an item's commitment stands for. Throws TypeError on what JSON cannot hold. */
export const plainText = ({ table, key, before, after }: ItemPlain): string =>
  `{"after":${canonicalJson(after)},"before":${canonicalJson(before)},"key":${canonicalJson(key)},"table":${canonicalJson(table)}}`;

/** All texts of an entry, each part written once. Throws TypeError on what JSON cannot hold. */
export function entryText(entry: Entry): EntryText {
  const written = entry.items.map(itemText);
  return {
    header: headerText(entry.header),
    plain: written.map(({ plain }) => plain),
    items: `[${written.map(({ line }) => line).join(',')}]`,
  };
}

function itemText(item: EntryItem | null): { readonly line: string; readonly plain: string | null } {
  if (item === null) return { line: 'null', plain: null };
  const key = canonicalJson(item.key);
  const table = canonicalJson(item.table);
  if (item.enc !== 'none') {
    return {
      line: `{"cipher":${canonicalJson(item.cipher)},"enc":"${item.enc}","key":${key},"table":${table}}`,
      plain: null,
    };
  }
  const values = `"after":${canonicalJson(item.after)},"before":${canonicalJson(item.before)}`;
  return {
    line: `{${values},"enc":"none","key":${key},"salt":${canonicalJson(item.salt)},"table":${table}}`,
    plain: `{${values},"key":${key},"table":${table}}`,
  };
}
