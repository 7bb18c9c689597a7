import type { Json } from '../basics/json';
import type { Instant } from '../basics/instant';
import { digestOf, hex, type Digest, type Sha256 } from '../basics/sha256';
import type { ChainId, Entry, EntryHeader, EntryItem, EntryRef } from './entry';
import { headerText, plainText } from './entry-text';

/** Fresh random bytes from the host's generator for secrets. */
export type Random = (length: number) => Uint8Array;

/** One record that changes: before and after are JSON values, null where the record did not or does not exist. */
export interface ChangedRecord {
  readonly table: string;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Everything that an entry says besides what is computed. */
export interface EntryDraft {
  readonly chain: ChainId;
  /** The last entry of the chain; null when this is the first. */
  readonly head: EntryRef | null;
  readonly kind: string;
  readonly parents: readonly Digest[];
  readonly time: Instant;
  readonly operator: string;
  readonly reason?: string;
  readonly changes: readonly ChangedRecord[];
  readonly import?: { readonly id: string; readonly part: number; readonly parts: number };
}

const SALT_BYTES = 16;
const encoder = new TextEncoder();

/**
 * Makes the entry of a draft: fresh salts, commitments, link to the head, hash. Throws TypeError when a value has no
 * JSON form (undefined, NaN, a lone surrogate).
 */
export async function buildEntry(draft: EntryDraft, sha256: Sha256, random: Random): Promise<Entry> {
  const items = draft.changes.map(({ table, key, before, after }) => ({
    table,
    key,
    before: before as Json,
    after: after as Json,
    salt: hex(random(SALT_BYTES)),
    enc: 'none' as const,
  }));
  const commitments = await Promise.all(items.map((item) => commitmentOf(sha256, item.salt, plainText(item))));
  const header: EntryHeader = {
    v: 1,
    chain: draft.chain,
    seq: (draft.head?.seq ?? 0) + 1,
    prevHash: draft.head?.hash ?? '',
    kind: draft.kind,
    parents: draft.parents,
    time: draft.time,
    operator: draft.operator,
    ...(draft.reason === undefined ? {} : { reason: draft.reason }),
    items: commitments,
    ...(draft.import === undefined ? {} : { import: draft.import }),
  };
  return { header, hash: await hashOf(sha256, headerText(header)), items: items satisfies readonly EntryItem[] };
}

/** The hash of an entry: SHA-256 of its header's RFC 8785 form. */
export const hashOf = (sha256: Sha256, header: string): Promise<Digest> => digestOf(sha256, encoder.encode(header));

/** The commitment of an item: SHA-256 over the 16 bytes of its salt, then the RFC 8785 form of its plaintext. */
export function commitmentOf(sha256: Sha256, salt: string, plain: string): Promise<Digest> {
  // Sixteen one-byte characters keep the room for the salt, so that the text is copied once.
  const bytes = encoder.encode('0'.repeat(SALT_BYTES) + plain);
  for (let i = 0; i < SALT_BYTES; i++) bytes[i] = Number.parseInt(salt.slice(2 * i, 2 * i + 2), 16);
  return digestOf(sha256, bytes);
}

/** Where an entry stands. */
export const refOf = (entry: Entry): EntryRef => ({
  chain: entry.header.chain,
  seq: entry.header.seq,
  hash: entry.hash,
});
