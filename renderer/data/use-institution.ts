import type { Institution } from '../../shared/records/institution';
import { settingsOf } from '../../shared/state/facts-of';
import { useAnswer } from './use-rows';

/** The institution; null while nobody has entered it, undefined while it loads. */
export const useInstitution = (): Institution | null | undefined =>
  useAnswer((source) => settingsOf(source).institution, []);
