import type { Institution } from '../../shared/records/institution';
import { useRows } from './use-rows';

/** The institution; null while nobody has entered it, undefined while it loads. */
export const useInstitution = (): Institution | null | undefined =>
  useRows(async (db) => (await db.institution.get('institution'))?.record ?? null, []);
