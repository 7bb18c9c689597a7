import type { Digest } from '../basics/sha256';
import type { ChainId } from './entry';
import { chainId, parseChainId } from './journal-names';

/** What is known of a chain when a journal is opened. */
export interface ChainState {
  readonly chain: ChainId;
  /** Hash of its last valid entry; null when it has none. */
  readonly head: Digest | null;
  /** Something behind the valid prefix cannot be read; a torn end that was set aside is no damage. */
  readonly damaged: boolean;
  /** Parents of its first entry: what it continues. */
  readonly continues: readonly Digest[];
}

/**
 * Why the writer has the chain that it has. 'continue': it goes on in its chain. All others begin a new epoch:
 * 'install' (nothing here yet), 'clone' (only other devices wrote here), 'elsewhere' (the folder was with another
 * device and came back), 'damaged' (its chain cannot be read to the end), 'restored' (the caller says so),
 * 'ambiguous' (two chains of this device have the same number, after folders were merged).
 */
export type EpochReason = 'continue' | 'install' | 'clone' | 'elsewhere' | 'damaged' | 'restored' | 'ambiguous';

/** The chain to write in. */
export interface ChainChoice {
  readonly chain: ChainId;
  readonly why: EpochReason;
}

/**
 * Which chain this device writes in. A chain is only ever written by one device in one place: wherever another
 * continuation might exist or come back, a new epoch begins, because a fork could never be mended and an epoch costs
 * nothing. `random` are eight fresh hexadecimal digits. Throws RangeError on an impossible device id.
 */
export function chooseChain(
  deviceId: string,
  chains: readonly ChainState[],
  random: string,
  restored = false,
): ChainChoice {
  const numberOf = ({ chain }: ChainState): number => parseChainId(chain)?.number ?? 0;
  const own = chains.filter(({ chain }) => parseChainId(chain)?.deviceId === deviceId);
  const highest = Math.max(0, ...own.map(numberOf));
  const begin = (why: EpochReason): ChainChoice => ({
    chain: chainId({ deviceId, number: highest + 1, random }),
    why,
  });
  const [last, second] = own.filter((state) => numberOf(state) === highest);
  if (!last) return begin(chains.length === 0 ? 'install' : 'clone');
  if (restored) return begin('restored');
  if (second) return begin('ambiguous');
  if (last.damaged) return begin('damaged');
  if (last.head !== null && chains.some(({ continues }) => continues.includes(last.head!))) return begin('elsewhere');
  return { chain: last.chain, why: 'continue' };
}

/** The heads that no chain continues yet, sorted: what the first entry of a new chain names as its parents. */
export function openHeads(chains: readonly ChainState[], own: ChainId): readonly Digest[] {
  const continued = new Set(chains.flatMap(({ continues }) => continues));
  return chains
    .filter(({ chain, head }) => chain !== own && head !== null && !continued.has(head))
    .map(({ head }) => head!)
    .sort();
}
