import type { Day } from '../basics/day';
import type { PersonId } from './ids';

/** 证件类型. resident covers 居民身份证 and 港澳台居民居住证 (same rule, GB 11643). */
export type IdKind = 'resident' | 'foreign-permanent' | 'passport' | 'other';
export type Sex = 'male' | 'female';

/** 学员. One per identity number; keyed by id, never by number, so that a wrong number can be corrected. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly idKind: IdKind;
  readonly idNumber: string;
  readonly sex?: Sex;
  readonly birthDate?: Day;
  readonly phone?: string;
  readonly employer?: string;
  readonly employerCreditCode?: string;
  readonly note?: string;
  /** Set when this person was found to be another one's second record (merge-persons); the other id counts. */
  readonly mergedInto?: PersonId;
}
