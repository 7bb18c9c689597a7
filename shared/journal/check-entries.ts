import type { Sha256 } from '../basics/sha256';
import { commitmentOf, hashOf, refOf } from './build-entry';
import type { DamageCode } from './damage';
import type { DecodedEntry } from './decode-entry';
import type { ChainId, EntryRef } from './entry';

/** What is wrong with the entry at this index of the list; the entries before it are sound. */
export interface EntryFault {
  readonly index: number;
  readonly code: Extract<DamageCode, 'wrong-chain' | 'gap' | 'link' | 'hash' | 'commitment'>;
  readonly item?: number;
  readonly detail: string;
}

/** What a list follows: an entry, nothing, or, when reading begins in the middle, an entry that is taken on trust. */
export type Before = EntryRef | null | { readonly trusted: true; readonly seq: number };

/**
 * Checks consecutive entries of one chain against the entry before them: hash, commitments of plain items, chain,
 * number, link. Erased and sealed items pass: what they hold is not here to be checked. Null when all are sound.
 */
export async function checkEntries(
  sha256: Sha256,
  chain: ChainId,
  before: Before,
  entries: readonly DecodedEntry[],
): Promise<EntryFault | null> {
  const digests = await Promise.all(entries.map((decoded) => digestsOf(sha256, decoded)));
  let last = before;
  for (const [index, { entry }] of entries.entries()) {
    const { header } = entry;
    const { hash, items } = digests[index]!;
    const wrong = (code: EntryFault['code'], detail: string): EntryFault => ({ index, code, detail });
    if (hash !== entry.hash) return wrong('hash', 'the header does not have the hash that the line states');
    if (header.chain !== chain) return wrong('wrong-chain', `an entry of chain ${header.chain}`);
    const expected = (last?.seq ?? 0) + 1;
    if (header.seq !== expected) return wrong('gap', `entry ${header.seq} stands where entry ${expected} should`);
    if (!follows(header.prevHash, last)) return wrong('link', 'it does not follow the entry before it');
    const item = items.findIndex((digest, i) => digest !== null && digest !== header.items[i]);
    if (item >= 0) return { ...wrong('commitment', `item ${item} is not what was committed to`), item };
    last = refOf(entry);
  }
  return null;
}

function follows(prevHash: string, last: Before): boolean {
  if (last === null) return prevHash === '';
  return 'trusted' in last ? prevHash !== '' : prevHash === last.hash;
}

async function digestsOf(
  sha256: Sha256,
  { entry, text }: DecodedEntry,
): Promise<{ readonly hash: string; readonly items: readonly (string | null)[] }> {
  const [hash, ...items] = await Promise.all([
    hashOf(sha256, text.header),
    ...text.plain.map((plain, i) => {
      const item = entry.items[i];
      return plain === null || !item || item.enc !== 'none' ? null : commitmentOf(sha256, item.salt, plain);
    }),
  ]);
  return { hash, items };
}
