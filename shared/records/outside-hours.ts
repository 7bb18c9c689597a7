import type { Day } from '../basics/day';
import type { CertificateId, OutsideHoursId } from './ids';
import type { Category } from './session';

/**
 * Hours not taught in a course of ours: 线上学时 (with proof) or 往年学时 of a certificate and CE year.
 * periods 0 with kind 'earlier' is a declared "none", which is not the same as no record.
 */
export interface OutsideHours {
  readonly id: OutsideHoursId;
  readonly certificateId: CertificateId;
  readonly kind: 'online' | 'earlier';
  readonly category: Category;
  readonly periods: number;
  /** One of the two: the day, from which the CE year follows, or the CE year itself. */
  readonly on?: Day;
  readonly ceYear?: number;
  /** Minutes since midnight, where the platform's record has them: an online lesson during a classroom one is an overlap. */
  readonly start?: number;
  readonly end?: number;
  /** Where it comes from: platform and record number, earlier 学时证明 … */
  readonly source: string;
}
