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
      (!last ||
        meta.heads.some(({ chain, seq, hash }) => chain === last.chain && seq === last.seq && hash === last.hash));
    return whole ? { kind: 'usable', meta } : { kind: 'unusable', why: 'damaged' };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { kind: 'unusable', why: 'damaged' };
  }
}
