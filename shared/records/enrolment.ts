import type { Day } from '../basics/day';
import type { Post } from './certificate';
import type { Declaration } from './declaration';
import type { CertificateId, CourseId, EnrolmentId, PersonId } from './ids';

/** 报名: one person with one certificate in one course. Sessions outside from–to are notApplicable, not unrecorded. */
export interface Enrolment {
  readonly id: EnrolmentId;
  readonly courseId: CourseId;
  readonly personId: PersonId;
  readonly certificateId: CertificateId;
  readonly post: Post;
  /** Place in the course's attendance columns (0, 1, 2 …); permanent, never given to another enrolment. */
  readonly index: number;
  /** Place on the roster as printed (序号 order). */
  readonly order: number;
  readonly appliedOn?: Day;
  readonly healthy: Declaration;
  readonly employed: Declaration;
  readonly stillInPost: Declaration;
  readonly from?: Day;
  readonly to?: Day;
  readonly status: EnrolmentStatus;
  readonly note?: string;
  /** Warnings that somebody has looked at and answers for, until the package names them. */
  readonly confirmed?: readonly ConfirmedFinding[];
}

/** A warning confirmed by name. It is about exactly this verdict: another one must be confirmed anew. */
export interface ConfirmedFinding {
  readonly rule: string;
  readonly verdict: string;
  readonly by: string;
  readonly on: Day;
}

/** 在读, 退出, 转班. */
export type EnrolmentStatus =
  | { readonly kind: 'active' }
  | { readonly kind: 'left'; readonly on: Day; readonly reason: string }
  | { readonly kind: 'transferred'; readonly on: Day; readonly to: CourseId; readonly reason: string };
