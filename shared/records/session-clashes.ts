import { groupBy } from '../basics/group-by';
import type { CourseId, EnrolmentId } from './ids';
import type { Session } from './session';

/** Two sessions at the same time that need the same teacher, the same room, or the same learners. */
export interface SessionClash {
  readonly kind: 'teacher' | 'room' | 'time';
  readonly a: Session;
  /** The later one of the list, or one of another course. */
  readonly b: Session;
}

/**
 * All clashes among a course's sessions and between them and other courses' sessions (teacher and room only, the
 * learners differ). Lessons for different posts, or make-up lessons for different people, may run at the same time.
 */
export function sessionClashes(
  sessions: readonly Session[],
  others: readonly Session[] = [],
): readonly SessionClash[] {
  const own = new Set(sessions.map((session) => session.id));
  const byDate = groupBy(
    [...sessions, ...others.filter((session) => !own.has(session.id))],
    (session) => session.date,
  );
  const clashes: SessionClash[] = [];
  for (const day of byDate.values()) {
    const sorted = [...day].sort((x, y) => x.start - y.start || x.number - y.number);
    for (const [i, a] of sorted.entries()) {
      for (const b of sorted.slice(i + 1)) {
        if (b.start >= a.end) break;
        if (own.has(a.id)) clashes.push(...clashesOf(a, b));
        else if (own.has(b.id)) clashes.push(...clashesOf(b, a));
      }
    }
  }
  return clashes;
}

function clashesOf(a: Session, b: Session): readonly SessionClash[] {
  const clashes: SessionClash[] = [];
  if (a.teacher && a.teacher === b.teacher) clashes.push({ kind: 'teacher', a, b });
  if (a.room && a.room === b.room) clashes.push({ kind: 'room', a, b });
  if (sameCourse(a.courseId, b.courseId) && sharesLearners(a, b)) clashes.push({ kind: 'time', a, b });
  return clashes;
}

const sameCourse = (a: CourseId, b: CourseId): boolean => a === b;

function sharesLearners(a: Session, b: Session): boolean {
  if (a.onlyFor && b.onlyFor) return meets<EnrolmentId>(a.onlyFor, b.onlyFor);
  return a.posts.length === 0 || b.posts.length === 0 || meets(a.posts, b.posts);
}

const meets = <T>(a: readonly T[], b: readonly T[]): boolean => a.some((item) => b.includes(item));
