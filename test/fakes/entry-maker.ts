import { instant } from '../../shared/basics/instant';
import type { Digest } from '../../shared/basics/sha256';
import { buildEntry, refOf, type ChangedRecord } from '../../shared/journal/build-entry';
import type { ChainId, Entry, EntryHeader } from '../../shared/journal/entry';
import { nodeSha256 } from './journal-ports';
import { seededRandom } from './seeded-random';

/** Makes entries of several chains, each following the last of its chain. */
export interface EntryMaker {
  make(chain: ChainId, changes: readonly ChangedRecord[], more?: EntryExtras): Promise<Entry>;
}

export interface EntryExtras {
  readonly kind?: string;
  readonly parents?: readonly Digest[];
  readonly import?: NonNullable<EntryHeader['import']>;
  readonly time?: number;
  readonly reason?: string;
}

export function entryMaker(seed: number): EntryMaker {
  const random = seededRandom(seed);
  const heads = new Map<ChainId, Entry>();
  return {
    async make(
      chain,
      changes,
      { kind = 'person.edit', parents = [], time = Date.UTC(2026, 2, 16), reason, import: part } = {},
    ) {
      const head = heads.get(chain);
      const entry = await buildEntry(
        {
          chain,
          head: head ? refOf(head) : null,
          kind,
          parents,
          time: instant(time),
          operator: '教务',
          changes,
          ...(reason === undefined ? {} : { reason }),
          ...(part ? { import: part } : {}),
        },
        nodeSha256,
        (length) => random.bytes(length),
      );
      heads.set(chain, entry);
      return entry;
    },
  };
}

/** A record of the persons table that gets this value. */
export const sets = (key: string, value: unknown): ChangedRecord => ({
  table: 'persons',
  key,
  before: null,
  after: value,
});
