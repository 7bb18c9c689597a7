import type { Day } from '../basics/day';
import type { Post } from './certificate';
import type { CourseId, EnrolmentId, SessionId } from './ids';

/** public = 公共基础知识, professional = 专业岗位知识. */
export type Category = 'public' | 'professional';

/** 课次: one slot of the timetable. Times are minutes since midnight, local; periods are whole 学时. */
export interface Session {
  readonly id: SessionId;
  readonly courseId: CourseId;
  /** 第 n 课, as the timetable and the attendance sheet name it. */
  readonly number: number;
  readonly date: Day;
  readonly start: number;
  readonly end: number;
  readonly periods: number;
  readonly category: Category;
  readonly title?: string;
  /** Posts that a professional session counts for; empty = all. */
  readonly posts: readonly Post[];
  readonly teacher?: string;
  readonly room?: string;
  /** A make-up lesson (补课): only these enrolments, for the session named. */
  readonly onlyFor?: readonly EnrolmentId[];
  readonly makesUpFor?: SessionId;
}
