import { areFilled } from './filled-stores';
import { lastLine } from './journal-lines';
import type { MetaRow } from './row-types';
import { PROJECTION_VERSION, type Projection } from './schema';
import { isDamage } from './storage-faults';

/** 'usable' rows are whole, of this version, and follow the journal up to meta.heads. */
export type RowState =
  | { readonly kind: 'usable'; readonly meta: MetaRow }
  | { readonly kind: 'unusable'; readonly why: 'missing' | 'damaged' | 'version' };

/** Whether the stored rows can be opened and are whole and of this version. */
export async function rowState(db: Projection): Promise<RowState> {
  try {
    await db.open();
    const [meta, last] = await Promise.all([db.meta.get('projection'), lastLine(db)]);
    if (!meta) return { kind: 'unusable', why: 'missing' };
    if (meta.projectionVersion === 0) return { kind: 'unusable', why: 'damaged' };
    if (meta.projectionVersion !== PROJECTION_VERSION) return { kind: 'unusable', why: 'version' };
    const whole =
      (last?.place ?? 0) === meta.place &&
      isExplained(meta) &&
      (!last ||
        meta.heads.some(({ chain, seq, hash }) => chain === last.chain && seq === last.seq && hash === last.hash)) &&
      (await areFilled(db, meta.filled ?? []));
    return whole ? { kind: 'usable', meta } : { kind: 'unusable', why: 'damaged' };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { kind: 'unusable', why: 'damaged' };
  }
}

/**
 * Whether the entries that the rows are made of are all that the journal has up to their heads: of each chain the first to
 * the head, so many altogether. Rows that were begun anew in the middle have a head of 17 and one entry.
 */
const isExplained = ({ heads, place }: MetaRow): boolean => heads.reduce((sum, { seq }) => sum + seq, 0) === place;
