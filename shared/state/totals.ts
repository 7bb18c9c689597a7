import type { Day } from '../basics/day';
import type { CertificateId, CourseId, PersonId } from '../records/ids';
import type { LedgerGap } from '../regulation/year-ledger';

/** One CE year of a certificate over all courses and hours from outside, in periods; open = what unrecorded sessions could still add. */
export interface YearTotals {
  readonly year: number;
  readonly from: Day;
  readonly to: Day;
  readonly total: number;
  readonly professional: number;
  readonly openTotal: number;
  readonly openProfessional: number;
}

/** The ledger line of one certificate. */
export interface CertificateTotals {
  readonly id: CertificateId;
  /** The holder that counts, where person records were merged. */
  readonly personId: PersonId;
  /** Why the years are not known; then there are none. */
  readonly gap: LedgerGap | null;
  readonly years: readonly YearTotals[];
}

/** Figures of a course for the list of courses. Hours are periods. */
export interface CourseSummary {
  readonly id: CourseId;
  readonly people: number;
  readonly sessions: number;
  readonly plannedTotal: number;
  readonly plannedProfessional: number;
  readonly plannedPublic: number;
  /** Marks that are still missing, by the day of their session; the reader leaves out the days to come. */
  readonly unrecorded: readonly { readonly date: Day; readonly marks: number }[];
  readonly missingTests: number;
  readonly hourCertificates: number;
  readonly packages: number;
}
