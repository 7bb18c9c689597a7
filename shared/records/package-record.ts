import type { Day } from '../basics/day';
import type { Digest } from '../basics/sha256';
import type { CourseId, EnrolmentId, PackageId } from './ids';

/** 报审材料包, sealed: frozen for ever; a later change makes version n + 1. */
export interface PackageRecord {
  readonly id: PackageId;
  readonly courseId: CourseId;
  readonly number: string;
  readonly version: number;
  readonly sealedOn: Day;
  /** The day that the people were judged on. */
  readonly judgedOn: Day;
  readonly people: readonly EnrolmentId[];
  readonly leftOut: readonly { readonly enrolmentId: EnrolmentId; readonly rules: readonly string[] }[];
  readonly confirmedWarnings: readonly {
    readonly enrolmentId: EnrolmentId;
    readonly rule: string;
    readonly by: string;
  }[];
  /** Highest entry of each journal chain before the sealing. */
  readonly heads: readonly { readonly chain: string; readonly seq: number; readonly hash: Digest }[];
  readonly fileName: string;
  readonly zip: Digest;
  readonly size: number;
  readonly previous?: Digest;
}
